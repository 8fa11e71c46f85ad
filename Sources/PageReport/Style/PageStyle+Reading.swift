extension PageStyle {
  /// An article as text.
  static let reading = #"""
    .pager { display: flex; gap: 1.2em; font-size: .92rem; margin-bottom: .6em; }
    .facts { display: flex; flex-wrap: wrap; gap: .2em 1.6em; margin: 0 0 1em; }
    .facts div { display: flex; gap: .5em; }
    .facts dt { color: var(--soft); }
    .facts dd { margin: 0; }
    .facts .path { overflow-wrap: anywhere; }
    .tiles { display: flex; flex-wrap: wrap; gap: .2em 2em; margin: .6em 0; }
    .tile { display: flex; flex-direction: column; }
    .tile .figure { font-size: 1.6rem; font-weight: 600; line-height: 1.2;
      font-variant-numeric: tabular-nums; }
    .tile .name { color: var(--soft); font-size: .88rem; }
    .tile.score-0 .figure { color: var(--score-0); }
    .tile.score-1 .figure { color: var(--score-1); }
    .legend { border: 1px solid var(--line); border-width: 1px 0; margin: 1.2em 0; padding: .5em 0;
      font-size: .9rem; }
    .legend p { margin: .2em 0 .5em; max-width: 90ch; }
    .legend-row { display: flex; flex-direction: column; gap: .35em; }
    .key { display: inline-block; margin: 0 .9em 0 0; color: var(--soft); }
    .key b { color: var(--ink); }
    .row { display: grid; grid-template-columns: 7.5rem minmax(0, 1fr) 19rem; gap: 0 1.6rem;
      padding: .5em 0; border-top: 1px solid transparent; }
    .row + .row { border-top-color: var(--faint); }
    .margin { display: flex; flex-direction: column; align-items: flex-end; gap: .35em;
      padding-top: .3em; text-align: right; }
    .count, .zone { color: var(--soft); font-size: .82rem; }
    .text { margin: 0; font: 1.08rem/2.05 "Source Han Serif SC", "Noto Serif CJK SC", "Songti SC",
      SimSun, serif; max-width: 46em; overflow-wrap: anywhere; white-space: pre-wrap; }
    .other .text { color: var(--soft); font-size: .92rem; line-height: 1.6; }
    .tag { display: inline-block; border: 1px solid currentColor; border-radius: 3px;
      padding: 0 .45em; font-size: .86rem; line-height: 1.6; background: none; }
    .tag .level { margin-left: .4em; font-variant-numeric: tabular-nums; }
    .tag.level-1 { border-style: dashed; }
    .tag.tag-0 { color: var(--tag-0); } .tag.tag-1 { color: var(--tag-1); }
    .tag.tag-2 { color: var(--tag-2); } .tag.tag-3 { color: var(--tag-3); }
    .tag.tag-4 { color: var(--tag-4); }
    .tag.level-2 { box-shadow: inset 4px 0 0 currentColor; padding-left: .65em; }
    .order { background: linear-gradient(var(--faint), var(--faint)) 0 50% / 100% 1.75em no-repeat; }
    .mark { text-decoration: underline 2px; text-underline-offset: .3em; cursor: help; }
    .mark.score-0 { text-decoration-color: var(--score-0); }
    .mark.score-1 { text-decoration-color: var(--score-1); text-decoration-style: double;
      text-decoration-thickness: 1.5px; }
    .mark.score-0.score-1 { text-decoration-color: var(--score-0);
      box-shadow: 0 .42em 0 -.32em var(--score-1); }
    .word { text-decoration: underline dotted 1px var(--soft); text-underline-offset: .3em; }
    .symbol { font: 600 .62em/0 system-ui, sans-serif; color: var(--soft); margin: 0 .1em 0 .05em; }
    .number { font: 600 .78rem/1.3 system-ui, sans-serif; border: 1px solid var(--ink);
      border-radius: 1em; min-width: 1.6em; padding: 0 .4em; margin: 0 .25em; background: var(--card);
      text-align: center; vertical-align: .12em; display: inline-block; white-space: nowrap; }
    .lit, .chosen.order { background-color: var(--lit); color: var(--lit-ink); }
    .order.lit, .order.chosen { background: linear-gradient(var(--lit), var(--lit)) 0 50% / 100%
      1.75em no-repeat; }
    .order.lit .lit { outline: 1.5px solid var(--ink); outline-offset: 1px; }
    .by-tag .mark:not(.lit) { text-decoration-color: var(--line); }
    .cards { display: flex; flex-direction: column; gap: .5em; }
    .card { border: 1px solid var(--line); border-radius: 4px; background: var(--card);
      padding: .4em .6em .45em; font-size: .86rem; }
    .card.lit, .card.chosen { border-color: var(--ink); background: var(--card);
      color: var(--ink); box-shadow: 0 0 0 1px var(--ink); }
    .card-head { display: flex; gap: .3em; align-items: baseline; }
    .card-head .number { margin-left: 0; }
    .about { color: var(--soft); }
    .scores { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1em; }
    .score { display: grid; grid-template-columns: 1fr auto; align-items: baseline; }
    .score-name { color: var(--soft); }
    .score .bar, .score .band { grid-column: 1 / 3; }
    .score .band { color: var(--soft); font-size: .92em; }
    .score-value { font-weight: 600; text-align: right; font-variant-numeric: tabular-nums; }
    .bar svg, .score svg { display: block; width: 100%; height: 7px; }
    .score .bar { padding: 0; border: 0; background: none; display: block; }
    .bar-all { fill: var(--faint); }
    .score-0 .bar-value { fill: var(--score-0); } .score-1 .bar-value { fill: var(--score-1); }
    .bar-band { fill: var(--card); opacity: .8; }
    summary { cursor: pointer; color: var(--soft); margin-top: .2em; }
    table { border-collapse: collapse; }
    .parts { width: 100%; margin: .4em 0 .6em; font-size: .95em; }
    .parts th, .parts td { text-align: left; vertical-align: top; padding: .12em .3em .12em 0;
      font-weight: 400; border-top: 1px solid var(--faint); }
    .parts thead th { color: var(--soft); border-top: 2px solid currentColor; }
    .parts.score-0 thead th { border-top-color: var(--score-0); }
    .parts.score-1 thead th { border-top-color: var(--score-1); }
    .parts .words code { display: block; }
    .parts .words { overflow-wrap: anywhere; }
    .parts .flags { color: var(--soft); }
    .parts .total th, .parts .total td { font-weight: 700; border-top: 1px solid var(--ink); }
    .parts tr[data-slot]:hover { background: var(--lit); color: var(--lit-ink); }
    table .points { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .tip { position: fixed; z-index: 9; max-width: 22rem; background: var(--ink);
      color: var(--paper); padding: .4em .7em; border-radius: 4px; font-size: .86rem;
      pointer-events: none; }
    .tip code { color: inherit; display: block; opacity: .85; }
    @media (max-width: 68rem) {
      .row { grid-template-columns: 6rem minmax(0, 1fr); }
      .cards { grid-column: 2; margin-top: .5em; }
    }
    @media (max-width: 40rem) {
      main { padding: .8em .9em 2em; }
      .bar { padding: .5em .9em; }
      .row { grid-template-columns: minmax(0, 1fr); }
      .margin { flex-direction: row; flex-wrap: wrap; justify-content: flex-start; padding: 0 0 .2em; }
      .cards { grid-column: 1; }
      h1 { font-size: 1.35rem; }
    }
    """#
}
