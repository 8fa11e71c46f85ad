"""Fails when a string literal under Sources holds Han words: the subject belongs in rules/.

Numerals, which are facts of writing, may stand there.
"""
import glob
import re
import sys

NUMERALS = set('〇零一二三四五六七八九十百千万亿两半')
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
found = []
for path in sorted(glob.glob('Sources/**/*.swift', recursive=True)):
    is_generated = path.endswith('Table.swift') or 'VariantTable+' in path
    for number, line in enumerate(open(path, encoding='utf-8'), 1):
        code = line.split('//')[0] if line.lstrip().startswith('//') else line
        for literal in LITERAL.findall(code):
            words = [w for w in re.findall(r'[\u3400-\u9fff]{2,}', literal) if set(w) - NUMERALS]
            if words and not is_generated:
                found.append(f'{path}:{number}: {words}')
print('\n'.join(found))
sys.exit(1 if found else 0)
