"""Fails when a string literal under Sources holds Han words: the subject belongs in rules/.

Numerals, which are facts of writing, may stand there, and the tables of `FACTS`.
"""
import glob
import re
import sys

NUMERALS = set('〇零一二三四五六七八九十百千万亿两半')
# Which characters are written for which: facts of writing too.
FACTS = {
    'Sources/Documents/PhraseVariants+Table.swift',
    'Sources/Documents/VariantTable+Traditional.swift',
}
# Comments are read as well, so that a quotation mark in one opens no literal.
TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/|"""(?P<text>(?:[^"\\]|\\.|"(?!""))*)"""|"(?P<line>(?:[^"\\\n]|\\.)*)"', re.S)


def words(code):
    """Line numbers and Han words of the literals of `code`."""
    for token in TOKEN.finditer(code):
        kind = 'text' if token['text'] is not None else 'line'
        literal = token[kind] or ''
        # A backslash at its end joins a line of a literal to the next.
        joined = re.sub(r'\\\n\s*', lambda gap: '\0' * len(gap[0]), literal)
        for word in re.finditer(r'[\u3400-\u9fff](?:\0*[\u3400-\u9fff])+', joined):
            plain = word[0].replace('\0', '')
            if set(plain) - NUMERALS:
                yield code.count('\n', 0, token.start(kind) + word.start()) + 1, plain


# What the search must see, and what it must not.
seen = list(words('a("x督查") // "整改"\nb("""\n  "x"\n  督\\\n  查 第一\n  """, "一二", #"不在此"#)'))
assert seen == [(1, '督查'), (4, '督查'), (5, '第一'), (6, '不在此')], seen
found = []
for path in sorted(set(glob.glob('Sources/**/*.swift', recursive=True)) - FACTS):
    with open(path, encoding='utf-8') as file:
        found += [f'{path}:{number}: {word}' for number, word in words(file.read())]
print('\n'.join(found))
sys.exit(1 if found else 0)
