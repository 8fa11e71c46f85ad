extension PageScript {
  /// One article as text.
  static let reading = #"""
    const articleTitle = (article) => article.m.title ? typeset(article.m.title) : article.s;
    const bodyBlocks = (article) => article.b.filter((block) => block.z === undefined);

    function drawArticle(position) {
      const article = data.articles[position];
      const body = h('div', {class: 'reading'});
      let count = 0;
      article.b.forEach((block, place) => {
        if (block.z !== undefined) body.append(otherBlock(block));
        else body.append(paragraphRow(article, position, block, place, ++count));
      });
      if (!count) body.append(h('p', {class: 'unsaid'}, t('page-no-paragraphs')));
      return [articleHead(article, position), legend(), body];
    }
    function articleHead(article, position) {
      const facts = ['place', 'region', 'level', 'date', 'type', 'outlet'].filter((name) =>
        article.m[name]).map((name) =>
        h('div', {}, h('dt', {}, fieldTitle(name)), h('dd', {}, fieldValue(name, article.m[name]))));
      const directives = directivesOf(article);
      const noise = Object.entries(article.n || {});
      return h('header', {class: 'article-head'},
        data.articles.length > 1 ? pager(position) : null,
        h('h1', {id: 'title', tabindex: -1}, articleTitle(article)),
        h('dl', {class: 'facts'}, facts,
          h('div', {}, h('dt', {}, t('page-source')), h('dd', {class: 'path'}, article.s))),
        h('div', {class: 'tiles'},
          tile(String(bodyBlocks(article).length), t('page-paragraphs')),
          tile(directiveCount(directives), t('page-directives')),
          data.pack.scores.map((score, column) =>
            tile(number(article.g[column]), t('page-mean-of', {name: titleOf(score)}),
              'score-' + column))),
        noise.length ? h('p', {class: 'note'}, t('page-repaired') + blank() + noise.map(([kind, times]) =>
          noiseTitle(kind) + ' ' + times).join(comma())) : null,
        (article.x || []).map((notice) => h('p', {class: 'unsaid'}, sentenceOf(notice, 'notice'))),
        h('p', {class: 'note'}, t('standing-note')));
    }
    const tile = (figure, name, kind) => h('div', {class: 'tile ' + (kind || '')},
      h('span', {class: 'figure'}, figure), h('span', {class: 'name'}, name));
    function pager(position) {
      const step = (to, word) => isArticle(to)
        ? link({view: 'article', a: to}, {class: 'step'}, t(word)) : null;
      return h('nav', {class: 'pager', 'aria-label': t('page-articles')},
        link({view: 'articles'}, {class: 'step'}, t('page-all-articles')),
        step(position - 1, 'page-previous'), step(position + 1, 'page-next'));
    }

    // What the marks mean, which also turns them off.
    function legend() {
      const slots = (column) => data.pack.slots.filter((slot) =>
        (scoreOfSlot.get(slot.name) || 0) === column && scoreOfSlot.has(slot.name));
      return h('section', {class: 'legend', 'aria-label': t('page-legend')},
        h('p', {}, t('page-how-to-read')),
        h('div', {class: 'legend-row'},
          data.pack.scores.map((score, column) => h('div', {},
            h('span', {class: 'mark score-' + column}, titleOf(score)), ' ',
            slots(column).map((slot) => h('span', {class: 'key'},
              h('b', {}, symbolsOf(slot)), ' ' + titleOf(slot))))),
          h('div', {}, data.pack.tags.map((tag, place) =>
            h('span', {class: 'key'}, h('span', {class: 'tag level-2 tag-' + place}, titleOf(tag)))),
            h('span', {class: 'key'}, t('page-level-legend')))));
    }
    const otherBlock = (block) => h('div', {class: 'row other'},
      h('div', {class: 'margin'}, h('span', {class: 'zone'},
        valueTitle(data.pack.zones[0], string(block.z)))),
      h('p', {class: 'text'}, block.t));

    function paragraphRow(article, position, block, place, count) {
      const tags = (block.g || []).map(([tag, level, evidence]) =>
        tagButton(block, tag, level, evidence));
      const order = (number) => h('button', {
        class: 'number', type: 'button', id: `order-${place}-${number}`,
        'aria-label': t('page-directive-number', {n: number + 1, p: count}),
        'aria-describedby': `card-${place}-${number}`, 'data-d': number,
        onclick: () => {
          change({view: 'article', a: position, d: place + '.' + number});
          select(place, number);
          const details = document.querySelector(`#card-${place}-${number} details`);
          if (details) details.open = !details.open;
        },
      }, String(number + 1));
      const row = h('section', {class: 'row', id: 'p' + place, 'aria-label':
        t('page-paragraph-number', {n: count})},
        h('div', {class: 'margin'}, h('span', {class: 'count'}, String(count)), tags,
          data.pack.fields.filter((entry) => (block.h || {})[entry.name]).map((entry) =>
            h('span', {class: 'zone'}, titleOf(entry) + ' ' + valueTitle(entry, block.h[entry.name])))),
        h('p', {class: 'text', lang: 'zh'}, markedText(block, order)),
        h('div', {class: 'cards'}, (block.d || []).map((directive, number) =>
          card(block, directive, place, number))));
      row.addEventListener('mouseover', (event) => point(row, event.target));
      row.addEventListener('mouseleave', () => point(row, null));
      row.addEventListener('focusin', (event) => point(row, event.target));
      row.addEventListener('focusout', () => point(row, null));
      row.addEventListener('keydown', (event) => walk(row, event));
      return row;
    }
    function tagButton(block, tag, level, evidence) {
      const entry = data.pack.tags[tag];
      const value = entry.values[level - 1];
      const rules = [...new Set(evidence.map((each) => string(each[0])))];
      const button = h('button', {type: 'button', class: `tag level-${level} tag-${tag}`,
        'data-tag': tag,
        'aria-label': `${titleOf(entry)}: ${value ? titleOf(value) : level}`},
        titleOf(entry), h('span', {class: 'level', 'aria-hidden': 'true'}, String(level)));
      button.explain = () => [
        h('div', {}, h('b', {}, titleOf(entry)), ' ', value ? titleOf(value) : String(level)),
        rules.length ? rules.map((rule) => h('code', {}, rule))
          : h('div', {}, t('page-without-words'))];
      return button;
    }

    // Lights up in `row` what `target` is about, and says what it earned.
    function point(row, target) {
      const holder = target && target.closest('[data-d]');
      const tag = target && target.closest('[data-tag]');
      const mark = target && target.closest('.mark');
      for (const each of row.querySelectorAll('.lit')) each.classList.remove('lit');
      row.classList.toggle('by-tag', Boolean(tag));
      if (tag) {
        for (const each of row.querySelectorAll('.text .tag-' + tag.dataset.tag)) {
          each.classList.add('lit');
        }
      }
      if (holder) {
        for (const each of row.querySelectorAll(`[data-d="${holder.dataset.d}"]`)) {
          each.classList.add('lit');
        }
      }
      const line = target && target.closest('[data-slot]');
      if (line) {
        for (const each of row.querySelectorAll('.mark')) {
          if (each.dataset.slots.split(' ').includes(line.dataset.slot)) each.classList.add('lit');
        }
      }
      tip(tag || (mark && mark.explain ? mark : null));
    }
    // Arrows go from the number of a directive through its marked words; escape goes back.
    function walk(row, event) {
      const holder = event.target.closest('.order');
      if (!holder || !['ArrowRight', 'ArrowLeft', 'Escape'].includes(event.key)) return;
      const stops = [...row.querySelectorAll(
        `.number[data-d="${holder.dataset.d}"], .order[data-d="${holder.dataset.d}"] .mark`)];
      const step = event.key === 'ArrowRight' ? 1 : -1;
      const next = event.key === 'Escape' ? stops[0]
        : stops[stops.indexOf(event.target) + step];
      if (!next) return;
      event.preventDefault();
      next.focus();
    }
    const tipBox = h('div', {class: 'tip', role: 'tooltip', id: 'tip', hidden: true});
    function tip(node) {
      if (!node) {
        tipBox.hidden = true;
        return;
      }
      replace(tipBox, node.explain());
      tipBox.hidden = false;
      const place = node.getBoundingClientRect();
      const box = tipBox.getBoundingClientRect();
      const left = Math.max(8, Math.min(place.left, innerWidth - box.width - 8));
      const above = place.top - box.height - 8;
      tipBox.style.left = left + 'px';
      tipBox.style.top = (above > 0 ? above : place.bottom + 8) + 'px';
    }

    // A directive with its scores, and how they add up.
    function card(block, directive, place, number) {
      const about = [
        data.pack.class ? valueTitle(data.pack.class, string(directive.c)) : string(directive.c),
        directive.k !== undefined && data.pack.kind
          ? valueTitle(data.pack.kind, string(directive.k)) : null,
        directive.i !== undefined && data.pack.grammar
          ? valueTitle(data.pack.grammar, string(directive.i)) : null,
        directive.x ? t('page-kept-out') : null,
        directive.w ? t('page-said-by', {name: directive.w}) : null,
      ].filter(Boolean);
      return h('article', {class: 'card', id: `card-${place}-${number}`, 'data-d': number,
        'aria-label': t('page-directive-card', {n: number + 1})},
        h('div', {class: 'card-head'}, h('span', {class: 'number', 'aria-hidden': 'true'},
          String(number + 1)), h('span', {class: 'about'}, about.join(' · '))),
        h('div', {class: 'scores'}, directive.n.map(scoreLine)),
        h('details', {}, h('summary', {}, t('page-score-parts')),
          scoreParts(block, directive, number)));
    }
    function scoreLine(score, column) {
      const entry = data.pack.scores[column];
      const band = score[4] < 0 ? '' : valueTitle(entry, string(score[4]));
      return h('div', {class: 'score score-' + column},
        h('span', {class: 'score-name'}, titleOf(entry)),
        h('span', {class: 'score-value'}, String(score[0])),
        h('span', {class: 'bar', 'aria-hidden': 'true'},
          svg('svg', {viewBox: '0 0 100 8', preserveAspectRatio: 'none'},
            svg('rect', {class: 'bar-all', width: 100, height: 8}),
            svg('rect', {class: 'bar-value', width: score[0], height: 8}),
            score[1] < score[2] ? svg('rect', {class: 'bar-band', x: score[1], y: 3,
              width: score[2] - score[1], height: 2}) : null)),
        h('span', {class: 'band'}, band, score[1] < score[2]
          ? ` (${score[1]}–${score[2]})` : null));
    }
    function scoreParts(block, directive, number) {
      const slots = new Map(directive.o.map((slot) => [data.pack.slots[slot[SLOT]].name, slot]));
      return directive.n.map((score, column) => {
        const rows = score[5].map(([part, points]) => {
          const slot = slots.get(string(part));
          const entry = slotEntries.get(string(part));
          const flags = slot ? (slot[FLAGS] || []).map((flag) => flagTitle(string(flag))) : [];
          return h('tr', {'data-slot': slot ? number + ':' + slot[SLOT] : null},
            h('th', {scope: 'row'}, entry ? titleOf(entry) : string(part)),
            h('td', {class: 'words'}, slot ? slotText(block, slot) : '',
              flags.length ? h('span', {class: 'flags'}, ' ' + flags.join(', ')) : null,
              slot && slot[RULE] >= 0 ? h('code', {}, string(slot[RULE])) : null),
            h('td', {class: 'points'}, slot ? number1(slot[VALUE]) : ''),
            h('td', {class: 'points'}, fixed(points)));
        });
        const steps = (score[6] || []).map(([id, before, after]) => h('tr', {class: 'step-row'},
          h('th', {scope: 'row', colspan: 3}, string(id)),
          h('td', {class: 'points'}, `${fixed(before)} → ${fixed(after)}`)));
        const total = h('tr', {class: 'total'},
          h('th', {scope: 'row', colspan: 3}, titleOf(data.pack.scores[column])),
          h('td', {class: 'points'}, String(score[0])));
        const context = score[3] === null || score[3] === score[0] ? null : h('tr', {},
          h('th', {scope: 'row', colspan: 3}, t('page-in-context')),
          h('td', {class: 'points'}, fixed(score[3])));
        return h('table', {class: 'parts score-' + column},
          h('caption', {class: 'unseen'}, titleOf(data.pack.scores[column])),
          h('thead', {}, h('tr', {}, ['page-slot', 'page-words', 'page-value', 'page-points']
            .map((word) => h('th', {scope: 'col'}, t(word))))),
          h('tbody', {}, rows, steps, total, context));
      }).concat(leftOpen(slots), directive.y
        ? h('p', {class: 'note'}, t('page-tail', {words: directive.y})) : null);
    }
    const number1 = (value) => String(Math.round(value * 100) / 100);
    function leftOpen(slots) {
      const open = data.pack.slots.filter((slot) => slot.absent && !slots.has(slot.name))
        .map((slot) => slot.absent[language] || slot.absent.en);
      return open.length ? h('p', {class: 'note'},
        t('page-left-open') + blank() + open.join('; ')) : null;
    }
    function select(place, number) {
      for (const each of document.querySelectorAll('.chosen')) each.classList.remove('chosen');
      const row = document.getElementById('p' + place);
      if (!row) return;
      for (const each of row.querySelectorAll(`[data-d="${number}"]`)) each.classList.add('chosen');
    }
    """#
}
