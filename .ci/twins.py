"""Evaluates the fixtures and their noisy twins: the same articles in the dress of other pages.

usage: twins.py BINARY SCRATCH-FOLDER

Half-width punctuation, a bracketed reading in each longer line, indents, Windows line ends, a path
and tools above the text, and below it neighbours, one of them with a word of the campaign. No
figure may fall by more than a hundredth.
"""
import json
import os
import random
import shutil
import subprocess
import sys

binary, out = sys.argv[1:3]
GOLD = 'fixtures/gold'
MOST = 0.01
NARROW = dict(zip('，：；？！（）', ',:;?!()'))
READINGS = dict(zip('督查整责街卫巷摊垃圾攻坚',
                    'dū chá zhěng zé jiē wèi xiàng tān lā jī gōng jiān'.split()))
ABOVE = ['首页 > 新闻中心 > 县区动态', '【字体:大 中 小】 打印 关闭', '']
BELOW = ['', '上一篇:关于公布上年度部门预算的公告', '下一篇:督查组来我市检查指导', '相关阅读',
         '· 市领导会见客商一行', '主办:市人民政府办公室', '分享到:微信 微博']


def twin(text, draw):
    lines = []
    for line in text.lstrip('\ufeff').replace('\r\n', '\n').split('\n'):
        line = ''.join(NARROW.get(sign, sign) for sign in line)
        if len(line) > 30:
            places = [place for place, sign in enumerate(line) if sign in READINGS]
            if places:
                place = draw.choice(places) + 1
                line = f'{line[:place]}({READINGS[line[place - 1]]}){line[place:]}'
            line = '\u3000\u3000' + line
        lines.append(line)
    return '\r\n'.join(ABOVE + lines + BELOW)


def figures(split, *arguments):
    done = subprocess.run([binary, 'evaluate', GOLD, '--split', split, '-f', 'json', *arguments],
                          capture_output=True, text=True, check=True)
    return {(row['subject'], row['item']): row['value']
            for row in json.loads(done.stdout)['figures']
            if row['part'] == 'all' and row['measure'] == 'f1' and row['value'] is not None}


folder = os.path.join(out, 'twins')
shutil.rmtree(folder, ignore_errors=True)
os.makedirs(folder)
for name in sorted(os.listdir(GOLD)):
    if not name.endswith('.json'):
        continue
    article = json.load(open(os.path.join(GOLD, name), encoding='utf-8'))['article']
    path = next(each for each in (os.path.join(GOLD, article),
                                  os.path.join('fixtures/articles', article))
                if os.path.exists(each))
    text = open(path, encoding='utf-8').read()
    with open(os.path.join(folder, article), 'w', encoding='utf-8', newline='') as file:
        file.write(twin(text, random.Random(name)))

fallen = []
for split in ('dev', 'test'):
    plain, noisy = figures(split), figures(split, '--articles', folder)
    assert plain.keys() == noisy.keys() and len(plain) > 10, 'the same figures'
    # Of rare slots one word more or less is more than a hundredth.
    fall = {key: plain[key] - noisy[key] for key in plain if key[0] != 'slot'}
    fallen += [(split, *key, fall[key]) for key in fall if fall[key] > MOST]
    worst = max(fall, key=fall.get)
    print(f'{split}: {len(fall)} figures, the largest fall {fall[worst]:.3f}, of {" ".join(worst)}')
for each in fallen:
    print('FAILED: lower on noisy twins', *each)
sys.exit(1 if fallen else 0)
