extension PageScript {
  /// What is shown, as it stands in the fragment of the address: a link to it is a link to the view.
  static let fragment = #"""
    const state = {};
    const defaults = {
      view: data.kind === 'comparison' ? 'overview' : data.articles.length === 1 ? 'article'
        : 'articles',
      a: '0',
    };
    const get = (name) => state[name] || defaults[name] || '';
    const isArticle = (position) => Number.isInteger(position) && position >= 0
      && position < data.articles.length;

    function readFragment() {
      for (const name of Object.keys(state)) delete state[name];
      for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
        state[name] = value;
      }
      language = get('lang') === 'zh' || get('lang') === 'en' ? get('lang') : data.language;
    }
    // The fragment with `changes` made; null takes a name out.
    function address(changes, keep) {
      const next = new URLSearchParams();
      for (const [name, value] of Object.entries({...(keep === false ? settings() : state),
        ...changes})) {
        if (value !== null && value !== undefined && value !== '') next.set(name, value);
      }
      return '#' + next.toString();
    }
    // What holds in every view.
    function settings() {
      const kept = {};
      for (const name of ['lang', 'theme']) if (state[name]) kept[name] = state[name];
      return kept;
    }
    // Changes what is shown without a new step in the history.
    function change(changes) {
      history.replaceState(null, '', address(changes));
      readFragment();
    }
    function go(changes, keep) {
      const next = address(changes, keep);
      if (next === location.hash) draw();
      else location.hash = next;
    }
    const link = (changes, attributes, ...children) =>
      h('a', {href: address(changes, false), ...attributes}, ...children);
    """#
}
