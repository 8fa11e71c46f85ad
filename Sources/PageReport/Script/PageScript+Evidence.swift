extension PageScript {
  /// The directives or paragraphs behind a figure.
  static let evidence = #"""
    const EVIDENCE_STEP = 60;

    // Directives that count in averages, or paragraphs, that fit what the reader picked.
    function evidenceFound() {
      const found = [];
      const isParagraphs = get('of') === 'paragraphs';
      for (const position of fitting()) {
        // Articles with few directives are listed, not averaged: a figure does not count them.
        const group = groups[groupOf.get(position)];
        if (get('counted') !== '' && (!group || group.notAveraged.includes(position))) continue;
        data.articles[position].b.forEach((block, place) => {
          if (block.z !== undefined) return;
          if (get('tag') !== '' && !hasTag(block, get('tag'))) return;
          if (get('via') !== '' && string(block.v) !== get('via')) return;
          if (get('tagged') !== '' && !block.g) return;
          if (get('set') !== '' && labelSet(block) !== get('set')) return;
          const holds = (text) => needle() === '' || folded(text).includes(needle());
          if (isParagraphs) {
            if (holds(block.t)) found.push({position, place, block, number: -1});
            return;
          }
          (block.d || []).forEach((directive, number) => {
            if (!isChosen(directive)) return;
            if (get('slot') !== '' && !hasSlot(directive, get('slot'))) return;
            if (get('class') !== '' && string(directive.c) !== get('class')) return;
            if (get('rule') !== '' && !directive.o.some((slot) => slot[RULE] >= 0
              && string(slot[RULE]) === get('rule'))) return;
            if (holds(directiveText(block, directive))) found.push({position, place, block, number});
          });
        });
      }
      return found;
    }
    const labelSet = (block) => (block.g || []).map(([tag]) => data.pack.tags[tag].name)
      .join('+') || 'none';
    function drawEvidence() {
      const list = h('ol', {class: 'evidence'});
      const count = h('p', {class: 'count-line', role: 'status', 'aria-live': 'polite'});
      const more = h('button', {type: 'button', class: 'more', onclick: () => show(false)});
      let found = [], shown = 0;
      function show(isNew) {
        if (isNew) {
          found = evidenceFound();
          shown = 0;
          replace(list);
        }
        const next = found.slice(shown, shown + EVIDENCE_STEP);
        append(list, next.map(evidenceItem));
        shown += next.length;
        const word = get('of') === 'paragraphs' ? 'page-found-paragraphs' : 'page-found-directives';
        replace(count, t(word, {n: found.length, a: new Set(found.map((each) =>
          each.position)).size}));
        more.hidden = shown >= found.length;
        replace(more, t('page-more', {n: found.length - shown}));
      }
      live.push(() => show(true));
      show(true);
      const other = get('of') === 'paragraphs' ? '' : 'paragraphs';
      return [h('header', {class: 'view-head'},
        h('h1', {id: 'title', tabindex: -1}, t(other ? 'page-directives' : 'page-paragraphs')),
        h('p', {}, t('page-evidence-guide'), ' ',
          h('a', {href: address({of: other || null, slot: null, class: null})},
            t(other ? 'page-show-paragraphs' : 'page-show-directives')))),
      filterBar(), count, list, more];
    }
    function evidenceItem({position, place, block, number}) {
      const article = data.articles[position];
      const directive = number < 0 ? null : block.d[number];
      const about = [articleTitle(article), stated(article, 'place'), stated(article, 'date')];
      const cut = directive && directive.t === undefined ? clipped(block, directive) : block;
      return h('li', {},
        h('p', {class: 'text', lang: 'zh'}, markedText(cut, null)),
        h('p', {class: 'about'},
          directive ? directive.n.map((score, column) => h('span', {class: 'chip score-' + column},
            titleOf(data.pack.scores[column]) + ' ', h('b', {}, String(score[0]))))
            : (block.g || []).map(([tag, level]) => h('span', {class:
              `tag level-${level} tag-${tag}`}, titleOf(data.pack.tags[tag]))),
          link({view: 'article', a: position, d: directive ? place + '.' + number : place}, {},
            about.filter(Boolean).join(' · '))));
    }
    // The directive alone as if it were the paragraph.
    function clipped(block, directive) {
      const [start, end] = directive.p;
      const moved = (slot) => {
        const copy = slot.slice();
        const isInside = slot[START] >= start && slot[END] <= end;
        copy[START] = isInside ? slot[START] - start : -1;
        copy[END] = isInside ? slot[END] - start : -1;
        copy[OTHERS] = otherPlaces(slot).filter(([from, to]) => from >= start && to <= end)
          .flatMap(([from, to]) => [from - start, to - start]);
        return copy;
      };
      return {t: block.t.slice(start, end),
        d: [{...directive, p: [0, end - start], o: directive.o.map(moved)}]};
    }
    """#
}
