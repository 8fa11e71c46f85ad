extension PageScript {
  /// The list of articles, sorted as the reader likes.
  static let articles = #"""
    function columnsOfArticles() {
      const columns = [
        {name: 'title', title: t('page-article'), value: ([article]) => articleTitle(article)},
        {name: 'place', title: fieldTitle('place'), value: ([article]) => stated(article, 'place')},
        {name: 'date', title: fieldTitle('date'), class: 'whole', value: ([article]) => stated(article, 'date')},
        {name: 'type', title: fieldTitle('type'), class: 'whole',
          value: ([article]) => typeOf(article) ? fieldValue('type', typeOf(article)) : ''},
        {name: 'paragraphs', title: t('page-paragraphs'), figure: true,
          value: ([article]) => bodyBlocks(article).length},
        {name: 'directives', title: t('page-directives'), figure: true,
          value: ([article]) => counted(directivesOf(article)).length,
          shown: ([article]) => directiveCount(directivesOf(article))},
        ...data.pack.scores.map((score, column) => ({name: score.name, title: titleOf(score),
          figure: true, words: fixed, value: ([article]) => article.g[column]})),
      ];
      if (groups.length) {
        columns.splice(1, 0, {name: 'group', title: t('page-group'), value: ([, position]) =>
          groupOf.has(position) ? groupName(groups[groupOf.get(position)]) : ''});
      }
      return columns;
    }
    function articleTable() {
      const count = h('p', {class: 'count-line', role: 'status', 'aria-live': 'polite'});
      const body = h('tbody', {});
      const columns = columnsOfArticles();
      const update = () => {
        const found = fitting();
        replace(count, t('page-found', {n: found.length, total: data.articles.length}));
        const rows = found.map((position) => [data.articles[position], position]);
        replace(body, inOrder('sort', columns, rows, heads).map(([article, position]) =>
          h('tr', {}, columns.map((each, place) => {
            const value = each.value([article, position]);
            if (place === 0) {
              return h('th', {scope: 'row'}, link({view: 'article', a: position}, {}, value));
            }
            return h('td', {class: each.class || (each.figure ? 'points' : null)},
              each.shown ? each.shown([article, position])
                : each.figure ? (each.words || number)(value) : value);
          }))));
      };
      const heads = sortHeads('sort', columns, update);
      live.push(update);
      update();
      return h('section', {'aria-labelledby': 'articles-title', id: 'articles'},
        h('h2', {id: 'articles-title'}, t('page-articles')), count,
        h('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-labelledby':
          'articles-title'}, h('table', {class: 'sortable'}, h('thead', {}, h('tr', {}, heads)), body)));
    }
    """#
}
