#!/usr/bin/env python3
"""Writes pages and their true bodies into a folder: NAME.html and NAME.body.txt.

Usage: generate.py FOLDER [SEED]. The same seed gives the same bytes.
"""
import os
import random
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import bodies  # noqa: E402
import styles  # noqa: E402

PER_STYLE = 8


def damaged(r, page):
    """The page with some of what real pages get wrong."""
    kind = r.randint(0, 4)
    if kind == 0:
        page = page.replace('</p>', '')
    if kind == 1:
        page = page.replace('</li>', '').replace('</div>', '</div>\n', 3)
    if kind == 2:
        page = page.replace('<p>', '<p><b><i>', 1).replace('</p>', '</b></i></p>', 1)
    if kind == 3:
        page = page.replace('</body>', '').replace('</html>', '').replace('\n', '\r\n')
    return page


def main():
    folder = sys.argv[1]
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    os.makedirs(folder, exist_ok=True)
    texts = bodies.all_bodies()
    number = 0
    for part, members in [('tuned', styles.TUNED), ('unseen', styles.UNSEEN)]:
        for style in members:
            for index in range(PER_STYLE):
                r = random.Random(f'{seed}/{style.__name__}/{index}')
                title, body = texts[(number + 7 * seed) % len(texts)]
                number += 1
                page = damaged(r, style(r, title, body))
                stem = os.path.join(folder, f'{part}.{style.__name__}.{index}')
                with open(stem + '.html', 'w', encoding='utf-8', newline='') as file:
                    file.write(page)
                with open(stem + '.body.txt', 'w', encoding='utf-8') as file:
                    file.write(bodies.plain(body))
    print(f'{number} pages in {folder}')


main()
