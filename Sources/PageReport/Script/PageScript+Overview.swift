extension PageScript {
  /// The first screen of a comparison, its scores, and one measure in detail.
  static let overview = #"""
    function drawComparison() {
      // Without groups or measures every chart would be empty: what is missing stands instead.
      const sections = !groups.length || !measures.length ? [comparisonHead(), unsaidList(),
        groups.length ? articleTable() : null, methodSection()].filter(Boolean) : [
        comparisonHead(), unsaidList(), scoreSection(), filterSection(), scatterSection(),
        heatSection(), detailSection(), differenceSection(), ...languageSections(),
        timeSection(), articleTable(), methodSection(),
      ].filter(Boolean);
      const names = sections.filter((each) => each.id && each.querySelector('h2'));
      sections.splice(1, 0, h('nav', {class: 'contents', 'aria-label': t('page-contents')},
        names.map((each) => h('a', {href: '#' + each.id, onclick: (event) => {
          event.preventDefault();
          each.scrollIntoView();
          each.querySelector('h2').focus();
        }}, each.querySelector('h2').textContent))));
      return sections;
    }
    const section = (id, title, guide, ...children) => h('section', {id, 'aria-labelledby':
      id + '-title'}, h('h2', {id: id + '-title', tabindex: -1}, title),
      guide ? h('p', {class: 'note'}, guide) : null, children);

    function comparisonHead() {
      const places = comparison.places.filter(([name]) => name !== null).length;
      const types = comparison.types.map(([name, count]) =>
        `${fieldValue('type', name)} ${count}`).join(' · ');
      const dates = comparison.dates;
      return h('header', {class: 'view-head'},
        h('p', {class: 'kicker'}, titleOf(data.pack.title)),
        h('h1', {id: 'title', tabindex: -1}, t('page-compared', {n: comparison.articles,
          g: groups.length, by: fieldTitle(comparison.by)})),
        h('p', {class: 'lead'}, t('page-collected', {n: comparison.articles, p: places}), blank(),
          dates ? t('page-dates', {first: dates[0], last: dates[1]}) + blank() : null,
          comparison.undated ? t('page-why-undated', {n: comparison.undated}) + blank() : null,
          comparison.leftOut ? t('page-left-out', {n: comparison.leftOut,
            m: comparison.minimum}) : null),
        h('p', {class: 'note'}, types),
        h('p', {class: 'standing'}, t('standing-note'), blank(), t('page-how-to-compare')));
    }
    function unsaidList() {
      if (!comparison.unsaid.length) return null;
      const byReason = new Map();
      for (const each of comparison.unsaid) {
        const isFew = each.reason[0] === 'few-articles';
        const words = isFew ? t('page-few-articles') : because(each.reason);
        const name = each.group !== undefined ? groupName(groups[each.group]) : each.name;
        if (!byReason.has(words)) byReason.set(words, []);
        if (name) byReason.get(words).push(isFew ? `${name} ${each.reason[1]}` : name);
      }
      return section('unsaid', t('page-unsaid'), null, h('ul', {class: 'unsaid'},
        [...byReason].map(([words, names]) => h('li', {}, words,
          names.length ? blank() + t('page-concerns', {names: names.join(comma())}) : null))));
    }
    function scoreSection() {
      return section('scores', t('page-scores'), t('page-dot-guide'),
        basisPicker('basis-scores'), basisNote(),
        comparison.within ? h('p', {class: 'note'}, t('page-within',
          {by: fieldTitle(comparison.within)})) : null, h('div', {class: 'pair'},
          measures.filter(({table}) => table === 'scores').map((measure) =>
            dotTable(measure, measureTitle(measure), groupRows(measure)))));
    }
    const filterSection = () => h('div', {class: 'filter-band'},
      h('p', {class: 'note'}, t('page-filter-guide')), filterBar());

    // One measure that the reader picks: all groups, and each document type for itself.
    function detailSection() {
      const holder = h('div', {});
      const select = h('select', {id: 'measure', onchange: (event) => {
        change({m: event.target.value});
        refresh();
      }}, comparison.tables.map((table) => h('optgroup', {label: t('page-table-' + table.table)},
        table.rows.map((row) => h('option', {value: measureKey(table.table, row)},
          measureTitle({table: table.table, row}))))));
      const update = () => {
        const measure = measureOf(get('m'));
        select.value = measure.key;
        live = live.filter((each) => !each.isDetail);
        const count = live.length;
        const pooled = groups.map((group, place) => [place, measure.row.groups[place].pooled])
          .filter(([, value]) => value !== undefined && value !== null);
        const mixed = groups.map((group, place) => [place, measure.row.groups[place].standardised])
          .filter(([, figure]) => figure);
        replace(holder, h('div', {class: 'pair'},
          dotTable(measure, measureTitle(measure), groupRows(measure))),
          mixed.length ? h('p', {class: 'note standardised'}, t('page-standardised',
            {by: fieldTitle(comparison.within)}), blank(), mixed.map(([place, figure]) =>
            `${groupName(groups[place])} ${figure[MEAN] === null ? '–'
              : figureText(measure, figure[MEAN])}${figure[LO] === null ? ''
              : ` [${figureText(measure, figure[LO])}, ${figureText(measure, figure[HI])}]`}`)
            .join(comma())) : null,
          pooled.length ? h('p', {class: 'note'}, t('page-pooled'), blank(), pooled.map(([place, value]) =>
            `${groupName(groups[place])} ${figureText(measure, value)}`).join(', ')) : null,
          h('h3', {}, t('page-by-type')), typePanels(measure));
        for (const each of live.slice(count)) each.isDetail = true;
      };
      update();
      const chosen = () => {
        if (select.value !== measureOf(get('m')).key) update();
      };
      select.addEventListener('change', update);
      live.push(chosen);
      return section('measure-section', t('page-measure'), t('page-measure-guide'),
        h('div', {class: 'pickers'}, h('label', {for: 'measure', class: 'picker'},
          h('span', {}, t('page-pick-measure')), select), basisPicker('basis-measure')), holder);
    }
    // Small multiples: the groups within one document type, means of what is in it.
    function typePanels(measure) {
      const types = [...new Set(data.articles.map(typeOf))].sort();
      if (hasNoRepeats() && comparison.within !== 'type') {
        return h('p', {class: 'unsaid'}, t('page-basis-note'));
      }
      if (ownFigure(measure, 0) === undefined) {
        return h('p', {class: 'unsaid'}, t('page-no-own-figures'));
      }
      const isStratified = comparison.within === 'type';
      return h('div', {class: 'panels'}, types.map((type) => {
        const rows = groups.map((group, place) => {
          const positions = group.articles.filter((each) => typeOf(data.articles[each]) === type);
          const stratum = comparison.strata.indexOf(type || null);
          const strata = measure.row.groups[place].strata;
          const figure = isStratified && strata && strata[stratum] ? strata[stratum]
            : plainFigure(measure, positions);
          return {group: place, positions, figure};
        }).filter(({positions}) => positions.length);
        return rows.length ? dotTable(measure, fieldValue('type', type) + ' · '
          + measureTitle(measure), rows) : null;
      }));
    }
    function plainFigure(measure, positions) {
      const values = positions.map((each) => ownFigure(measure, each))
        .filter((each) => each !== null && each !== undefined);
      return [values.length, null, null, mean(values), Math.min(...values), Math.max(...values),
        null, null, values.length ? null : [['scores', 'slots', 'classes'].includes(measure.table)
          ? 'no-directives' : 'no-values']];
    }
    function methodSection() {
      return section('method', t('page-method'), null,
        h('p', {class: 'note'}, t('page-method-text', {level: percent(comparison.level),
          draws: comparison.bootstrap, splits: comparison.permutations,
          share: percent(comparison.falseShare), seed: comparison.seed})),
        comparison.packs.length > 1 ? h('p', {class: 'unsaid'}, t('page-why-mixed-packs',
          {n: comparison.packs.length})) : null,
        h('ul', {class: 'note'}, comparison.packs.map((pack) => h('li', {},
          `${pack.name} ${pack.version} `, h('code', {}, pack.fingerprint), ` (${pack.articles})`))));
    }
    """#
}
