extension PageScript {
  /// Many figures at once: tags and slots as a heat map, articles in a scatter and over time.
  static let maps = #"""
    // From this number of articles on a group is shaded: shades of fewer would rank noise.
    const LEAST_SHADED = 8;

    function heatSection() {
      const columns = measures.filter(({table}) => table === 'tags' || table === 'slots');
      if (!columns.length) return null;
      const isShaded = groups.some((group) => group.articles.length >= LEAST_SHADED);
      const head = (table) => columns.filter((each) => each.table === table).length;
      const own = [
        {name: 'group', title: t('page-group'), value: ({group}) => groupName(group)},
        {name: 'articles', title: t('page-n'), figure: true,
          value: ({group}) => group.articles.length},
      ];
      const body = h('tbody', {});
      const heads = sortHeads('sort-heat', own, () => update());
      const rows = groups.map((group, place) => ({group, place}));
      const update = () => replace(body, inOrder('sort-heat', own, rows, heads)
        .map(({group, place}) => h('tr', {}, h('th', {scope: 'row'}, groupName(group)),
          h('td', {class: 'points'}, String(group.articles.length)),
          columns.map((measure) => heatCell(measure, group, place)))));
      update();
      return section('heat', t('page-heat'), t('page-heat-guide', {n: LEAST_SHADED}),
        isShaded ? shadeLegend() : h('p', {class: 'unsaid'}, t('page-no-shades', {n: LEAST_SHADED})),
        h('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-labelledby': 'heat-title'},
          h('table', {class: 'heat'},
            h('thead', {},
              h('tr', {}, h('td', {}), h('td', {}), ['tags', 'slots'].filter(head).map((table) =>
                h('th', {scope: 'colgroup', colspan: head(table)}, t('page-table-' + table)))),
              h('tr', {}, heads, columns.map((measure) =>
                  h('th', {scope: 'col', class: 'steep'}, h('div', {}, h('a', {href:
                    address({m: measure.key}), onclick: (event) => {
                    event.preventDefault();
                    change({m: measure.key});
                    refresh();
                    document.getElementById('measure-section').scrollIntoView();
                    document.getElementById('measure').focus();
                  }}, measureTitle(measure))))))),
            body)));
    }
    function heatCell(measure, group, number) {
      const figure = measure.row.groups[number].f;
      if (figure[MEAN] === null) return h('td', {class: 'cell'}, '–');
      const shade = group.articles.length >= LEAST_SHADED
        ? Math.min(5, Math.floor(figure[MEAN] * 6)) : null;
      return h('td', {class: 'cell ' + (shade === null ? 'plain' : 'shade-' + shade)},
        link(behind(measure, number), {title: `${groupName(group)} · ${measureTitle(measure)}: ${
          figure[COUNT]}/${figure[TOTAL]}`, 'aria-label': `${measureTitle(measure)}: ${
          figure[COUNT]}/${figure[TOTAL]}, ${percent(figure[MEAN])}`},
        String(Math.round(figure[MEAN] * 100))));
    }
    const shadeLegend = () => h('p', {class: 'shades', 'aria-hidden': 'true'},
      [0, 1, 2, 3, 4, 5].map((shade) => h('span', {class: 'cell shade-' + shade},
        `${Math.round(shade * 100 / 6)}–${Math.round((shade + 1) * 100 / 6)}`)),
      h('span', {class: 'cell plain'}, t('page-unshaded')));

    // Each document type has a form of its own.
    const forms = [
      'M-4.4 0a4.4 4.4 0 1 0 8.8 0a4.4 4.4 0 1 0-8.8 0z', 'M-4-4h8v8h-8z', 'M0-5.4 5 4h-10z',
      'M0-5.6 5.6 0 0 5.6-5.6 0z', 'M-1.5-5h3v3.5h3.5v3h-3.5v3.5h-3v-3.5h-3.5v-3h3.5z',
      'M0 5.4 5-4h-10z',
    ];
    const typeNames = [...new Set(data.articles.map(typeOf))].sort();
    const formOf = (type) => typeNames.indexOf(type) % forms.length;
    const typeMark = (type, attributes) => svg('path', {d: forms[formOf(type)],
      class: 'form form-' + formOf(type), ...attributes});

    function scatterSection() {
      if (data.pack.scores.length < 2) return null;
      const [wide, tall, left, low] = innerWidth < 640 ? [380, 330, 40, 40] : [760, 470, 46, 40];
      // Both axes alike, and as far as there are articles; their names say how far they could go.
      const highest = Math.max(0, ...data.articles.flatMap((article) => article.g.slice(0, 2)));
      const end = Math.min(100, Math.max(20, Math.ceil(highest / 20) * 20));
      const x = (value) => left + value / end * (wide - left - 12);
      const y = (value) => tall - low - value / end * (tall - low - 12);
      const step = end > 40 ? 20 : 10;
      const ticks = Array.from({length: end / step + 1}, (_, each) => each * step);
      const marks = svg('g', {});
      const chart = svg('svg', {class: 'scatter', viewBox: `0 0 ${wide} ${tall}`, role: 'group',
        'aria-labelledby': 'scatter-title'},
        ticks.map((tick) => [
          svg('line', {class: 'grid', x1: x(tick), x2: x(tick), y1: y(0), y2: y(end)}),
          svg('line', {class: 'grid', x1: x(0), x2: x(end), y1: y(tick), y2: y(tick)}),
          svg('text', {x: x(tick), y: y(0) + 16, 'text-anchor': 'middle'}, String(tick)),
          svg('text', {x: x(0) - 7, y: y(tick) + 4, 'text-anchor': 'end'}, String(tick))]),
        svg('text', {class: 'axis-name', x: x(end), y: tall - 5, 'text-anchor': 'end'},
          titleOf(data.pack.scores[0]) + ' (0–100) →'),
        svg('text', {class: 'axis-name', x: 13, y: y(end), 'text-anchor': 'end',
          transform: `rotate(-90 13 ${y(end)})`}, titleOf(data.pack.scores[1]) + ' (0–100) →'),
        marks);
      const count = h('p', {class: 'count-line', role: 'status', 'aria-live': 'polite'});
      const update = () => {
        const found = fitting().filter((each) => data.articles[each].g[0] !== null
          && data.articles[each].g[1] !== null);
        const order = found.slice().sort((one, other) =>
          data.articles[one].g[0] - data.articles[other].g[0]);
        replace(count, t('page-found', {n: found.length, total: data.articles.length}));
        const shown = new Set(found);
        replace(marks, data.articles.map((article, position) => shown.has(position)
          || article.g[0] === null || article.g[1] === null ? null
          : svg('circle', {class: 'faded', cx: x(article.g[0]), cy: y(article.g[1]), r: 2.5})),
        order.map((position, index) => {
          const article = data.articles[position];
          const name = `${articleTitle(article)} · ${groupOf.has(position)
            ? groupName(groups[groupOf.get(position)]) : ''} · ${fieldValue('type', typeOf(article))}: ${
            fixed(article.g[0])} / ${fixed(article.g[1])}`;
          const node = svg('a', {href: address({view: 'article', a: position}, false),
            'aria-label': name, tabindex: index ? -1 : 0,
            transform: `translate(${x(article.g[0])} ${y(article.g[1])})`}, typeMark(typeOf(article)));
          node.explain = () => name;
          return node;
        }));
      };
      chart.addEventListener('mouseover', (event) => tip(event.target.closest('a')));
      chart.addEventListener('mouseleave', () => tip(null));
      chart.addEventListener('focusin', (event) => tip(event.target.closest('a')));
      chart.addEventListener('focusout', () => tip(null));
      chart.addEventListener('keydown', (event) => {
        const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
        const all = [...marks.querySelectorAll('a')];
        const next = step && all[all.indexOf(event.target.closest('a')) + step];
        if (!next) return;
        event.preventDefault();
        for (const each of all) each.setAttribute('tabindex', each === next ? 0 : -1);
        next.focus();
      });
      live.push(update);
      update();
      return section('scatter', t('page-scatter', {x: titleOf(data.pack.scores[0]),
        y: titleOf(data.pack.scores[1])}), t('page-scatter-guide'), count,
      h('p', {class: 'forms'}, typeNames.map((type) => h('span', {class: 'key'},
        svg('svg', {class: 'form-key', viewBox: '-7 -7 14 14', 'aria-hidden': 'true'}, typeMark(type)),
        fieldValue('type', type)))), h('figure', {}, chart));
    }
    function timeSection() {
      const dated = data.articles.map((article, position) => ({position, time: timeOf(article)}))
        .filter(({time}) => time !== null);
      if (!dated.length) {
        return section('time', t('page-time'), null, h('p', {class: 'unsaid'}, t('page-no-dates')));
      }
      const years = dated.map(({time}) => Math.floor(time));
      const [first, last] = [Math.min(...years), Math.max(...years) + 1];
      const at = (time) => place((time - first) / (last - first));
      const step = Math.ceil((last - first) / (innerWidth < 640 ? 2 : 6));
      const ticks = [];
      for (let year = first; year <= last; year += step) ticks.push(year);
      const holder = h('div', {class: 'pair'});
      const update = () => replace(holder, data.pack.scores.map((score, column) =>
        h('table', {class: 'dots'}, h('caption', {}, titleOf(score)),
          h('thead', {}, h('tr', {}, h('th', {scope: 'col'}, t('page-group')),
            h('th', {scope: 'col', class: 'plot'}, svg('svg', {class: 'axis', 'aria-hidden': 'true'},
              ticks.map((tick) => svg('text', {x: at(tick), y: 12, 'text-anchor':
                tick === first ? 'start' : tick === last ? 'end' : 'middle'}, String(tick)))),
            h('span', {class: 'unseen'}, t('page-time'))),
            h('th', {scope: 'col', class: 'points'}, t('page-dated')))),
          h('tbody', {}, groups.map((group, number) => timeRow(group, number, column, at, ticks))))));
      live.push(update);
      update();
      return section('time', t('page-time'), t('page-time-guide'), holder, phaseTables(),
        comparison.undated ? h('p', {class: 'note'}, t('page-why-undated', {n: comparison.undated}))
          : null);
    }
    // The same by phases of the campaign, so that like is compared with like.
    function phaseTables() {
      const phases = wordingOf && wordingOf.phases;
      if (!phases || !phases.points.length) return null;
      const names = data.pack.phases.map((each) => each.name)
        .filter((name) => phases.points.some((point) => point[0] === name));
      const cell = (score, number, name) => {
        const point = phases.points.find((each) => each[0] === name && each[1] === number);
        const figure = point && point[3][score];
        if (!figure || figure[MEAN] === null) return h('td', {class: 'points'}, '–');
        const [low, high] = figure[LO] === null ? [LOWEST, HIGHEST] : [LO, HI];
        const ends = [low, high].map((each) => fixed(figure[each]));
        return h('td', {class: 'points'}, link({view: 'evidence', group: String(number), phase: name,
          counted: '1'}, {class: 'value', 'aria-label': t('page-open-behind',
          {value: fixed(figure[MEAN])})}, fixed(figure[MEAN])), h('span', {class: 'range'},
          figure[N] === 1 ? '' : figure[LO] === null ? ` ${ends.join(' … ')}` : ` [${ends.join(', ')}]`,
          ` n=${figure[N]}`));
      };
      return [h('h3', {id: 'phases-title'}, t('page-phases')), h('p', {class: 'note'},
        t('page-phases-guide'), phases.undated ? blank() + t('page-why-undated', {n: phases.undated})
          : null, phases.outside ? blank() + t('page-phases-outside', {n: phases.outside}) : null),
      ...phases.scores.map((name, score) => h('div', {class: 'scroll', tabindex: 0, role: 'region',
        'aria-labelledby': 'phases-title'}, h('table', {class: 'sortable matrix phases'},
        h('caption', {}, titleOf(data.pack.scores.find((each) => each.name === name) || {name})),
        h('thead', {}, h('tr', {}, h('th', {scope: 'col'}, t('page-group')), names.map((each) =>
          h('th', {scope: 'col', class: 'points'},
            titleOf(data.pack.phases.find((phase) => phase.name === each)))))),
        h('tbody', {}, groups.map((group, number) => h('tr', {}, h('th', {scope: 'row'},
          link({view: 'articles', group: String(number)}, {}, groupName(group))),
        names.map((each) => cell(score, number, each))))))))];
    }
    // Years with their part that is over; days count where the date has them.
    function timeOf(article) {
      const found = stated(article, 'date').match(/(\d{4})(?:\D+(\d{1,2}))?(?:\D+(\d{1,2}))?/);
      if (!found) return null;
      return Number(found[1]) + (found[2] ? (Number(found[2]) - 1) / 12 : 0.5)
        + (found[3] ? (Number(found[3]) - 1) / 366 : 0);
    }
    function timeRow(group, number, column, at, ticks) {
      const own = group.articles.filter((each) => timeOf(data.articles[each]) !== null
        && data.articles[each].g[column] !== null);
      const high = (value) => 52 - value / 100 * 48;
      return h('tr', {}, h('th', {scope: 'row'}, link({view: 'articles', group: String(number)}, {},
        groupName(group))),
      h('td', {class: 'plot'}, svg('svg', {class: 'strip tall score-' + column, 'aria-hidden': 'true'},
        ticks.map((tick) => svg('line', {class: 'grid', x1: at(tick), x2: at(tick), y1: 0,
          y2: '100%'})),
        [0, 50, 100].map((tick) => svg('line', {class: 'grid', x1: place(0), x2: place(1),
          y1: high(tick), y2: high(tick)})),
        own.filter(articleFits).map((each) => svg('circle', {class: 'dot strong', r: 3,
          cx: at(timeOf(data.articles[each])), cy: high(data.articles[each].g[column])})))),
      h('td', {class: 'points'}, String(own.length)));
    }
    """#
}
