// What is wrong with the page for those who hear it or reach it by keys: a list of sentences.
(() => {
  const found = [];
  const visible = (node) => {
    const box = node.getBoundingClientRect();
    const style = getComputedStyle(node);
    return box.width > 0 && box.height > 0 && style.visibility !== 'hidden'
      && !node.closest('details:not([open]) > :not(summary)');
  };
  const describe = (node) => node.outerHTML.slice(0, 140);
  const name = (node) => (node.getAttribute('aria-label')
    || (node.labels && [...node.labels].map((each) => each.textContent).join(' '))
    || node.textContent || '').trim();

  if (!document.documentElement.lang) found.push('no language');
  if (!document.title.trim()) found.push('no title');
  if (document.querySelectorAll('main').length !== 1) found.push('not one main');
  if (document.querySelectorAll('h1').length !== 1) found.push('not one h1');
  let level = 0;
  for (const heading of document.querySelectorAll('h1, h2, h3, h4')) {
    const own = Number(heading.tagName[1]);
    if (own > level + 1) found.push('a level of headings is skipped: ' + describe(heading));
    level = own;
  }
  const ids = new Set();
  for (const node of document.querySelectorAll('[id]')) {
    if (ids.has(node.id)) found.push('an id twice: ' + node.id);
    ids.add(node.id);
  }
  for (const node of document.querySelectorAll('[aria-labelledby], [aria-describedby], label[for]')) {
    const names = (node.getAttribute('aria-labelledby') || node.getAttribute('aria-describedby')
      || node.getAttribute('for')).split(' ');
    for (const each of names) if (!ids.has(each)) found.push('refers to nothing: ' + describe(node));
  }
  for (const node of document.querySelectorAll('button, a[href], select, input, summary')) {
    if (!name(node)) found.push('no name: ' + describe(node));
  }
  for (const node of document.querySelectorAll('[tabindex]')) {
    if (Number(node.getAttribute('tabindex')) > 0) found.push('own order of tabs: ' + describe(node));
  }
  for (const node of document.querySelectorAll('#page svg')) {
    if (node.parentElement.closest('svg')) continue;
    if (!node.closest('[aria-hidden=true]') && !node.getAttribute('aria-labelledby')
      && !node.getAttribute('aria-label')) found.push('a picture without a name: ' + describe(node));
  }
  for (const node of document.querySelectorAll('table')) {
    if ([...node.querySelectorAll('thead th')].some((cell) => !cell.getAttribute('scope'))) {
      found.push('a head of a table without scope: ' + describe(node));
    }
    if (!node.querySelector('tbody th[scope=row]') && node.querySelector('tbody tr')) {
      found.push('rows without heads: ' + describe(node));
    }
  }
  for (const node of document.querySelectorAll('[style]')) {
    if (!node.closest('.tip')) found.push('a style in place: ' + describe(node));
  }

  // Contrast of texts by WCAG 2.2: 4.5, or 3 for large ones.
  const parse = (color) => {
    const parts = color.match(/[\d.]+/g).map(Number);
    return {rgb: parts.slice(0, 3), alpha: parts.length > 3 ? parts[3] : 1};
  };
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((value) => value / 255).map((value) =>
      value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (node) => {
    for (let each = node; each; each = each.parentElement) {
      const {rgb, alpha} = parse(getComputedStyle(each).backgroundColor);
      if (alpha === 1) return rgb;
    }
    return [255, 255, 255];
  };
  const seen = new Set();
  const walker = document.createTreeWalker(document.getElementById('page'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !visible(node) || node.closest('.unseen, .skip')) continue;
    const style = getComputedStyle(node);
    const isDrawn = node instanceof SVGElement;
    const color = parse(isDrawn ? style.fill : style.color);
    const [one, other] = [luminance(color.rgb), luminance(ground(node))].sort((a, b) => b - a);
    const ratio = (one + 0.05) / (other + 0.05);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const key = [node.className, color.rgb, ratio.toFixed(2)].join('|');
    if (ratio < (isLarge ? 3 : 4.5) && !seen.has(key)) {
      seen.add(key);
      found.push(`contrast ${ratio.toFixed(2)}: ${describe(node)}`);
    }
  }
  if (document.documentElement.scrollWidth > innerWidth) {
    found.push(`wider than the window: ${document.documentElement.scrollWidth} > ${innerWidth}`);
  }
  return found;
})()
