extension PageScript {
  /// Wording: sentences, what makes a difference, distinctive terms, shared passages.
  static let wording = #"""
    const wordingOf = data.wording || null;
    function languageSections() {
      if (!wordingOf) return [];
      return [sentenceSection(), gapSection(), termSection(), divergenceSection(), reuseSection()];
    }
    // Article, body paragraph and directive as the address of the place.
    function bodyPlace(position, paragraph) {
      let count = -1;
      return data.articles[position].b.findIndex((block) =>
        block.z === undefined && ++count === paragraph);
    }
    function placeLink([position, paragraph, directive], ...children) {
      const block = bodyPlace(position, paragraph);
      return link({view: 'article', a: position,
        d: directive === undefined ? block : block + '.' + directive}, {}, children);
    }
    function quote(where) {
      const block = data.articles[where[0]].b[bodyPlace(where[0], where[1])];
      const directive = block && (block.d || [])[where[2]];
      if (!directive) return null;
      return h('li', {}, h('q', {lang: 'zh'}, directiveText(block, directive)), ' ',
        placeLink(where, articleTitle(data.articles[where[0]])));
    }
    function sentenceSection() {
      const sentences = wordingOf.sentences.map((each) => each[language] || each.en);
      return sentences.length ? section('sentences', t('page-sentences'), null,
        h('ul', {class: 'sentences'}, sentences.map((each) => h('li', {}, each)))) : null;
    }
    function termSection() {
      const holder = h('div', {});
      const update = () => {
        const contrast = comparison.contrasts[contrastNumber()];
        const found = (wordingOf.contrasts[contrastNumber()] || {terms: []}).terms
          .filter((each) => each.basis === chosenBasis());
        replace(holder, found.length ? found.map((list) => termList(contrast, list))
          : h('p', {class: 'unsaid'}, comparison.contrasts.length
            ? t('page-nothing-here') : because(['one-group'])));
      };
      live.push(update);
      update();
      return section('terms', t('page-terms'), t('page-terms-guide'),
        h('div', {class: 'pickers'}, contrastPicker('contrast-terms'), basisPicker('basis-terms')),
        holder);
    }
    function termList(contrast, list) {
      const title = h('h3', {}, t('page-feature-' + list.feature));
      if (list.reason) return [title, h('p', {class: 'unsaid'}, because(list.reason))];
      const most = Math.max(1, ...[...list.first, ...list.second].map((term) =>
        Math.abs(term[4][0][1])));
      const side = (terms, number) => {
        const columns = [
          {name: 'term', title: t('page-term'), value: (term) => term[1]},
          {name: 'uses', title: t('page-uses'), figure: true, value: (term) => term[2][number]},
          {name: 'articles', title: t('page-in-articles'), figure: true,
            value: (term) => term[3][number]},
          {name: 'z', title: 'z', figure: true, value: (term) => Math.abs(term[4][0][1])},
        ];
        const body = h('tbody', {});
        const heads = sortHeads('sort-terms', columns, () => update());
        const update = () => replace(body, inOrder('sort-terms', columns, terms, heads)
          .map((term) => termRow(contrast, term, number, most)));
        update();
        return h('div', {},
          h('table', {class: 'terms'},
            h('caption', {}, sideName(number ? contrast.second : contrast.first)),
            h('thead', {}, h('tr', {}, heads)), body),
          terms.length ? null : h('p', {class: 'unsaid'}, t('page-no-terms')));
      };
      return [title, h('div', {class: 'pair'}, side(list.first, 0), side(list.second, 1)),
        list.single.length ? h('p', {class: 'note'}, t('page-single-source'), blank(),
          list.single.slice(0, 12).map((term) => term[1]).join(', ')) : null];
    }
    function termRow(contrast, term, number, most) {
      const [slot, text, uses, articles, estimates, holds, examples] = term;
      const entry = slot ? slotEntries.get(slot) : null;
      const strength = Math.abs(estimates[0][1]);
      return h('tr', {}, h('th', {scope: 'row'},
        link({view: 'evidence', q: longestRun(text), group: sideGroup(contrast, number)},
          {lang: 'zh'}, typeset(text)),
        entry ? h('span', {class: 'about'}, ' ' + titleOf(entry)) : null,
        holds ? null : h('span', {class: 'about', title: t('page-prior-decides')}, ' †'),
        svg('svg', {class: 'term-bar', 'aria-hidden': 'true', viewBox: '0 0 100 3',
          preserveAspectRatio: 'none'}, svg('rect', {width: strength / most * 100, height: 3})),
        examples.length ? h('details', {}, h('summary', {}, t('page-examples')),
          h('ul', {}, examples.slice(0, 3).map(quote))) : null),
      h('td', {class: 'points'}, `${uses[number]} : ${uses[1 - number]}`),
      h('td', {class: 'points'}, `${articles[number]} : ${articles[1 - number]}`),
      h('td', {class: 'points'}, strength.toFixed(1)));
    }
    // The part of a term that stands in texts as it is: between numbers and hidden names.
    const longestRun = (text) => text.split(/[#\u25a1]+/).reduce((longest, each) =>
      each.length > longest.length ? each : longest, '').trim();
    function gapSection() {
      const holder = h('div', {class: 'pair'});
      const update = () => {
        const contrast = comparison.contrasts[contrastNumber()];
        const gaps = (wordingOf.contrasts[contrastNumber()] || {gaps: []}).gaps
          .filter((each) => each.basis === chosenBasis());
        replace(holder, gaps.length ? gaps.map((gap) => gapCard(contrast, gap))
          : h('p', {class: 'unsaid'}, because(['one-group'])));
      };
      live.push(update);
      update();
      return section('gaps', t('page-gaps'), t('page-gap-guide'), h('div', {class: 'pickers'},
        contrastPicker('contrast-gaps'), basisPicker('basis-gaps')), comparison.within
        ? h('p', {class: 'note'}, t('page-gap-within', {by: fieldTitle(comparison.within)})) : null,
        holder);
    }
    const signed = (value) => {
      const size = Math.abs(value).toFixed(1);
      return (Number(size) === 0 ? '' : value > 0 ? '+' : '−') + size;
    };
    function gapCard(contrast, gap) {
      const column = data.pack.scores.findIndex((each) => each.name === gap.score);
      const title = h('h3', {}, titleOf(data.pack.scores[column] || {name: gap.score}));
      if (gap.gap === null) return h('div', {}, title, h('p', {class: 'unsaid'}, because(gap.reason)));
      return h('div', {class: 'gap score-' + column}, title,
        h('p', {}, t('page-gap', {gap: signed(gap.gap), first: sideName(contrast.first),
          second: sideName(contrast.second), a: gap.articles[0], b: gap.articles[1]}), blank(),
        gap.kept === null || !gap.draws ? null : t('page-kept-weights', {share: percent(gap.kept),
          draws: gap.draws})),
        gap.reason ? h('p', {class: 'unsaid'}, because(gap.reason)) : null,
        gap.splits.map((split) => gapSplit(contrast, split)));
    }
    const partTitle = ([name]) => titleOf(slotEntries.get(name) || rules.get(name) || {name});
    // A number that opens the directives of one side of a contrast.
    const behindSide = (contrast, side, words) => link({view: 'evidence', counted: '1',
      group: sideGroup(contrast, side)}, {'aria-label': t('page-open-behind', {value: words}) + ' · '
      + sideName(side ? contrast.second : contrast.first)}, words);
    function gapSplit(contrast, split) {
      const most = Math.max(0.1, ...split.parts.map((part) => Math.abs(part[2])));
      const columns = [
        {name: 'part', title: t('page-part'), value: (part) => partTitle(part)},
        {name: 'plot', title: t('page-plot'), class: 'plot'},
        {name: 'points', title: t('page-contribution'), figure: true, value: (part) => part[2]},
        {name: 'means', title: t('page-means'), class: 'points'},
        {name: 'p', title: t('page-adjusted'), figure: true, value: (part) => part[6]},
      ];
      const body = h('tbody', {});
      const heads = sortHeads('sort-parts', columns, () => update());
      const partRow = (part) => {
        const [name, slot, points, , means, decides, adjusted, first, second] = part;
        const entry = slotEntries.get(name);
        const width = Math.abs(points) / most * 48;
        const examples = [...first.slice(0, 2), ...second.slice(0, 2)];
        return h('tr', {}, h('th', {scope: 'row'}, partTitle(part),
          !entry && slotEntries.get(slot)
            ? h('span', {class: 'about'}, ' ' + titleOf(slotEntries.get(slot))) : null,
          decides ? h('span', {class: 'about'}, blank() + t('page-decides')) : null,
          examples.length ? h('details', {}, h('summary', {}, t('page-examples')),
            h('ul', {}, examples.map(quote))) : null),
        h('td', {class: 'plot'}, svg('svg', {class: 'strip', 'aria-hidden': 'true'},
          svg('line', {class: 'zero', x1: '50%', x2: '50%', y1: 0, y2: '100%'}),
          svg('rect', {class: 'bar-value', x: (points < 0 ? 50 - width : 50) + '%', y: 7,
            width: width + '%', height: 10}))),
        h('td', {class: 'points'}, signed(points)),
        h('td', {class: 'points'}, means.map((value, side) => [side ? ' : ' : null,
          behindSide(contrast, side, fixed(value))])),
        h('td', {class: 'points'}, adjusted === null ? '' : probability(adjusted)));
      };
      const update = () => replace(body,
        inOrder('sort-parts', columns, split.parts.slice(0, 10), heads).map(partRow));
      update();
      return h('details', {open: split.level === 'slots'}, h('summary', {},
        t('page-level-' + split.level)), h('div', {class: 'scroll', tabindex: 0, role: 'region',
        'aria-label': t('page-level-' + split.level)}, h('table', {class: 'dots'},
        h('thead', {}, h('tr', {}, heads)), body)),
      h('p', {class: 'note'}, t('page-rest', {unlisted: signed(split.unlisted),
        remainder: signed(split.remainder)})));
    }
    // A matrix of contrasts and profiles: rows that may be shown; of the others the reason stands.
    function divergenceSection() {
      const first = wordingOf.contrasts.find((each) => each.divergences.length);
      if (!first) return null;
      const tables = first.divergences.map((each) => each.table);
      const isShown = (figure) => figure.bits !== null && figure.p !== null;
      const rows = wordingOf.contrasts.map((each, number) => ({figures: each.divergences,
        contrast: comparison.contrasts[number],
        name: contrastName(comparison.contrasts[number])}));
      const shown = rows.filter(({figures}) => figures.some(isShown));
      const hidden = new Map();
      for (const {figures, name} of rows.filter((row) => !shown.includes(row))) {
        const why = because((figures.find((figure) => figure.reason) || {reason: null}).reason);
        hidden.set(why, [...(hidden.get(why) || []), name]);
      }
      const columns = [{name: 'sides', title: t('page-sides'), value: ({name}) => name},
        ...tables.map((table, place) => ({name: table, title: t('page-table-' + table), figure: true,
          value: ({figures}) => isShown(figures[place]) ? figures[place].excess : null}))];
      const heads = sortHeads('sort-divergence', columns, () => update());
      const body = h('tbody', {});
      const update = () => replace(body, inOrder('sort-divergence', columns, shown, heads)
        .map((row) => h('tr', {}, h('th', {scope: 'row'}, row.name), row.figures.map((figure, place) =>
          h('td', {class: 'points'}, isShown(figure)
            ? divergenceFigure(row.contrast, tables[place], figure)
            : h('span', {class: 'why', title: because(figure.reason)}, '–'))))));
      update();
      return section('divergence', t('page-divergence'), t('page-divergence-guide'),
        shown.length ? h('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-labelledby':
          'divergence-title'}, h('table', {class: 'sortable matrix'},
          h('thead', {}, h('tr', {}, heads)), body)) : null,
        hidden.size ? h('ul', {class: 'unsaid'}, [...hidden].map(([why, names]) => h('li', {}, why,
          blank(), t('page-concerns', {names: names.join(comma())})))) : null);
    }
    // The excess, which opens what the profile of the first side is made of.
    function divergenceFigure(contrast, table, figure) {
      const words = signedBits(figure.excess);
      return [link({view: 'evidence', group: String(contrast.first),
        of: isOfParagraphs(table) ? 'paragraphs' : null, tagged: table === 'functions' ? '1' : null},
      {class: 'value', 'aria-label': t('page-open-behind', {value: words}) + ' · '
        + sideName(contrast.first)}, words), h('span', {class: 'range'},
      ` (${figure.bits.toFixed(3)} − ${figure.null.toFixed(3)}); ${
        probability(corrected(figure.p, figure.adjusted))}`)];
    }
    const signedBits = (value) => (value >= 0 ? '+' : '−') + Math.abs(value).toFixed(3);
    function reuseSection() {
      const list = h('ol', {class: 'clusters', tabindex: -1});
      const chosen = h('p', {class: 'note', role: 'status'});
      const nothing = h('p', {class: 'unsaid'}, t('page-no-reuse'));
      const more = h('button', {type: 'button', class: 'more', onclick: () => show(Infinity)});
      // The sentences of the group that the reader picked, or of all.
      const show = (most) => {
        const group = get('shared') === '' ? null : groups[Number(get('shared'))];
        const found = wordingOf.clusters.filter((each) =>
          !group || each.g.includes(Number(get('shared'))));
        replace(list, found.slice(0, most).map(clusterItem));
        replace(more, t('page-more', {n: found.length - list.children.length}));
        more.hidden = list.children.length === found.length;
        nothing.hidden = found.length > 0;
        chosen.hidden = !group;
        replace(chosen, group ? [t('page-reuse-chosen', {name: groupName(group)}), blank(),
          h('a', {href: address({shared: null}), onclick: (event) => pick(event, null)},
            t('page-reuse-all'))] : null);
      };
      const pick = (event, group) => {
        event.preventDefault();
        change({shared: group});
        show(FIRST_CLUSTERS);
        list.focus();
      };
      show(FIRST_CLUSTERS);
      const shares = ['reuse', 'foreignReuse', 'commonness', 'lexicon'];
      const rows = groups.map((group, place) => ({group, place, own: wordingOf.groups[place]}));
      const isRankable = groups.every((group) => group.articles.length >= LEAST_SHADED);
      const columns = [
        {name: 'group', title: t('page-group'), value: ({group}) => groupName(group)},
        {name: 'articles', title: t('page-n'), figure: true,
          value: ({group}) => group.articles.length},
        ...shares.map((name) => ({name, title: t('page-share-' + name.toLowerCase()), figure: true,
          value: isRankable ? ({own}) => own[name][MEAN] : null})),
      ];
      const heads = sortHeads('sort-reuse', columns, () => update());
      const body = h('tbody', {});
      const update = () => replace(body, inOrder('sort-reuse', columns, rows, heads)
        .map(({group, place, own}) => h('tr', {}, h('th', {scope: 'row'},
          link({view: 'articles', group: String(place)}, {}, groupName(group))),
        h('td', {class: 'points'}, String(group.articles.length)),
        shares.map((name) => h('td', {class: 'points'}, shareCell(own[name], name, place))))));
      const shareCell = (figure, name, place) => {
        if (figure[MEAN] === null) return '–';
        const counts = h('span', {class: 'counts'}, `${figure[COUNT]}/${figure[TOTAL]} `);
        if (!name.toLowerCase().includes('reuse')) return [counts, percent(figure[MEAN])];
        return [counts, h('a', {href: address({shared: String(place)}), 'aria-label':
          t('page-open-behind', {value: percent(figure[MEAN])}), onclick: (event) =>
          pick(event, String(place))}, percent(figure[MEAN]))];
      };
      update();
      return section('reuse', t('page-reuse'), t('page-reuse-guide', {n: wordingOf.clusterCount,
        s: wordingOf.sentenceCount, c: wordingOf.leastCharacters}),
      h('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-labelledby': 'reuse-title'},
        h('table', {class: 'sortable'}, h('thead', {}, h('tr', {}, heads)), body)),
      chosen, nothing, list, more);
    }
    const FIRST_CLUSTERS = 12;
    const clusterItem = (cluster) => h('li', {},
      h('p', {class: 'text', lang: 'zh'}, typeset(cluster.t)),
      h('p', {class: 'about'}, t('page-cluster', {a: cluster.a, g: cluster.g.length}), blank(),
        cluster.date ? t('page-first-seen', {date: cluster.date}) + blank() : null,
        cluster.undated ? t('page-cluster-undated', {n: cluster.undated}) : null,
        h('details', {}, h('summary', {}, t('page-where')), h('ul', {}, cluster.s.map((where) =>
          h('li', {}, placeLink(where, articleTitle(data.articles[where[0]])), ' · ',
            [groupOf.has(where[0]) ? groupName(groups[groupOf.get(where[0])]) : '',
              stated(data.articles[where[0]], 'date')].filter(Boolean).join(' · ')))))));
    """#
}
