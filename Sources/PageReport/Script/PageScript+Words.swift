extension PageScript {
  /// Words and numbers in the language that is chosen.
  static let words = #"""
    let language = 'en';

    // The sentence of this name with values in the places of their names.
    function t(name, values) {
      const sentence = data.words[language][name] || data.words.en[name] || name;
      if (!values) return sentence;
      return sentence.replace(/\{(\w+)\}/g,
        (whole, key) => key in values ? String(values[key]) : whole);
    }
    // Analyses hold punctuation at half width; Chinese is set with it at full width, sign for sign.
    const widths = {',': '\uff0c', ';': '\uff1b', ':': '\uff1a', '?': '\uff1f', '!': '\uff01',
      '(': '\uff08', ')': '\uff09'};
    const wide = '[\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef]';
    const narrowSign = new RegExp(`(?<=${wide}[\\u2019\\u201d]?)[,;:?!()]|[,;:?!()](?=${wide})`
      + `|(?<=${wide}[,;:?!()])[,;:?!()]`, 'g');
    const typeset = (text) => text.replace(narrowSign, (sign) => widths[sign]);
    const halfWidths = new Map(Object.entries(widths).map(([half, full]) => [full, half]));
    // What a reader looks for, without regard to width and case.
    const folded = (text) => text.toLowerCase()
      .replace(/[\uff01-\uff1f]/g, (sign) => halfWidths.get(sign) || sign);
    // Between sentences, and between names in a list.
    const blank = () => language === 'zh' ? '' : ' ';
    const comma = () => language === 'zh' ? '\u3001' : ', ';
    const titleOf = (entry) => entry[language] || entry.en || entry.name;
    const known = (entries) => new Map((entries || []).map((entry) => [entry.name, entry]));
    const metadata = known(data.pack.metadata);

    // What a pack calls the value of an entry.
    function valueTitle(entry, name) {
      const value = entry && entry.values.find((each) => each.name === name);
      return value ? titleOf(value) : name;
    }
    function fieldTitle(name) {
      const entry = metadata.get(name);
      return entry ? titleOf(entry) : data.words[language]['key-' + name] || name;
    }
    // A notice in the words of the table, with what it names.
    function sentenceOf(text, kind) {
      for (const [key, word] of Object.entries(data.words[language])) {
        if (!key.startsWith(kind + '-')) continue;
        const names = [];
        const pattern = key.slice(kind.length + 1).split(/\{(\w+)\}/).map((part, place) =>
          place % 2 ? (names.push(part), '(.*?)') : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
        const found = new RegExp('^' + pattern.join('') + '$').exec(text);
        if (!found) continue;
        return t(key, Object.fromEntries(names.map((name, place) =>
          [name, sentenceOf(found[place + 1], name)])));
      }
      return text;
    }
    function fieldValue(name, value) {
      if (value === null || value === undefined || value === '') return t('unknown');
      return valueTitle(metadata.get(name), value);
    }
    function flagTitle(flag) {
      const key = 'flag-' + flag;
      const word = data.words[language][key] || data.words.en[key];
      return word || flag.replaceAll('-', ' ');
    }
    const noiseTitle = (kind) =>
      data.words[language]['noise-' + kind] || kind.replaceAll('-', ' ');

    // One decimal where there is one to show.
    const number = (value) => value === null || value === undefined ? '–'
      : (Math.round(value * 10) / 10).toLocaleString('en', {maximumFractionDigits: 1});
    const fixed = (value) => value === null || value === undefined ? '–' : value.toFixed(1);
    const percent = (share) => share === null || share === undefined ? '–'
      : (share * 100).toFixed(share > 0 && share < 0.1 ? 1 : 0) + '%';
    const symbolsOf = (entry) => entry.symbol || entry.name;
    const byName = (first, second) => first.localeCompare(second, language === 'zh' ? 'zh' : 'en');
    """#
}
