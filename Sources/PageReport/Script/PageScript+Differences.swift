extension PageScript {
  /// Differences between two sides, measure by measure.
  static let differences = #"""
    const [D, D_LO, D_HI, P, METHOD, ADJUSTED, CORRECTION, SIMPSON, D_WHY]
      = [0, 1, 2, 3, 4, 5, 6, 7, 8];
    const sideName = (group) => group === null ? t('page-all-others') : groupName(groups[group]);
    const contrastName = (contrast) => t('page-against', {first: sideName(contrast.first),
      second: sideName(contrast.second)});
    // Without a choice the side with the most articles: of it there is most to say.
    const contrastNumber = () => {
      const number = Number(get('c') || -1);
      if (comparison.contrasts[number]) return number;
      const sizes = comparison.contrasts.map((each) => groups[each.first].articles.length);
      return sizes.indexOf(Math.max(...sizes));
    };
    const probability = (value) => value === null ? '–' : value < 0.001 ? '< 0.001'
      : value.toFixed(3);
    // What is said of a probability where no others were tested beside it.
    const corrected = (alone, adjusted) => adjusted === null ? alone : adjusted;

    // A list of contrasts; every picker on the page shows and sets the same one.
    function contrastPicker(id) {
      if (!comparison.contrasts.length) return null;
      const select = h('select', {id, class: 'contrast', onchange: (event) => {
        change({c: event.target.value});
        for (const each of document.querySelectorAll('select.contrast')) {
          each.value = event.target.value;
        }
        refresh();
      }}, comparison.contrasts.map((contrast, number) => h('option', {value: String(number)},
        contrastName(contrast) + (contrast.declared ? ' · ' + t('page-declared') : ''))));
      select.value = String(contrastNumber());
      return h('label', {for: id, class: 'picker'}, h('span', {}, t('page-pick-contrast')), select);
    }
    function differenceSection() {
      if (!comparison.contrasts.length) return null;
      const body = h('tbody', {});
      const nothing = h('p', {class: 'unsaid'});
      let isWhole = false;
      const more = h('button', {type: 'button', class: 'more', onclick: () => {
        isWhole = true;
        update();
      }});
      const update = () => {
        const all = measures.map((measure) => [measure, measure.row.contrasts[contrastNumber()]])
          .filter(([, figure]) => figure);
        const found = all.filter(([, figure]) => figure[D] !== null)
          .sort((one, other) => rankOf(one[1]) - rankOf(other[1]));
        const order = inOrder('sort-differences', columns, found, heads);
        const shown = isWhole ? order : order.slice(0, MOST_DIFFERENCES);
        replace(body, shown.map(([measure, figure]) =>
          differenceRow(measure, figure, comparison.contrasts[contrastNumber()])));
        replace(more, t('page-more', {n: found.length - shown.length}));
        more.hidden = shown.length === found.length;
        // Without a row the reason stands in its place.
        replace(nothing, [...new Set(all.map(([, figure]) => because(figure[D_WHY])))].join(blank()));
        nothing.hidden = found.length > 0;
        table.hidden = !found.length;
      };
      const columns = [
        {name: 'measure', title: t('page-pick-measure'), value: ([measure]) => measureTitle(measure)},
        {name: 'difference', title: t('page-difference'), figure: true,
          value: ([, figure]) => figure[D]},
        {name: 'plot', title: t('page-plot'), class: 'plot'},
        {name: 'p', title: t('page-adjusted'), figure: true, value: ([, figure]) =>
          corrected(figure[P], figure[ADJUSTED])},
        {name: 'remark', title: t('page-remark')},
      ];
      const heads = sortHeads('sort-differences', columns, () => update());
      const table = h('table', {class: 'dots wide'}, h('thead', {}, h('tr', {}, heads)), body);
      live.push(update);
      update();
      return section('differences', t('page-differences'), t('page-difference-guide'),
        h('div', {class: 'pickers'}, contrastPicker('contrast-differences'),
          basisPicker('basis-differences')), h('div', {class: 'scroll', tabindex: 0,
          role: 'region', 'aria-labelledby': 'differences-title'}, table), nothing, more);
    }
    const MOST_DIFFERENCES = 20;
    const rankOf = (figure) => figure[ADJUSTED] === null ? 2 : figure[ADJUSTED];
    function differenceRow(measure, figure, contrast) {
      const scale = scaleOf(measure);
      const points = (value) => (value > 0 ? '+' : value < 0 ? '−' : '')
        + Math.abs(scale === 1 ? value * 100 : value).toFixed(1);
      const at = (value) => place(Math.max(0, Math.min(1, (value / scale + 0.6) / 1.2)));
      const remarks = [figure[D_WHY] ? because(figure[D_WHY]) : null,
        figure[SIMPSON] ? t('page-simpson-' + figure[SIMPSON]) : null];
      return h('tr', {}, h('th', {scope: 'row'}, measureTitle(measure), ' ',
        h('span', {class: 'about'}, t('page-table-' + measure.table))),
      h('td', {class: 'points'}, link(behind(measure, contrast.first), {'aria-label':
        t('page-open-behind', {value: points(figure[D])}) + ' · ' + sideName(contrast.first)},
        points(figure[D])), figure[D_LO] === null ? null
        : h('span', {class: 'range'}, ` [${points(figure[D_LO])}, ${points(figure[D_HI])}]`)),
      h('td', {class: 'plot'}, svg('svg', {class: 'strip share', 'aria-hidden': 'true'},
        svg('line', {class: 'zero', x1: '50%', x2: '50%', y1: 0, y2: '100%'}),
        figure[D_LO] === null ? null : svg('line', {class: 'interval', x1: at(figure[D_LO]),
          x2: at(figure[D_HI]), y1: 12, y2: 12}),
        svg('svg', {x: at(figure[D]), y: 12, overflow: 'visible'},
          svg('path', {class: 'mean', d: 'M0-6.5 5.5 0 0 6.5-5.5 0z'})))),
      h('td', {class: 'points'}, figure[P] === null ? t('page-not-tested')
        : probability(corrected(figure[P], figure[ADJUSTED]))),
      h('td', {}, remarks.filter(Boolean).join(blank())));
    }
    """#
}
