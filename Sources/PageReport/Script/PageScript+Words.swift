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
      return entry ? titleOf(entry) : name;
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
      : (share * 100).toFixed(share > 0 && share < 0.1 ? 1 : 0) + ' %';
    const symbolsOf = (entry) => entry.symbol || entry.name;
    const byName = (first, second) => first.localeCompare(second, language === 'zh' ? 'zh' : 'en');
    """#
}
