extension PageStyle {
  /// Filters, lists and tables, and all views on paper.
  static let lists = #"""
    .filters { display: flex; flex-wrap: wrap; gap: .5em .9em; align-items: flex-end;
      margin: .8em 0; }
    .filters label { display: flex; flex-direction: column; font-size: .86rem; color: var(--soft); }
    .filters select, .filters input { color: var(--ink); background: var(--card);
      border: 1px solid var(--soft); border-radius: 4px; padding: .2em .4em; max-width: 14rem; }
    .scroll { overflow-x: auto; }
    .sortable { width: 100%; font-size: .93rem; }
    .sortable th, .sortable td { text-align: left; padding: .35em .8em .35em 0; vertical-align: top;
      border-top: 1px solid var(--faint); font-weight: 400; }
    .sortable tbody th { min-width: 12em; }
    .sortable td:not(.points) { min-width: 6.2em; }
    .sortable thead th { border-top: 0; border-bottom: 1px solid var(--ink); vertical-align: bottom; }
    .sortable .whole { white-space: nowrap; }
    thead .sort { border: 0; padding: .1em 0; font-weight: 600; text-align: inherit; }
    .sort .arrow::after { content: " ↕"; color: var(--soft); }
    [aria-sort=ascending] .arrow::after { content: " ↑"; color: var(--ink); }
    [aria-sort=descending] .arrow::after { content: " ↓"; color: var(--ink); }
    .sortable th.points, .sortable td.points { text-align: right; }
    .evidence { padding: 0; list-style: none; }
    .evidence li { border-top: 1px solid var(--line); padding: .6em 0; }
    .evidence .text { line-height: 1.9; }
    .evidence .about { font-size: .9rem; margin: .3em 0 0; display: flex; flex-wrap: wrap;
      gap: .2em .9em; align-items: baseline; }
    .chip.score-0 b { color: var(--score-0); } .chip.score-1 b { color: var(--score-1); }
    .more { margin: 1em 0; }
    @media print {
      :root, :root[data-theme=dark] {
        --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #bbb; --faint: #eee;
        --score-0: #1a5a9e; --score-1: #8f4f00; --tag-0: #0b6560; --tag-1: #6b35a0;
        --tag-2: #a1265f; --tag-3: #44515f; --tag-4: #5d5a12; --lit: #fff; --lit-ink: #000;
        color-scheme: light;
      }
      body { font-size: 9.5pt; }
      .bar nav, .tools, .skip, .contents, .filter-band, .filters, .pager, .more, .tip, summary { display: none; }
      main { max-width: none; padding: 0; }
      .row { grid-template-columns: 5.5rem minmax(0, 1fr) 15rem; break-inside: auto; }
      .cards { grid-column: 3; }
      .card, .evidence li, figure, tr { break-inside: avoid; }
      .order { outline: 0; print-color-adjust: exact; }
      .bar-value, .bar-all { print-color-adjust: exact; }
      a { color: inherit; }
    }
    """#
}
