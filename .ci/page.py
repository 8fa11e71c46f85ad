"""Opens the report of the fixtures in a browser and does what a reader does.

usage: page.py BINARY SCRATCH-FOLDER
"""
import csv
import json
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.dirname(__file__))
from browser import Browser  # noqa: E402

binary, out = sys.argv[1], sys.argv[2]
SCAN = open(os.path.join(os.path.dirname(__file__), 'page-scan.js'), encoding='utf-8').read()
ARTICLES = ['fixtures/articles', 'fixtures/gold']
PERSON = '韦江涛'
# Named by an office, a speech, a byline, alone after that.
PERSONS = [PERSON, '何志刚', '靳宝山', '高丽', '曾莉', '孙立军']
ATTACK = '</script><script>window.hacked = 1</script><img src=x onerror="window.hacked = 2"><!--'
checks = 0


def expect(condition, what, *details):
    global checks
    checks += 1
    if not condition:
        print('FAILED:', what, *details)
        sys.exit(1)


def duban(*arguments):
    done = subprocess.run([binary, *arguments], capture_output=True, text=True)
    expect(done.returncode == 0, arguments, done.stderr)
    return done.stdout


def corpus(folder):
    """The fixtures, grouped, and beside them articles that would like to be more than text."""
    os.makedirs(folder, exist_ok=True)
    rows = list(csv.reader(open('fixtures/comparison/cities.csv', encoding='utf-8')))[1:]
    for number in range(2):
        # Its name is no better.
        name = f'hostile <b onclick=x>{number} "\'&.txt'
        with open(os.path.join(folder, name), 'w', encoding='utf-8') as file:
            file.write(f'{ATTACK}\n来源:{ATTACK} 2023-05-0{number + 1}\n\n会议要求,各街道要在6月底前完成'
                       f'{ATTACK}路面修补137处,\u2028每周向指挥部报告。\u202e{{{{x}}}}${{x}}`\n')
        rows.append([name, f'</script>{ATTACK}"\''])
    manifest = os.path.join(folder, 'cities.csv')
    with open(manifest, 'w', encoding='utf-8', newline='') as file:
        csv.writer(file).writerows([['path', 'city']] + rows)
    return manifest


folder = os.path.join(out, 'page')
manifest = corpus(folder)
page = os.path.abspath(os.path.join(out, 'report.html'))
common = [*ARTICLES, folder, '-m', manifest, '--by', 'city']
duban('compare', *common, '-f', 'html', '-o', page, '--lang', 'en', '--draws', '500')
analyses = [json.loads(line) for line in
            duban('classify', '-f', 'ndjson', *ARTICLES, folder, '-m', manifest).splitlines()]
source = open(page, encoding='utf-8').read()
expect(len(re.findall('<script', source)) == 2, 'two scripts: the data and the program')
for person in PERSONS:
    expect(person not in source, 'the name of a person is masked', person)
frame = re.sub(r'(id="data">).*?(</script>)', r'\1\2', source, flags=re.S)
expect(not re.search(r'https?:(?!//www\.w3\.org/)', frame), 'no address of the net')
own = [row for row in map(json.loads, duban(
    'compare', *common, '-f', 'ndjson', '--wording', '--draws', '500').splitlines())
    if row['basis'] == 'without-repeats']
# What is passed on hides names; records and screens hold the words of the article.
for command, form in (('classify', 'csv'), ('ledger', 'csv'), ('ledger', 'markdown')):
    hidden = text = duban(command, '-f', form, *ARTICLES)
    expect(not any(person in text for person in PERSONS), 'no names to pass on', command, form)
    text = duban(command, '-f', form, '--names', 'keep', *ARTICLES)
    expect(hidden != text and '×' not in text, 'but where they are wanted', command, form)
expect(PERSON in duban('classify', '-f', 'json', 'fixtures/articles'), 'records keep their words')
text = duban('classify', '-f', 'json', '--names', 'mask', 'fixtures/articles')
expect(PERSON not in text, 'hidden in records too, if asked for')
kept = duban('classify', '-f', 'html', '--names', 'keep', 'fixtures/articles')
expect(PERSON in kept, 'names are kept where it is asked for')

