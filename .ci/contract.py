"""Checks ndjson output against the contract: fields, spans that reproduce their text, points."""
import json
import os
import re
import sys

output, root = sys.argv[1], sys.argv[2]
spans = 0
places = 0


def han(text):
    return re.sub(r'[^\u4e00-\u9fff]', '', text)


def check_span(data, item, what):
    """The bytes of a span hold the item's text up to removed noise and folding."""
    global spans
    start, end = item['bytes']
    assert 0 <= start <= end <= len(data), (what, item)
    raw = data[start:end].decode('utf-8')
    if not re.search(r'[a-zA-Zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]', raw) and han(raw) != han(item['text']):
        # Traditional characters differ one by one; their number does not.
        assert len(han(raw)) == len(han(item['text'])), (what, raw, item['text'])
    spans += 1


def check_place(paragraph, item, what):
    """`in_text` cuts the item's text out of the paragraph, byte for byte."""
    global places
    if item['in_text'] is None:
        return
    start, end = item['in_text']
    cut = paragraph['text'].encode('utf-8')[start:end].decode('utf-8')
    assert cut == item['text'], (what, cut, item)
    places += 1


for line in open(output, encoding='utf-8'):
    record = json.loads(line)
    assert record['schema'] == 'duban.analysis/1'
    for key in ('source', 'pack', 'document', 'paragraphs', 'scores', 'noise', 'diagnostics'):
        assert key in record, key
    for key in ('title', 'place', 'region', 'level', 'date', 'type', 'outlet'):
        assert key in record['document'], key
    path = record['source']
    data = open(path if os.path.exists(path) else os.path.join(root, path), 'rb').read()
    for number, paragraph in enumerate(record['paragraphs'], 1):
        assert paragraph['index'] == number
        for fact in paragraph.get('fields', {}).values():
            assert fact['value'] and fact['rule'], fact
        check_span(data, paragraph, 'paragraph')
        for tag in paragraph['tags']:
            assert tag['level'] in (1, 2) and tag['evidence'], tag
            for evidence in tag['evidence']:
                check_span(data, evidence, 'evidence')
                check_place(paragraph, evidence, 'evidence')
        for directive in paragraph['directives']:
            check_span(data, directive, 'directive')
            assert directive['in_text'], directive
            check_place(paragraph, directive, 'directive')
            for name, slot in directive['slots'].items():
                assert slot['bytes'] or slot['flags'], ('no span, no credit', name, slot)
                if slot['bytes']:
                    check_span(data, slot, 'slot')
                check_place(paragraph, slot, 'slot')
                for other in slot['others']:
                    assert slot['text'] and other['rule'], ('other words', name, slot)
                    check_span(data, other, 'other words')
                    check_place(paragraph, other, 'other words')
            for name in ('specificity', 'accountability'):
                score = directive[name]
                assert 0 <= score['low'] <= score['score'] <= score['high'] <= 100, score
                total = sum(score['parts'].values())
                for step in score['adjustments']:
                    assert abs(step['before'] - total) < 0.01, (score, total)
                    total = step['after']
                assert abs(total - score['score']) <= 0.51 or total > 100, (score, total)
print(f'contract: {spans} spans and {places} places reproduce their text, every score adds up')
