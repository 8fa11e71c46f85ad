"""Bodies of articles for the pages: clean fixtures, and texts put together from invented sentences.

A body is (title, paragraphs); a paragraph that is a list of lists is a table of rows and cells.
"""
import glob
import os
import random
import re

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..')

PLACES = ['临汐市', '云栈县', '北渚区', '石柴县', '青麓市', '南汀县', '沙浦区', '梨川市', '白岔旗', '东浔县']
NAMES = ['周某明', '陈某华', '郭某松', '何某青', '罗某英', '邓某辉']
BODIES = ['城管局', '住建局', '卫健局', '市场监管局', '交警大队', '各街道办事处', '教育局', '创建办']
TASKS = ['更换破损井盖', '清理楼道杂物', '补划停车泊位', '取缔占道摊点', '修补人行道板', '清洗沿街立面',
         '规范农贸市场摊位', '整治背街小巷', '清运建筑垃圾', '增设分类垃圾箱', '核查公共厕所保洁记录']
DATES = ['3月5日', '4月18日', '6月22日', '8月9日', '9月14日', '11月3日']
WHEN = ['本月底前', '三天之内', '6月10日前', '一周内', '第三季度末前', '下周五之前']
SENTENCES = [
    '{d},{p}召开全国文明城市创建工作推进会,总结前一阶段的工作,分析测评中失分的项目,安排下一步的任务。',
    '{n}在会上指出,半年来各部门动作不慢,但是主次干道和背街小巷的差距还很大,群众看得见、摸得着的变化还不够多。',
    '会议要求,{b}要在{w}完成{t},逐条建立台账,完成一件销号一件,不得以任何理由拖延。',
    '{b}负责{t},{b2}配合,每周五下午五点以前把进度报到创建工作指挥部办公室。',
    '会议强调,对进展迟缓、推诿扯皮的单位,由督查室下发通报;连续两次被通报的,约谈主要负责人。',
    '会后,与会人员分成四个小组,到农贸市场、客运站和老旧小区实地查看,当场交办问题{k}个。',
    '{p}把市民满意作为衡量的尺子,在{k}个小区设立意见箱,请居民给环境卫生打分。',
    '志愿者走上街头劝导行人遵守交通规则,发放倡议书{k}00余份,不少商户主动清理了门前的杂物。',
    '{n}说,创建工作不是一阵风,要把集中整治同日常管理结合起来,建立长效机制。',
    '截至目前,全市共排查问题{k}6处,已经整改{k}2处,其余的已明确责任单位和完成时限。',
    '{b}组织执法人员早晚两次巡查,对屡教不改的占道经营户依法处理,同时引导{k}户摊贩进入疏导点。',
    '会议指出,宣传工作还有死角,公益广告更新不及时,有的社区宣传栏半年没有换过内容,必须马上补上。',
    '家住北门街的一位居民说,过去楼下垃圾桶旁边总是污水横流,现在每天有人冲洗,出门心情都好了。',
    '下一步,{p}将对照测评体系逐项查漏补缺,{w}完成{t}和{t2},以实际成效迎接复审。',
    '{b}负责人作表态发言,承诺把任务分解到科室、落实到人头,{w}向社会公布整改结果。',
    '各成员单位主要负责人参加会议,会议由{n}主持。',
]


def invented(seed):
    """A title and paragraphs drawn by `seed`."""
    r = random.Random(seed)
    place = r.choice(PLACES)
    pool = SENTENCES[1:]
    r.shuffle(pool)
    pool = [SENTENCES[0]] + pool

    def fill(text):
        return text.format(
            p=place, d=r.choice(DATES), n=r.choice(NAMES), b=r.choice(BODIES), b2=r.choice(BODIES),
            t=r.choice(TASKS), t2=r.choice(TASKS), w=r.choice(WHEN), k=r.randint(2, 9))

    paragraphs = []
    count = r.randint(4, 7)
    for index in range(count):
        take = r.randint(2, 3)
        part, pool = pool[:take], pool[take:] or SENTENCES[1:]
        paragraphs.append(''.join(fill(s) for s in part).replace(',', '，'))
    kind = r.randint(0, 3)
    if kind == 0:
        rows = [['序号', '整治任务', '责任单位', '完成时限']]
        for number in range(1, r.randint(4, 6)):
            rows.append([str(number), r.choice(TASKS), r.choice(BODIES), r.choice(WHEN)])
        paragraphs.insert(len(paragraphs) - 1, rows)
    if kind == 1:
        for index, word in enumerate(['一、提高认识，认清形势', '二、突出重点，补齐短板', '三、严格考核，确保实效']):
            paragraphs.insert(1 + 2 * index, word)
    title = place + r.choice(['召开全国文明城市创建工作推进会', '部署国家卫生城市复审迎检工作', '集中整治背街小巷环境卫生'])
    return title, paragraphs


def fixtures():
    """The articles among the fixtures that hold nothing but a title and the body."""
    found = []
    for path in sorted(glob.glob(os.path.join(ROOT, 'fixtures/articles/*.txt'))):
        lines = [l.strip() for l in open(path, encoding='utf-8-sig').read().splitlines() if l.strip()]
        expected = open(path[:-4] + '.expect.yaml', encoding='utf-8').read()
        starts = [s.strip().strip("'\"") for s in re.findall(r'- starts: (.*)', expected.split('\nopen:')[0])]
        body = [l for l in lines[1:] if any(l.startswith(s) for s in starts)]
        if len(body) >= 4 and len(lines) - len(body) <= 3 and len(lines[0]) < 60:
            found.append((lines[0], body))
    return found


def all_bodies():
    """Fixtures and invented texts by turns, always the same."""
    known, made = fixtures(), [invented(seed) for seed in range(100, 160)]
    result = []
    for index, body in enumerate(made):
        result.append(body)
        if index < len(known):
            result.append(known[index])
    return result


def plain(paragraphs):
    """The text that a careful reader would copy out of the page."""
    lines = []
    for paragraph in paragraphs:
        if isinstance(paragraph, str):
            lines.append(paragraph)
        else:
            lines += [' '.join(row) for row in paragraph]
    return '\n'.join(lines)
