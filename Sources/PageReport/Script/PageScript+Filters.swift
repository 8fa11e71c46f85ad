extension PageScript {
  /// What readers pick: by group, type, year, tag, slot and words.
  static let filters = #"""
    const groups = data.comparison ? data.comparison.groups : [];
    const groupOf = new Map();
    groups.forEach((group, number) => group.articles.forEach((place) =>
      groupOf.set(place, number)));
    const groupName = (group) => group.name === null ? t('unknown')
      : fieldValue(data.comparison.by, group.name);
    const stated = (article, name) => (article.f && article.f[name]) || article.m[name] || '';
    const typeOf = (article) => stated(article, 'type');
    const yearOf = (article) => (stated(article, 'date').match(/\d{4}/) || [''])[0];
    const filterNames = ['group', 'type', 'year', 'phase', 'tag', 'slot', 'q'];
    // `3` is a group, `-3` all others of which the name is known.
    function isOfGroup(position, wanted) {
      const own = groupOf.get(position);
      if (!wanted.startsWith('-')) return own === Number(wanted);
      return own !== undefined && own !== Number(wanted.slice(1)) && groups[own].name !== null;
    }
    const sideGroup = (contrast, side) => !side ? String(contrast.first)
      : contrast.second === null ? '-' + contrast.first : String(contrast.second);
    const phaseOf = new Map();
    for (const [name, , positions] of (data.wording && data.wording.phases || {points: []}).points) {
      for (const position of positions) phaseOf.set(position, name);
    }
    // By article: everything in it that can be searched, folded.
    const haystacks = new Map();
    function haystack(position) {
      if (!haystacks.has(position)) {
        const article = data.articles[position];
        haystacks.set(position, folded([article.s, ...Object.values(article.m),
          ...article.b.map((block) => block.t)].join('\n')));
      }
      return haystacks.get(position);
    }
    const needle = () => folded(get('q').trim());
    function hasTag(block, name) {
      const [tag, level] = name.split('/');
      return (block.g || []).some(([place, found]) =>
        data.pack.tags[place].name === tag && found >= Number(level || 1));
    }
    // A slot counts as filled from half its value on, as in the figures; `-` asks for its lack.
    const directivesOf = (article) => bodyBlocks(article).flatMap((block) => block.d || []);
    // What averages leave out is no part of a figure, nor of what is sorted or filtered by one.
    const counted = (directives) => directives.filter((each) => !each.x);
    // How many there are, those that averages leave out apart.
    function directiveCount(directives) {
      const count = counted(directives).length;
      const excluded = directives.length - count;
      const rest = ' + ' + number(excluded) + ' ' + t('page-kept-out');
      return excluded ? [number(count), h('small', {}, rest)] : number(count);
    }
    // Those of a view that counts; one that asks for all has what averages leave out too.
    const isChosen = (directive) => !directive.x || get('all') !== '';
    const chosenDirectives = (article) => directivesOf(article).filter(isChosen);
    function hasSlot(directive, name) {
      const wanted = name.replace(/^-/, '');
      const filled = directive.o.some((slot) =>
        data.pack.slots[slot[SLOT]].name === wanted && slot[VALUE] >= 0.5);
      return name.startsWith('-') ? !filled : filled;
    }
    function articleFits(position) {
      const article = data.articles[position];
      const group = get('group');
      return (group === '' || isOfGroup(position, group))
        && (get('phase') === '' || phaseOf.get(position) === get('phase'))
        && (get('type') === '' || typeOf(article) === get('type'))
        && (get('year') === '' || yearOf(article) === get('year'))
        && (get('tag') === '' || bodyBlocks(article).some((block) => hasTag(block, get('tag'))))
        && (get('slot') === '' || chosenDirectives(article).some((directive) =>
          hasSlot(directive, get('slot'))))
        && (needle() === '' || haystack(position).includes(needle()));
    }
    const fitting = () => data.articles.map((_, position) => position).filter(articleFits);

    let live = [];
    function refresh() {
      for (const update of live) update();
      for (const each of document.querySelectorAll('a[data-keep]')) {
        each.href = address({view: each.dataset.keep, a: null, d: null});
      }
    }
    function filterBar() {
      const options = (values) => values.map(([value, name]) =>
        h('option', {value, selected: false}, name));
      const years = [...new Set(data.articles.map(yearOf))].filter(Boolean).sort();
      const types = [...new Set(data.articles.map(typeOf))].filter(Boolean).sort();
      const pick = (name, word, values) => {
        if (!values.length) return null;
        const select = h('select', {id: 'filter-' + name, onchange: (event) => {
          change({[name]: event.target.value});
          refresh();
        }}, h('option', {value: ''}, t('page-any')), options(values));
        select.value = get(name);
        return h('label', {for: 'filter-' + name}, h('span', {}, t(word)), select);
      };
      const search = h('input', {type: 'search', id: 'filter-q', autocomplete: 'off',
        spellcheck: 'false', oninput: (event) => {
          change({q: event.target.value});
          refresh();
        }});
      search.value = get('q');
      const tagLevels = data.pack.tags.flatMap((tag) => tag.values.map((value, place) =>
        [`${tag.name}/${place + 1}`, `${titleOf(tag)} ≥ ${titleOf(value)}`]));
      const slots = data.pack.slots.flatMap((slot) => [[slot.name, titleOf(slot)],
        ['-' + slot.name, t('page-without', {name: titleOf(slot)})]]);
      return h('form', {class: 'filters', role: 'search', 'aria-label': t('page-filters'),
        onsubmit: (event) => event.preventDefault()},
        pick('group', 'page-group', [
          ...groups.map((group, place) => [String(place), groupName(group)]),
          ...groups.map((group, place) => ['-' + place, t('page-all-but', {name: groupName(group)})]),
        ]),
        pick('type', 'page-type', types.map((type) => [type, fieldValue('type', type)])),
        pick('year', 'page-year', years.map((year) => [year, year])),
        pick('phase', 'page-phase', data.pack.phases.filter(({name}) =>
          [...phaseOf.values()].includes(name)).map((each) => [each.name, titleOf(each)])),
        pick('tag', 'page-tag', tagLevels),
        pick('slot', 'page-slot', slots),
        h('label', {for: 'filter-q'}, h('span', {}, t('page-search')), search),
        h('button', {type: 'button', id: 'filter-reset', onclick: () => {
          change(Object.fromEntries(filterNames.map((name) => [name, null])));
          for (const name of filterNames) {
            const field = document.getElementById('filter-' + name);
            if (field) field.value = '';
          }
          refresh();
        }}, t('page-reset')));
    }
    """#
}
