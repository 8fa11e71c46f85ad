extension PageScript {
  /// Tables whose columns sort, in an order that stands in the address.
  static let sorting = #"""
    // A column is {name, title, value, figure, class}; without `value`, what a row is sorted by, its
    // head is no button. The address holds the name of the column under `key`, with `.down` behind it.
    const orderOf = (key) => {
      const [name, direction] = get(key).split('.');
      return {name, isDown: direction === 'down'};
    };
    // By key: what puts the tables in a new order; a key may serve several tables.
    let sorters = {};
    function sortHeads(key, columns, update) {
      sorters[key] = [...(sorters[key] || []), update];
      return columns.map((column) => {
        const kind = column.class || (column.figure ? 'points' : null);
        if (!column.value) return h('th', {scope: 'col', class: kind}, column.title);
        // Figures begin with the highest, words with the first.
        const [first, second] = column.figure ? [column.name + '.down', column.name]
          : [column.name, column.name + '.down'];
        return h('th', {scope: 'col', class: kind, 'data-column': column.name, 'aria-sort': 'none'},
          h('button', {type: 'button', class: 'sort', onclick: () => {
            change({[key]: get(key) === first ? second : first});
            for (const each of sorters[key]) each();
          }}, column.title, h('span', {class: 'arrow', 'aria-hidden': 'true'})));
      });
    }
    // The rows as the reader wants them, what is missing last either way; `heads` say the order.
    function inOrder(key, columns, rows, heads) {
      const {name, isDown} = orderOf(key);
      for (const cell of heads) {
        if (!cell.dataset.column) continue;
        cell.setAttribute('aria-sort', cell.dataset.column !== name ? 'none'
          : isDown ? 'descending' : 'ascending');
      }
      const column = columns.find((each) => each.name === name && each.value);
      if (!column) return rows;
      const isMissing = (value) => value === null || value === undefined || value === '';
      return rows.map((row, place) => ({row, place, value: column.value(row)}))
        .sort((one, other) => {
          if (isMissing(one.value) || isMissing(other.value)) {
            return isMissing(one.value) - isMissing(other.value) || one.place - other.place;
          }
          const order = column.figure ? one.value - other.value : byName(one.value, other.value);
          return (isDown ? -order : order) || one.place - other.place;
        }).map(({row}) => row);
    }
    """#
}
