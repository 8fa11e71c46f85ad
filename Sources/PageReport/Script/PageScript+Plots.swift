extension PageScript {
  /// Figures of groups as dots on a line, in tables whose words say the same.
  static let plots = #"""
    const comparison = data.comparison;
    const [N, COUNT, TOTAL, MEAN, LOWEST, HIGHEST, LO, HI, WHY] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
    const because = (reason) => reason
      ? t('page-why-' + reason[0], {n: reason[1] === undefined ? '' : reason[1]}) : '';
    const tableOf = (name) => comparison.tables.find((table) => table.table === name);
    const isScore = (table) => table === 'scores';
    const measureKey = (table, row) => [table, row.name, row.level].join('/');
    // A measure gives the figures of all text, or those without repeats where the reader wants them.
    const measures = comparison ? comparison.tables.flatMap((table, number) =>
      table.rows.map((row, place) => ({table: table.table, key: measureKey(table.table, row),
        get row() {
          return hasNoRepeats() ? comparison.withoutRepeats[number].rows[place] : row;
        }}))) : [];
    const chosenBasis = () => get('basis') || 'all';
    const hasNoRepeats = () => comparison.withoutRepeats && chosenBasis() === 'without-repeats';
    const basisName = (basis) => t('page-basis-' + basis);
    // A list of the two; every picker on the page shows and sets the same one.
    function basisPicker(id) {
      if (!comparison.withoutRepeats) return null;
      const select = h('select', {id, class: 'basis', onchange: (event) => {
        change({basis: event.target.value});
        draw(id);
      }}, ['all', 'without-repeats'].map((basis) => h('option', {value: basis}, basisName(basis))));
      select.value = chosenBasis();
      return h('label', {for: id, class: 'picker'}, h('span', {}, t('page-pick-basis')), select);
    }
    const basisNote = () => hasNoRepeats()
      ? h('p', {class: 'note'}, t('page-basis-note')) : null;
    const rules = known(data.pack.rules);
    const measureOf = (key) => measures.find((measure) => measure.key === key) || measures[0];

    function measureTitle({table, row}) {
      if (table === 'scores') return titleOf(data.pack.scores.find((each) => each.name === row.name));
      if (table === 'slots') return titleOf(slotEntries.get(row.name));
      if (table === 'tags') {
        const tag = data.pack.tags.find((each) => each.name === row.name);
        return `${titleOf(tag)} ≥ ${titleOf(tag.values[row.level - 1] || {name: row.level})}`;
      }
      if (table === 'classes') return valueTitle(data.pack.class, row.name);
      if (table === 'functions') return row.name === 'none' ? t('page-none') : valueTitle(data.pack.via, row.name);
      if (table === 'label-sets') return row.name === 'none' ? t('page-none') : row.name.split('+')
        .map((name) => titleOf(data.pack.tags.find((each) => each.name === name) || {name})).join(' + ');
      if (row.name === 'none') return t('page-none');
      return rules.has(row.name) ? titleOf(rules.get(row.name)) : flagTitle(row.name);
    }
    // The figure of one article, as the group's is a mean of: null where there is nothing to count.
    function ownFigure({table, row}, position) {
      const article = data.articles[position];
      const body = bodyBlocks(article);
      const share = (part, whole) => whole ? part / whole : null;
      if (table === 'scores') {
        const column = data.pack.scores.findIndex((each) => each.name === row.name);
        const group = groups[groupOf.get(position)];
        return group && group.notAveraged.includes(position) ? null : article.g[column];
      }
      if (table === 'tags') {
        return share(body.filter((block) => hasTag(block, row.name + '/' + row.level)).length,
          body.length);
      }
      const directives = counted(body.flatMap((block) => block.d || []));
      if (table === 'slots') {
        return share(directives.filter((each) => hasSlot(each, row.name)).length, directives.length);
      }
      if (table === 'classes') {
        return share(directives.filter((each) => string(each.c) === row.name).length,
          directives.length);
      }
      return undefined;
    }
    const figureText = (measure, value) => isScore(measure.table) ? fixed(value) : percent(value);
    const scaleOf = (measure) => isScore(measure.table) ? 100 : 1;

    const isOfParagraphs = (table) => ['tags', 'functions', 'label-sets'].includes(table);
    // Where the evidence of a figure is listed.
    function behind(measure, group) {
      const {table, row} = measure;
      const base = {view: 'evidence', group: group === null ? null : String(group),
        counted: isOfParagraphs(table) ? null : '1'};
      switch (table) {
      case 'tags': return {...base, of: 'paragraphs', tag: row.name + '/' + row.level};
      case 'slots': return {...base, slot: row.name};
      case 'classes': return {...base, class: row.name};
      case 'functions': return {...base, of: 'paragraphs', tagged: '1', via: row.name};
      case 'label-sets': return {...base, of: 'paragraphs', set: row.name};
      case 'force': case 'actions': return {...base, rule: row.name, part: table};
      default: return base;
      }
    }
    const axisTicks = [0, 0.25, 0.5, 0.75, 1];
    function axis(measure) {
      const scale = scaleOf(measure);
      return svg('svg', {class: 'axis', 'aria-hidden': 'true'}, axisTicks.map((tick) =>
        svg('text', {x: place(tick), y: 12, 'text-anchor': tick === 0 ? 'start' : tick === 1 ? 'end'
          : 'middle'}, scale === 1 ? Math.round(tick * 100) + '%' : String(tick * 100))));
    }
    const place = (share) => (2 + share * 96).toFixed(2) + '%';
    // Every article a dot, the mean a diamond, the interval a line; a line that ends open would
    // leave the scale.
    function strip(measure, positions, figure, kind) {
      const scale = scaleOf(measure);
      const at = (value) => place(Math.max(0, Math.min(1, value / scale)));
      const column = data.pack.scores.findIndex((each) => each.name === measure.row.name);
      const box = svg('svg', {class: `strip ${isScore(measure.table) ? 'score-' + column : 'share'}`,
        'aria-hidden': 'true'},
        axisTicks.map((tick) => svg('line', {class: 'grid', x1: place(tick), x2: place(tick), y1: 0,
          y2: '100%'})));
      positions.forEach((position, index) => {
        if (hasNoRepeats() || !articleFits(position)) return;
        const value = ownFigure(measure, position);
        if (value === null || value === undefined) return;
        box.append(svg('circle', {class: 'dot', cx: at(value), cy: 12 + (index * 7 % 5 - 2) * 1.6,
          r: 2.6}));
      });
      if (figure && figure[LO] !== null) {
        box.append(svg('line', {class: 'interval', x1: at(figure[LO]), x2: at(figure[HI]), y1: 12,
          y2: 12}));
      }
      if (figure && figure[MEAN] !== null && figure[N] > 1) {
        box.append(svg('svg', {x: at(figure[MEAN]), y: 12, overflow: 'visible'},
          svg('path', {class: 'mean ' + (kind || ''), d: 'M0-6.5 5.5 0 0 6.5-5.5 0z'})));
      }
      return box;
    }
    // Estimate with its interval, or why there is none.
    function figureCell(measure, figure, group) {
      const cell = h('td', {class: 'points figure-cell'});
      if (figure[MEAN] === null) {
        append(cell, [h('span', {class: 'why'}, because(figure[WHY]) || '–')]);
        return cell;
      }
      const counts = figure[COUNT] === null ? '' : `${figure[COUNT]}/${figure[TOTAL]}`;
      append(cell, [
        counts ? h('span', {class: 'counts'}, counts + ' ') : null,
        link(behind(measure, group), {class: 'value', 'aria-label':
          t('page-open-behind', {value: figureText(measure, figure[MEAN])})},
          figureText(measure, figure[MEAN])),
        figure[LO] !== null
          ? h('span', {class: 'range'}, ` [${figureText(measure, figure[LO])}, ${
            figureText(measure, figure[HI])}]`)
          : figure[N] > 1 ? h('span', {class: 'range open'},
            ` ${figureText(measure, figure[LOWEST])} … ${figureText(measure, figure[HIGHEST])}`)
            : h('span', {class: 'range open'}, ' ' + t('page-one-article')),
      ]);
      return cell;
    }
    function dotTable(measure, name, rows) {
      const body = h('tbody', {});
      const columns = [
        {name: 'group', title: t('page-group'), value: ({group}) => groupName(groups[group])},
        {name: 'articles', title: t('page-n'), figure: true, value: ({figure}) => figure[N]},
        {name: 'plot', class: 'plot', title: [axis(measure), h('span', {class: 'unseen'},
          t('page-plot'))]},
        {name: 'figure', title: t('page-figure'), figure: true,
          value: mayRank(rows) ? ({figure}) => figure[MEAN] : null},
      ];
      const heads = sortHeads('sort-groups', columns, () => update());
      const table = h('table', {class: 'dots'}, h('caption', {}, name),
        h('thead', {}, h('tr', {}, heads)), body);
      const update = () => replace(body, inOrder('sort-groups', columns, rows, heads)
        .map(({group, positions, figure}) => h('tr', {},
          h('th', {scope: 'row'}, link({view: 'articles', group: String(group)}, {},
            groupName(groups[group]))),
          h('td', {class: 'points'}, String(figure[N])),
          h('td', {class: 'plot'}, strip(measure, positions, figure)),
          figureCell(measure, figure, group))));
      live.push(update);
      update();
      return table;
    }
    // Groups may be put in the order of a figure only where none of them is small.
    const mayRank = (rows) => rows.every(({figure}) => figure[N] >= LEAST_SHADED);
    const groupRows = (measure) => groups.map((group, place) => ({
      group: place, positions: group.articles, figure: measure.row.groups[place].f}));
    """#
}
