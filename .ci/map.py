"""Compares the code map of ARCHITECTURE.md with the targets of the package.

usage: swift package describe --type json | python3 .ci/map.py ARCHITECTURE.md
"""
import json
import re
import sys

told = {}
for line in open(sys.argv[1], encoding='utf-8'):
    row = re.match(r'\| `(\w+)` \| .* \| ([^|]+) \|$', line)
    if row:
        told[row[1]] = set() if row[2] == 'nothing' else set(row[2].split(', '))

wrong = False
known = set()
for target in json.load(sys.stdin)['targets']:
    name = target['name']
    is_part = target['type'] in ('library', 'executable') and target['path'] == f'Sources/{name}'
    if not is_part:
        continue
    known.add(name)
    imports = set(target.get('target_dependencies', []))
    if told.get(name) != imports:
        print(f'{sys.argv[1]}: {name} imports {", ".join(sorted(imports)) or "nothing"}; '
              f'the map says {", ".join(sorted(told.get(name, ["nothing of it"]))) or "nothing"}')
        wrong = True
for name in sorted(set(told) - known):
    print(f'{sys.argv[1]}: there is no target {name}')
    wrong = True
sys.exit(wrong)
