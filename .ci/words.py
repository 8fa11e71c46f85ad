"""Fails when a string literal under Sources holds Han words: the subject belongs in rules/.

Numerals, which are facts of writing, may stand there, and the tables of `FACTS`. A Han character that is
written as the number of its scalar counts as well; the ends of a range of characters do not.
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


SCALAR = re.compile(r'(?<![\w.<])0x(?:4[Ee]|[5-9][0-9A-Fa-f])[0-9A-Fa-f]{2}(?![\w.<])')
ENDS = {0x4E00, 0x9FFF}
# Bits of UTF-8, text that says nothing, how pages and years are numbered, as what blanks are misread.
NUMBERS = {
    'Sources/SourceText/UTF8Bytes.swift', 'Sources/benchmark/SyntheticText.swift',
    'Sources/Documents/PageLabel.swift', 'Sources/Documents/FigureBlanks.swift',
    'Sources/Documents/LostBlanks.swift',
}


def scalars(code):
    """Line numbers and numbers of Han characters of `code`, where they stand alone."""
    for number in SCALAR.finditer(re.sub(r'//[^\n]*', '', code)):
        if int(number[0], 16) not in ENDS:
            yield code.count('\n', 0, number.start()) + 1, number[0]


# What the search must see, and what it must not.
assert list(scalars('a == 0x7B2C\nb(0x4E00...0x9FFF, 0x9E37_79B9)')) == [(1, '0x7B2C')]
seen = list(words('a("x督查") // "整改"\nb("""\n  "x"\n  督\\\n  查 第一\n  """, "一二", #"不在此"#)'))
assert seen == [(1, '督查'), (4, '督查'), (5, '第一'), (6, '不在此')], seen
found = []
for path in sorted(set(glob.glob('Sources/**/*.swift', recursive=True)) - FACTS):
    with open(path, encoding='utf-8') as file:
        code = file.read()
    found += [f'{path}:{number}: {word}' for number, word in words(code)]
    if path not in NUMBERS:
        found += [f'{path}:{number}: {word}' for number, word in scalars(code)]
print('\n'.join(found))
sys.exit(1 if found else 0)
