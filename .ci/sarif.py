"""Checks a SARIF log of `duban check` on standard input: what the standard requires, and that every
region means the same in bytes as in lines and columns."""
import json
import sys
import urllib.parse

LEVELS = {'none', 'note', 'warning', 'error'}
log = json.load(sys.stdin)
problems = []


def require(condition, message):
    if not condition:
        problems.append(message)


def path(location):
    return urllib.parse.unquote(location['uri'].removeprefix('file://'))


def check_region(name, region):
    data = open(name, 'rb').read()
    start, length = region['byteOffset'], region['byteLength']
    for offset, line, column in (
            (start, region['startLine'], region['startColumn']),
            (start + length, region['endLine'], region['endColumn'])):
        lines = data[:offset].decode('utf-8', 'replace').splitlines(keepends=True)
        if not lines or lines[-1].endswith(('\n', '\r')):
            lines.append('')
        require((line, column) == (len(lines), len(lines[-1]) + 1),
                f'{name}: byte {offset} is not at {line}:{column}')


require(log.get('version') == '2.1.0', 'version')
require('sarif-2.1.0' in log.get('$schema', ''), '$schema')
require(len(log.get('runs', [])) == 1, 'one run')
for run in log.get('runs', []):
    driver = run['tool']['driver']
    require(driver.get('name') == 'duban' and driver.get('version'), 'driver')
    require(run.get('columnKind') == 'unicodeCodePoints', 'columnKind')
    rules = driver['rules']
    require(len({rule['id'] for rule in rules}) == len(rules), 'ids of rules')
    for rule in rules:
        require(rule['shortDescription']['text'], f'{rule["id"]}: description')
        require(rule['defaultConfiguration']['level'] in LEVELS, f'{rule["id"]}: level')
    for result in run['results']:
        require(result['message']['text'], 'message')
        require(result['level'] in LEVELS, 'level')
        require(rules[result['ruleIndex']]['id'] == result['ruleId'], 'ruleIndex')
        for place in result['locations'] + result.get('relatedLocations', []):
            physical = place['physicalLocation']
            check_region(path(physical['artifactLocation']), physical['region'])
        for fix in result.get('fixes', []):
            require(fix['artifactChanges'], 'artifactChanges')
            for change in fix['artifactChanges']:
                require(change['replacements'], 'replacements')
                for replacement in change['replacements']:
                    check_region(path(change['artifactLocation']), replacement['deletedRegion'])
                    require('text' in replacement['insertedContent'], 'insertedContent')
print('\n'.join(problems))
sys.exit(1 if problems else 0)
