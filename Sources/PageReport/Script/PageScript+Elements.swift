extension PageScript {
  /// Data, and making of elements.
  static let elements = #"""
    const data = JSON.parse(document.getElementById('data').textContent);
    // Slots come by the number of their kind: [slot, value, low, start, end, rule, …] from here on.
    for (const article of data.articles) {
      for (const block of article.b) {
        for (const directive of block.d || []) {
          directive.o = directive.o.map(([number, start, end, ...rest]) => {
            const [slot, value, low, rule] = data.kinds[number];
            return [slot, value, low, start, end, rule, ...rest];
          });
        }
      }
    }
    const string = (number) => number < 0 ? '' : data.strings[number];

    // Fills `node` with attributes and children. Texts become text nodes, functions listeners.
    function fill(node, attributes, children) {
      for (const [name, value] of Object.entries(attributes || {})) {
        if (value === null || value === undefined || value === false) continue;
        if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
        else node.setAttribute(name, value === true ? '' : value);
      }
      append(node, children);
      return node;
    }
    function append(node, children) {
      for (const child of children) {
        if (child === null || child === undefined || child === false) continue;
        if (Array.isArray(child)) append(node, child);
        else node.append(child);
      }
    }
    const h = (name, attributes, ...children) =>
      fill(document.createElement(name), attributes, children);
    const svg = (name, attributes, ...children) =>
      fill(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);
    const replace = (node, ...children) => {
      node.replaceChildren();
      append(node, children);
    };
    const sum = (values) => values.reduce((total, value) => total + value, 0);
    const mean = (values) => values.length ? sum(values) / values.length : null;
    """#
}