READY = "document.querySelector('main') !== null"
COUNT = "document.querySelector('#articles .count-line, main .count-line').textContent"


def pick(browser, name, value):
    browser.run(f"""(() => {{ const field = document.getElementById('filter-{name}');
      field.value = {json.dumps(value)};
      field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input')); }})()""")


def scan(browser, what):
    found = browser.run(SCAN)
    expect(not found, what, '\n  ' + '\n  '.join(found))


with Browser() as browser:
    url = 'file://' + page
    for width, height in ((1280, 900), (400, 800)):
        for theme in ('light', 'dark'):
            browser.size(width, height)
            for name, view in (('overview', ''), ('article', 'view=article&a=5'),
                               ('articles', 'view=articles'), ('evidence', 'view=evidence')):
                for language in ('en', 'zh'):
                    browser.open(f'{url}#{view}&theme={theme}&lang={language}')
                    expect(browser.run(READY), 'drawn', view)
                    scan(browser, (width, theme, name, language))
                    text = browser.run('document.body.innerText')
                    expect(not re.search(r'\bpage-[a-z]+|undefined|NaN|\[object', text), 'words',
                           name, language, re.findall(r'.*(?:page-|undefined|NaN).*', text)[:3])
                    expect(browser.run('document.documentElement.scrollWidth') <= width,
                           'nothing leaves the page', name, width)
                    narrow = browser.run("""[...document.querySelectorAll('tbody th')].filter((each) =>
                      each.clientWidth && each.clientHeight > 4 * each.clientWidth)
                      .map((each) => each.textContent)""")
                    expect(not narrow, 'headings of rows are no columns of letters', name, narrow[:3])
                browser.screenshot(os.path.join(out, f'{name}-{width}-{theme}.png'))

    browser.size(1280, 900)
    browser.open(url)
    total = len(analyses)
    expect(browser.run('window.hacked') is None, 'no article runs a script')
    expect(browser.run("document.querySelectorAll('img, iframe, object, embed').length") == 0,
           'no article makes an element')
    names = browser.run("[...document.querySelectorAll('#scores table:first-child tbody th')]"
                        ".map((each) => each.textContent)")
    expect(any('<script>window.hacked' in name for name in names), 'a hostile group is text', names)
    expect(len(names) >= 12, 'twelve places', len(names))

    # The page lists articles by their sources.
    sources = sorted(one['source'].encode() for one in analyses)
    hostile = next(number for number, source in enumerate(sources) if b'hostile' in source)
    browser.open(f'{url}#view=article&a={hostile}')
    expect('</script><script>window.hacked = 1' in browser.run('document.body.innerText'),
           'a hostile article is text')
    expect(browser.run("document.querySelectorAll('img, [onclick], [onerror]').length") == 0
           and browser.run('window.hacked') is None, 'and nothing else')
    browser.open(f'{url}#view=%3Cimg%20src=x%20onerror=alert(1)%3E&q=%3Cimg%20src=x%3E&a=99999&d=7.8')
    expect(browser.run(READY), 'any fragment draws a page')
    browser.open(url)

    # Filters, search, sorting.
    groups = browser.run("[...document.querySelectorAll('#filter-group option')]"
                         ".map((each) => [each.value, each.textContent])")
    members = {}
    for row in csv.reader(open(manifest, encoding='utf-8')):
        members.setdefault(row[1], []).append(row[0])
    for value, name in groups[1:4]:
        pick(browser, 'group', value)
        expect(browser.run(COUNT).startswith(str(browser.run(
            "document.querySelectorAll('.scatter a').length")) + ' of'), 'dots follow', name)
        rows = browser.run("document.querySelectorAll('#articles tbody tr').length")
        expect(rows == len(members[name]), 'a group has its articles', name, rows)
        expect(f'group={value}' in browser.run('location.hash'), 'the address says the filter')
    browser.run("document.getElementById('filter-reset').click()")
    for word in ('督查', 'window.hacked', '没有这个词'):
        pick(browser, 'q', word)
        rows = browser.run("document.querySelectorAll('#articles tbody tr').length")
        wanted = sum(any(word in each['text'] for each in one['paragraphs'] + one['blocks'])
                     or word in one['source'] for one in analyses)
        expect(rows == wanted, 'search finds what holds the word', word, rows, wanted)
    browser.run("document.getElementById('filter-reset').click()")
    for kind in ('D1', 'D3'):
        pick(browser, 'type', kind)
        rows = browser.run("document.querySelectorAll('#articles tbody tr').length")
        expect(rows == sum(one['document']['type'] == kind for one in analyses), 'type', kind, rows)
    pick(browser, 'type', '')
    column = ("[...document.querySelectorAll('#articles tbody tr')].map((row) =>"
              " row.cells[row.cells.length - 2].textContent)")
    for direction, sign in (('descending', -1), ('ascending', 1)):
        browser.run("document.querySelector('#articles [data-column=specificity] button').click()")
        values = [float(each) for each in browser.run(column) if each != '–']
        expect(values == sorted(values, key=lambda each: sign * each), 'sorted', direction)
        expect(browser.run("document.querySelector('#articles [data-column=specificity]')"
                           ".getAttribute('aria-sort')") == direction, 'says its order')
    expect(browser.run(column)[-1] == '–', 'what is missing stands last')

    # What averages leave out is shown apart, and nothing is sorted or filtered by it.
    def counted(article):
        return [each for paragraph in article['paragraphs'] for each in paragraph['directives']
                if not each['excluded']]
    column = ("[...document.querySelectorAll('#articles tbody tr')].map((row) => row.cells["
              "document.querySelector('#articles [data-column=directives]').cellIndex].textContent)")
    browser.run("document.querySelector('#articles [data-column=directives] button').click()")
    cells = browser.run(column)
    expect(any('+' in each for each in cells), 'some directives are kept out', cells[:5])
    shown = [int(each.split('+')[0].replace(',', '')) for each in cells]
    expect(shown == sorted((len(counted(one)) for one in analyses), reverse=True),
           'articles go by the number that is shown', shown[:9])
    def holding(choice, directives):
        slot = choice.removeprefix('-')
        return sum(any((each['slots'].get(slot, {}).get('value', 0) >= 0.5) == (slot == choice)
                       for each in directives(one)) for one in analyses)
    everything = lambda one: [each for paragraph in one['paragraphs'] for each in paragraph['directives']]
    choices = [each for each in browser.run("[...document.querySelectorAll('#filter-slot option')]"
                                            ".map((each) => each.value)") if each]
    telling = [each for each in choices if holding(each, counted) != holding(each, everything)]
    expect(telling, 'some articles have a slot only in what is kept out')
    for choice in telling + choices[:2]:
        pick(browser, 'slot', choice)
        rows = browser.run("document.querySelectorAll('#articles tbody tr').length")
        expect(rows == holding(choice, counted), 'articles by what counts', choice, rows)
    pick(browser, 'slot', '')
    browser.run("document.querySelector('#articles [data-column=specificity] button').click()")
    browser.run("document.querySelector('#articles [data-column=specificity] button').click()")
    column = ("[...document.querySelectorAll('#articles tbody tr')].map((row) =>"
              " row.cells[row.cells.length - 2].textContent)")

    # A link is a view, and the language keeps it.
    link = browser.run('location.href')
    browser.open(link)
    expect([float(each) for each in browser.run(column) if each != '–'] == values, 'permalink')
    browser.run("document.getElementById('switch-language').click()")
    expect(browser.run('document.documentElement.lang') == 'zh-CN', 'language of the page')
    expect('篇文本' in browser.run("document.querySelector('h1').textContent"), 'in Chinese')
    expect(browser.run('document.activeElement.id') == 'switch-language', 'focus stays')
    expect('sort=specificity' in browser.run('location.hash'), 'the view stays')
    browser.run("document.getElementById('switch-theme').click()")
    expect(browser.run('document.documentElement.dataset.theme') == 'dark', 'theme')
    browser.open(url)

    # Other tables sort by their columns; groups are not put in the order of a figure of so few.
    def sorts(section, name, first):
        column = f"document.querySelector('#{section} [data-column={name}]')"
        browser.run(f"{column}.querySelector('button').focus()")
        browser.run(f"{column}.querySelector('button').click()")
        expect(browser.run(f"{column}.getAttribute('aria-sort')") == first, 'sorted', section, name)
        expect(browser.run(f"document.activeElement === {column}.querySelector('button')"),
               'the head keeps the focus', section, name)
        return browser.run(f"""(() => {{ const place = {column}.cellIndex;
          return [...document.querySelector('#{section} tbody').rows].map((row) =>
            row.cells[place].textContent); }})()""")

    cells = [float(each.split()[0].replace('−', '-')) for each in
             sorts('differences', 'difference', 'descending')]
    expect(len(cells) > 5 and cells == sorted(cells, reverse=True), 'differences by size', cells)
    cells = [float(each) for each in sorts('terms', 'z', 'descending')]
    expect(cells == sorted(cells, reverse=True), 'terms by z', cells)
    cells = [float(each.split()[0].replace('−', '-')) for each in
             sorts('gaps', 'points', 'descending')]
    expect(len(cells) > 2 and cells == sorted(cells, reverse=True), 'parts of a gap', cells)
    for section in ('reuse', 'heat', 'scores'):
        cells = [int(each) for each in sorts(section, 'articles', 'descending')]
        expect(len(cells) > 5 and cells == sorted(cells, reverse=True), 'groups by size', section)
    expect(browser.run("document.querySelector('#scores [data-column=figure], "
                       "#reuse [data-column=lexicon]')") is None, 'small groups are not ranked')
    browser.open(url)

    # Every number opens as much as it says.
    cells = browser.run("""[...document.querySelectorAll('.heat .cell a')].map((each) =>
      [each.title.match(/(\\d+)\\/(\\d+)$/)[1], each.getAttribute('href')])""")
    expect(len(cells) > 200, 'a heat map', len(cells))
    for count, address in cells[::7]:
        browser.open(url + address)
        text = browser.run(COUNT)
        expect(text.split()[0] == count, 'a figure opens its evidence', address, count, text)
    browser.open(url)

    # What may not be shown says why, and phases stand under the years.
    expect(browser.run("document.querySelectorAll('.phases tbody tr').length") == 2 * len(names),
           'phases of the campaign')
    expect(browser.run("document.querySelector('#divergence .unsaid') !== null"), 'reasons in words')
    shown = browser.run("document.querySelectorAll('#differences tbody tr').length")
    browser.run("document.querySelector('#differences .more').click()")
    expect(browser.run("document.querySelectorAll('#differences tbody tr').length") > shown, 'more')

    # A difference opens what its first side says.
    address = browser.run("document.querySelector('#differences tbody td a').getAttribute('href')")
    browser.open(url + address)
    expect('view=evidence' in address and 'group=' in address
           and int(browser.run(COUNT).split()[0]) > 0, 'a difference opens its evidence', address)
    browser.open(url)

    # So do a divergence and the means behind a gap.
    for section in ('divergence', 'gaps'):
        found = browser.run(f"[...document.querySelectorAll('#{section} td a')]"
                            ".map((each) => each.getAttribute('href'))")
        expect(found, 'numbers are links', section)
        for address in found[:2]:
            browser.open(url + address)
            expect(int(browser.run(COUNT).split()[0]) > 0, 'and open what they tell of', address)
            browser.open(url)

    # With sentences that repeat counted once the figures are those of that comparison.
    before = browser.run("document.querySelector('#heat tbody').textContent")
    browser.run("""(() => { const field = document.getElementById('basis-scores');
      field.value = 'without-repeats'; field.dispatchEvent(new Event('change')); })()""")
    after = browser.run("document.querySelector('#heat tbody').textContent")
    expect(before != after, 'another basis, other figures')
    expect(browser.run("document.activeElement.id") == 'basis-scores', 'focus stays on the picker')
    expect('basis=without-repeats' in browser.run('location.hash'), 'the address says the basis')
    browser.run("""(() => { const field = document.getElementById('measure');
      field.value = 'slots/time/0'; field.dispatchEvent(new Event('change')); })()""")
    expect('slot=time' in browser.run(
        "document.querySelector('#measure-section tbody .value').getAttribute('href')"),
        'the measure that was picked')
    wanted = {}
    for row in own:
        if row['group'] is not None and row['statistic'] == 'mean' and not row.get('stratum') \
                and row['measure'] == 'slots/object':
            wanted[row['group']] = f"{row['count']}/{row['total']}"
    shown = browser.run("""Object.fromEntries([...document.querySelectorAll('#heat tbody tr')]
      .map((row) => [row.cells[0].textContent, [...row.querySelectorAll('a')].map((each) =>
        each.title).find((title) => title.includes(' object: '))]))""")
    for group, counts in wanted.items():
        expect(counts.startswith('0/0') or (shown.get(group) or '').endswith(' ' + counts),
               'counts without repeats', group, counts, shown.get(group))
    browser.open(url)

    # Reading: marks, keys, places.
    browser.open(url + '#view=article&a=5')
    expect(browser.run("document.querySelectorAll('.mark').length") > 20, 'words are marked')
    # Words that stand apart and earned one value are all marked, and told with a stroke between them.
    apart = browser.run("""[...document.querySelectorAll('.parts tr[data-slot]')].map((row) =>
      ({slot: row.dataset.slot, words: row.querySelector('.words').firstChild.textContent.split(' / '),
        marks: [...row.closest('[id^=p]').querySelectorAll('.mark')].filter((mark) =>
          mark.dataset.slots.split(' ').includes(row.dataset.slot)).map((mark) => mark.textContent)}))
      .filter(({words}) => words.length > 1)""")
    expect(len(apart) > 2, 'slots with words that stand apart', len(apart))
    for found in apart:
        for word in found['words']:
            expect(word in ''.join(found['marks']), 'other words are marked', found)
    target = browser.run("document.querySelector('.order .number').id")
    browser.run(f"document.getElementById('{target}').focus()")
    browser.press('ArrowRight', windowsVirtualKeyCode=39)
    expect(browser.run("document.activeElement.classList.contains('mark')"), 'arrows reach words')
    expect(not browser.run("document.getElementById('tip').hidden"), 'and say what they earned')
    browser.press('Escape', windowsVirtualKeyCode=27)
    expect(browser.run('document.activeElement.id') == target, 'escape goes back')
    browser.run(f"document.getElementById('{target}').click()")
    expect(re.search(r'd=\d+\.\d+', browser.run('location.hash')), 'a directive has an address')
    chosen = browser.run('location.href')
    browser.open(chosen)
    expect(browser.run("document.querySelectorAll('.card.chosen').length") == 1, 'and is found by it')
    points = browser.run("""[...document.querySelectorAll('.parts')].map((table) => {
      const rows = [...table.tBodies[0].rows];
      const last = (row) => row.cells[row.cells.length - 1].textContent;
      const steps = rows.filter((row) => row.classList.contains('step-row'));
      const parts = rows.filter((row) => row.cells.length === 4).map((row) => Number(last(row)));
      return [steps.length ? Number(last(steps.at(-1)).split('→')[1])
        : parts.reduce((sum, each) => sum + each, 0),
        Number(last(rows.find((row) => row.classList.contains('total'))))];
    })""")
    expect(points and all(abs(one - other) <= 0.51 for one, other in points), 'points add up', points)

    # Tab goes through the page in the order of the document.
    browser.open(url)
    order = []
    for _ in range(25):
        browser.press('Tab', windowsVirtualKeyCode=9)
        order.append(browser.run("""[...document.querySelectorAll('*')]
          .indexOf(document.activeElement)"""))
    expect(order == sorted(order) and len(set(order)) == len(order), 'order of the focus', order)

    expect(not browser.problems, 'nothing on the console', browser.problems[:3])
    asked = [each for each in browser.requests if not each.startswith(('file://' + page, 'about:'))]
    expect(not asked, 'nothing is loaded', asked[:3])
    browser.run("""(() => { const script = document.createElement('script');
      script.textContent = 'window.hacked = 3'; document.body.append(script); })()""")
    expect(browser.run('window.hacked') is None, 'the policy stops any other script')
    expect(len(browser.send('Page.printToPDF')['data']) > 10_000, 'prints')

print(f'page: {checks} checks, {os.path.getsize(page):,} bytes for {len(analyses)} articles; '
      f'screenshots in {out}')
