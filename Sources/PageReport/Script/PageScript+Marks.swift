extension PageScript {
  /// A paragraph as text, with what was found in it marked in place.
  static let marks = #"""
    const [SLOT, VALUE, LOW, START, END, RULE, FLAGS, WORDS, OTHERS] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
    const slotEntries = known(data.pack.slots);
    // The scores that a slot earns points in, by the name of the slot.
    const scoreOfSlot = new Map();
    for (const article of data.articles) {
      for (const block of article.b) {
        block.t = typeset(block.t);
        for (const directive of block.d || []) {
          if (directive.t !== undefined) directive.t = typeset(directive.t);
          directive.n = directive.n.map((number) => data.scores[number]);
          directive.n.forEach((score, position) => {
            for (const [part] of score[5]) {
              if (!scoreOfSlot.has(string(part))) scoreOfSlot.set(string(part), position);
            }
          });
        }
      }
    }
    const slotColumn = (slot) => {
      const position = scoreOfSlot.get(data.pack.slots[slot[SLOT]].name);
      return position === undefined ? 0 : position;
    };
    const directiveText = (block, directive) => directive.t !== undefined ? directive.t
      : block.t.slice(directive.p[0], directive.p[1]);
    const slotText = (block, slot) => [slot[START] < 0 ? slot[WORDS] || ''
      : block.t.slice(slot[START], slot[END]),
      ...otherPlaces(slot).map(([start, end]) => block.t.slice(start, end))].join(' / ');
    // Where else in the text words stand that earned the same value: [start, end] each.
    function otherPlaces(slot) {
      const ends = slot[OTHERS] || [];
      return ends.flatMap((start, position) => position % 2 ? [] : [[start, ends[position + 1]]]);
    }
    // The slot once for each place where its words stand.
    function slotPlaces(slot) {
      const moved = otherPlaces(slot).map(([start, end]) => {
        const copy = slot.slice();
        copy[START] = start;
        copy[END] = end;
        return copy;
      });
      return slot[START] < 0 ? moved : [slot, ...moved];
    }

    // The text cut where anything begins or ends, with what covers each piece.
    function pieces(block) {
      const edges = new Set([0, block.t.length]);
      const directives = (block.d || []).map((directive, number) => ({directive, number}));
      const slots = directives.flatMap(({directive, number}) =>
        directive.o.flatMap(slotPlaces).map((slot) => ({slot, number})));
      const words = (block.g || []).flatMap(([tag, , evidence]) =>
        evidence.filter((each) => each[1] >= 0).map((each) => ({tag, each})));
      for (const {directive} of directives) edges.add(directive.p[0]).add(directive.p[1]);
      for (const {slot} of slots) edges.add(slot[START]).add(slot[END]);
      for (const {each} of words) edges.add(each[1]).add(each[2]);
      const sorted = [...edges].filter((edge) => edge >= 0 && edge <= block.t.length)
        .sort((first, second) => first - second);
      return sorted.slice(0, -1).map((start, position) => {
        const end = sorted[position + 1];
        const holder = directives.find(({directive}) =>
          directive.p[0] <= start && end <= directive.p[1]);
        return {
          start, end, directive: holder ? holder.number : -1,
          slots: slots.filter(({slot}) => slot[START] <= start && end <= slot[END]),
          tags: [...new Set(words.filter(({each}) => each[1] <= start && end <= each[2])
            .map(({tag}) => tag))],
        };
      });
    }

    // `number` names the directives of the paragraph; nothing can be reached by keys without it.
    function markedText(block, number) {
      const nodes = [];
      let holder = null, current = -1;
      const opened = new Set();
      for (const piece of pieces(block)) {
        if (piece.directive !== current) {
          current = piece.directive;
          holder = null;
          if (current >= 0) {
            holder = h('span', {class: 'order', 'data-d': current});
            if (!opened.has(current) && number) holder.append(number(current));
            opened.add(current);
            nodes.push(holder);
          }
        }
        const text = block.t.slice(piece.start, piece.end);
        const node = markedPiece(block, piece, text, Boolean(number));
        if (holder) append(holder, [node]);
        else nodes.push(node);
      }
      return nodes;
    }
    function markedPiece(block, piece, text, isReachable) {
      if (!piece.slots.length && !piece.tags.length) return text;
      const own = piece.slots.filter(({number}) => number === piece.directive || piece.directive < 0);
      const shown = own.length ? own : piece.slots;
      const columns = [...new Set(shown.map(({slot}) => slotColumn(slot)))].sort();
      const names = [columns.map((column) => 'score-' + column).join(' '),
        piece.tags.map((tag) => 'tag-' + tag).join(' ')].join(' ').trim();
      if (!shown.length) {
        return h('span', {class: 'word ' + names}, text);
      }
      const mark = h('span', {
        class: 'mark ' + names, tabindex: isReachable ? -1 : null,
        'aria-label': text + ': ' + shown.map(({slot}) => slotSentence(slot)).join('; '),
        role: 'note', 'data-slots': shown.map(({slot, number}) => number + ':' + slot[SLOT]).join(' '),
      }, text);
      if (isReachable) {
        mark.explain = () => shown.map(({slot, number}) => slotTip(block, slot, number));
      }
      const ending = shown.filter(({slot}) => slot[END] === piece.end);
      if (!ending.length) return mark;
      return [mark, h('sup', {class: 'symbol', 'aria-hidden': 'true'},
        ending.map(({slot}) => symbolsOf(data.pack.slots[slot[SLOT]])).join(''))];
    }
    const slotSentence = (slot) =>
      titleOf(data.pack.slots[slot[SLOT]]) + ' ' + number(slot[VALUE]);
    function slotTip(block, slot, number) {
      const entry = data.pack.slots[slot[SLOT]];
      const points = block.d[number].n.map((score) =>
        score[5].find(([part]) => string(part) === entry.name)).find(Boolean);
      const flags = (slot[FLAGS] || []).map((flag) => flagTitle(string(flag)));
      return h('div', {},
        h('b', {}, titleOf(entry)), ' ',
        t('page-slot-earns', {value: slot[VALUE], points: points ? fixed(points[1]) : '0'}),
        flags.length ? ' · ' + flags.join(', ') : null,
        slot[RULE] >= 0 ? h('code', {}, string(slot[RULE])) : null);
    }
    """#
}
