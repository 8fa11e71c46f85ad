"""Checks the schema of rule files with a validator that knows nothing of Duban.

usage: schema.py BINARY SCRATCH-FOLDER

Every file of every pack under rules/ is valid; files with a mistake of shape are not, and the
program finds a mistake in each of them as well; what is only a warning stays valid.
"""
import glob
import json
import os
import re
import subprocess
import sys

import yaml
from jsonschema import Draft202012Validator


class CoreLoader(yaml.SafeLoader):
    """Reads scalars as YAML 1.2 does (its core schema), as editors do."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, spelling in (('null', r'^(null|Null|NULL|~|)$'), ('bool', r'^(true|True|TRUE|false|False|FALSE)$'),
                      ('int', r'^[-+]?[0-9]+$'),
                      ('float', r'^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$')):
    CoreLoader.add_implicit_resolver(f'tag:yaml.org,2002:{tag}', re.compile(spelling), None)

program = sys.argv[1]
schema = json.loads(subprocess.run([program, 'schema'], check=True, capture_output=True).stdout)
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)
failures = []


def problems(path, loader):
    """What the validator says of the file as `loader` reads it."""
    with open(path, encoding='utf-8') as file:
        return [e.message[:120] for e in validator.iter_errors(yaml.load(file, Loader=loader))]


def shipped():
    """The rule files of all packs: folders with a header, and the starters."""
    for path in sorted(glob.glob('rules/**/*.yaml', recursive=True)):
        if not path.startswith('rules/words/') and not path.endswith('.expect.yaml'):
            yield path


accepted = 0
for path in shipped():
    # As text only, which is how the program reads, and as editors read.
    for loader in (yaml.BaseLoader, CoreLoader):
        found = problems(path, loader)
        if found:
            failures.append(f'{path}: valid for duban, but not for the schema: {found}')
        accepted += 1
for name in ('duplicate-term', 'unused-definition'):
    found = problems(f'fixtures/diagnostics/lint/{name}.yaml', yaml.BaseLoader)
    if found:
        failures.append(f'{name}: a warning only, but the schema says {found}')

# Mistakes of shape among the goldens of the resolver; the others need names to be looked up.
SHAPES = ['conflicting-keys', 'empty-list', 'expected-date', 'expected-list', 'expected-mapping',
          'expected-number', 'expected-text', 'invalid-name', 'malformed-label', 'missing-condition',
          'missing-required-key', 'unknown-key']
goldens = [f'fixtures/diagnostics/resolve/{name}.yaml' for name in SHAPES]
wrong = goldens + sorted(glob.glob('fixtures/schema/wrong/*.yaml'))
for path in wrong:
    if not problems(path, yaml.BaseLoader):
        failures.append(f'{path}: the schema does not see the mistake')
    folder = os.path.join(sys.argv[2], 'wrong')
    os.makedirs(folder, exist_ok=True)
    with open(path, 'rb') as source, open(os.path.join(folder, 'pack.yaml'), 'wb') as target:
        target.write(source.read())
    run = subprocess.run([program, 'check', folder], capture_output=True)
    if run.returncode == 0:
        failures.append(f'{path}: duban check does not see the mistake')

print('\n'.join(failures))
print(f'schema: {accepted} readings of shipped files are valid, {len(wrong)} wrong files are not')
sys.exit(1 if failures or len(wrong) < 30 or accepted < 20 else 0)
