extension PageScript {
  /// The list of articles, sorted as the reader likes.
  static let articles = #"""
    function columnsOfArticles() {
      const columns = [
        {name: 'title', title: t('page-article'), value: (article) => articleTitle(article)},
        {name: 'place', title: fieldTitle('place'), value: (article) => stated(article, 'place')},
        {name: 'date', title: fieldTitle('date'), value: (article) => stated(article, 'date')},
        {name: 'type', title: fieldTitle('type'),
          value: (article) => typeOf(article) ? fieldValue('type', typeOf(article)) : ''},
        {name: 'paragraphs', title: t('page-paragraphs'), figure: true,
          value: (article) => bodyBlocks(article).length},
        {name: 'directives', title: t('page-directives'), figure: true,
          value: (article) => sum(bodyBlocks(article).map((block) => (block.d || []).length))},
        ...data.pack.scores.map((score, column) => ({name: score.name, title: titleOf(score),
          figure: true, value: (article) => article.g[column]})),
      ];
      if (groups.length) {
        columns.splice(1, 0, {name: 'group', title: t('page-group'), value: (article, position) =>
          groupOf.has(position) ? groupName(groups[groupOf.get(position)]) : ''});
      }
      return columns;
    }
    // What is missing stands last either way.
    function sorted(positions, column, isDown) {
      const value = (position) => column.value(data.articles[position], position);
      return positions.slice().sort((first, second) => {
        const [one, other] = [value(first), value(second)];
        const missing = (each) => each === null || each === undefined || each === '';
        if (missing(one) || missing(other)) return missing(one) - missing(other) || first - second;
        const order = column.figure ? one - other : byName(one, other);
        return (isDown ? -order : order) || first - second;
      });
    }
    function articleTable() {
      const count = h('p', {class: 'count-line', role: 'status', 'aria-live': 'polite'});
      const body = h('tbody', {});
      const head = h('tr', {});
      const update = () => {
        const columns = columnsOfArticles();
        const [name, direction] = get('sort').split('.');
        const column = columns.find((each) => each.name === name);
        const found = fitting();
        const order = column ? sorted(found, column, direction === 'down') : found;
        replace(count, t('page-found', {n: found.length, total: data.articles.length}));
        for (const cell of head.children) {
          const own = cell.dataset.column === name;
          cell.setAttribute('aria-sort', !own ? 'none'
            : direction === 'down' ? 'descending' : 'ascending');
        }
        replace(body, order.map((position) => h('tr', {}, columns.map((each, place) => {
          const value = each.value(data.articles[position], position);
          if (place === 0) {
            return h('th', {scope: 'row'}, link({view: 'article', a: position}, {}, value));
          }
          return h('td', {class: each.figure ? 'points' : null},
            each.figure ? number(value) : value);
        }))));
      };
      append(head, columnsOfArticles().map((column) =>
        h('th', {scope: 'col', 'data-column': column.name, class: column.figure ? 'points' : null},
          h('button', {type: 'button', id: 'sort-' + column.name, onclick: () => {
            const isDown = get('sort') === (column.figure ? column.name + '.down' : column.name);
            const other = column.figure ? column.name : column.name + '.down';
            change({sort: isDown ? other : column.figure ? column.name + '.down' : column.name});
            update();
          }}, column.title, h('span', {class: 'arrow', 'aria-hidden': 'true'})))));
      live.push(update);
      update();
      return h('section', {'aria-labelledby': 'articles-title', id: 'articles'},
        h('h2', {id: 'articles-title'}, t('page-articles')), count,
        h('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-labelledby':
          'articles-title'}, h('table', {class: 'sortable'}, h('thead', {}, head), body)));
    }
    """#
}
