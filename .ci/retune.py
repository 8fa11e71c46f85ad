"""Changes cues, levels, weights and tags in a copy of the rules and looks for the effect.

The binary is not rebuilt: whatever the rules say must come from the rules.
"""
import json
import os
import subprocess
import sys

binary, rules, scratch = sys.argv[1:4]
article = os.path.join(scratch, 'retune.txt')
with open(article, 'w', encoding='utf-8') as file:
    file.write('会议要求,各街道要在每周五前向指挥部报送台账,对迟报的全市通报批评,并逐户开展蓝帆行动。\n')


def classify():
    run = subprocess.run([binary, 'classify', '--rules', rules, '--format', 'ndjson', article],
                         capture_output=True, text=True, check=True)
    return json.loads(run.stdout)


def append(name, text):
    with open(os.path.join(rules, 'civic-campaign', name), 'w', encoding='utf-8') as file:
        file.write(text)


before = classify()
assert before['paragraphs'][0]['directives'], 'the sample holds a directive'
assert 'fleet' not in [t['tag'] for t in before['paragraphs'][0]['tags']]
append('zz-added.yaml', '''labels:
  fleet: {on: paragraph, role: tag, levels: [named], title: {en: fleet, zh: 船队}}
rules:
  - id: fleet/added
    gives: fleet = named
    any: [蓝帆行动]
    fires-on: [开展蓝帆行动。]
''')
after = classify()
assert 'fleet' in [t['tag'] for t in after['paragraphs'][0]['tags']], 'an added tag is reported'
assert after['pack']['fingerprint'] != before['pack']['fingerprint']

path = os.path.join(rules, 'civic-campaign', 'scores.yaml')
text = open(path, encoding='utf-8').read()
changed = text.replace('20 * action', '10 * action')
assert changed != text
open(path, 'w', encoding='utf-8').write(changed)
reweighted = classify()
old = before['paragraphs'][0]['directives'][0]['specificity']['score']
new = reweighted['paragraphs'][0]['directives'][0]['specificity']['score']
assert new < old, (old, new)
print(f'retune: an added tag appears, a changed weight moves {old} to {new}, no rebuild')
