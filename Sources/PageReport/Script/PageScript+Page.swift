extension PageScript {
  /// Puts a view on the page, and changes it with the address.
  static let page = #"""
    const root = document.getElementById('page');
    let drawn = '';

    const views = {
      article: () => drawArticle(isArticle(Number(get('a'))) ? Number(get('a')) : 0),
      articles: () => [h('header', {class: 'view-head'},
        h('h1', {id: 'title', tabindex: -1}, t('page-articles'))), filterBar(), articleTable()],
      evidence: () => drawEvidence(),
    };
    if (comparison) views.overview = () => drawComparison();

    function bar() {
      const other = language === 'zh' ? 'en' : 'zh';
      const tabs = [['overview', 'page-overview'], ['articles', 'page-articles'],
        ['evidence', 'page-directives']].filter(([name]) => views[name]
        && (name !== 'articles' || data.articles.length > 1));
      return h('header', {class: 'bar'},
        h('a', {class: 'skip', href: '#title', onclick: (event) => {
          event.preventDefault();
          document.getElementById('title').focus();
        }}, t('page-skip')),
        h('span', {class: 'brand'}, 'Duban'),
        h('nav', {'aria-label': t('page-views')}, tabs.map(([name, word]) =>
          h('a', {href: address({view: name, a: null, d: null}), 'data-keep': name,
            'aria-current': get('view') === name ? 'page' : null}, t(word)))),
        h('div', {class: 'tools'},
          h('button', {type: 'button', id: 'switch-language', lang: other === 'zh' ? 'zh' : 'en',
            onclick: () => {
              change({lang: other});
              draw('switch-language');
            }}, t('page-other-language')),
          h('button', {type: 'button', id: 'switch-theme', onclick: () => {
            change({theme: isDark() ? 'light' : 'dark'});
            draw('switch-theme');
          }}, t(isDark() ? 'page-light' : 'page-dark'))));
    }
    const isDark = () => get('theme') ? get('theme') === 'dark'
      : matchMedia('(prefers-color-scheme: dark)').matches;
    function foot() {
      return h('footer', {class: 'foot'},
        h('p', {}, t('standing-note')),
        h('p', {}, t('page-not-validated')),
        h('p', {}, titleOf(data.pack.title), ' ', data.pack.name, ' ', data.pack.version, ' ',
          h('code', {}, data.pack.fingerprint)));
    }
    // Draws the view anew; `focus` names what has the focus afterwards.
    function draw(focus) {
      readFragment();
      const view = views[get('view')] ? get('view') : defaults.view;
      const isOther = drawn !== view + get('a');
      drawn = view + get('a');
      live = [];
      sorters = {};
      tip(null);
      document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
      document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
      const main = h('main', {class: 'view-' + view});
      append(main, views[view]());
      replace(root, bar(), main, foot(), tipBox);
      const title = document.getElementById('title');
      document.title = (title ? title.textContent + ' · ' : '') + t('page-name');
      if (typeof focus === 'string') document.getElementById(focus).focus();
      else if (isOther) scrollTo(0, 0);
      showPlace();
    }
    // Goes to the paragraph or directive that the address names.
    function showPlace() {
      if (get('view') !== 'article' || get('d') === '') return;
      const [place, number] = get('d').split('.');
      const row = document.getElementById('p' + place);
      if (!row) return;
      if (number !== undefined) select(place, number);
      row.scrollIntoView({block: 'center'});
    }
    addEventListener('hashchange', () => draw());
    addEventListener('keydown', (event) => {
      if (event.key === 'Escape') tip(null);
    });
    addEventListener('beforeprint', () => {
      for (const each of document.querySelectorAll('details')) each.open = true;
    });
    draw();
    """#
}
