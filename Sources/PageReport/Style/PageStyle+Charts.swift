extension PageStyle {
  /// Figures of groups.
  static let charts = #"""
    .kicker { color: var(--soft); margin: 0; letter-spacing: .03em; }
    .lead { font-size: 1.1rem; max-width: 62ch; margin: .2em 0 .5em; }
    .standing { border-left: 3px solid var(--ink); padding: .1em 0 .1em .9em; max-width: 72ch; }
    .contents { display: flex; flex-wrap: wrap; gap: .2em 1.2em; padding: .5em 0;
      border: 1px solid var(--line); border-width: 1px 0; margin: 1.2em 0; font-size: .92rem; }
    ul.unsaid { list-style: none; margin: .4em 0; }
    .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 30rem), 1fr));
      gap: 1.2em 2.6em; align-items: start; }
    .panels { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr));
      gap: 1.2em 2.2em; align-items: start; }
    caption { text-align: left; font-weight: 600; padding: .2em 0; }
    .dots { width: 100%; font-size: .9rem; table-layout: auto; }
    .dots th, .dots td { font-weight: 400; text-align: left; padding: .1em .6em .1em 0;
      border-top: 1px solid var(--faint); vertical-align: middle; }
    .dots tbody th { white-space: nowrap; max-width: 11em; overflow: hidden;
      text-overflow: ellipsis; }
    .dots.wide tbody th, .gap .dots tbody th { white-space: normal; max-width: 22em; }
    .dots thead th { border-top: 0; border-bottom: 1px solid var(--ink); color: var(--soft);
      vertical-align: bottom; white-space: nowrap; }
    .dots th.points, .dots td.points { text-align: right; }
    .dots th.plot, .dots td.plot { width: 99%; min-width: 9rem; padding-right: 1.2em; }
    .dots .figure-cell { white-space: nowrap; }
    .dots.wide th.plot, .dots.wide td.plot, .gap .dots th.plot, .gap .dots td.plot { width: 40%; }
    .gap .dots tbody th { min-width: 8em; }
    .dots.wide tbody th { min-width: 9em; }
    .dots.wide td:last-child { min-width: 11em; }
    .figure-cell .why { display: inline-block; white-space: normal; max-width: 12em; }
    .dots a { color: inherit; text-decoration-color: var(--line); }
    .figure-cell .value { font-weight: 600; }
    .range, .counts, .why { color: var(--soft); font-size: .92em; white-space: nowrap; }
    .strip { display: block; width: 100%; height: 24px; overflow: visible; }
    .strip.tall { height: 56px; }
    .axis { display: block; width: 100%; height: 16px; overflow: visible; }
    .axis text, .scatter text { fill: var(--soft); font-size: 11.5px; }
    .scatter text { font-size: 13px; }
    .grid { stroke: var(--line); stroke-width: 1; opacity: .7; }
    .zero { stroke: var(--soft); stroke-width: 1; }
    .dot { fill: var(--soft); opacity: .42; }
    .dot.strong { opacity: .75; }
    .score-0 .dot.strong { fill: var(--score-0); } .score-1 .dot.strong { fill: var(--score-1); }
    .interval { stroke: var(--ink); stroke-width: 2; }
    .mean { fill: var(--ink); stroke: var(--paper); stroke-width: 1; }
    .score-0 .mean { fill: var(--score-0); } .score-0 .interval { stroke: var(--score-0); }
    .score-1 .mean { fill: var(--score-1); } .score-1 .interval { stroke: var(--score-1); }
    .picker { display: inline-flex; max-width: 100%; flex-direction: column; font-size: .86rem; color: var(--soft);
      margin: .4em 1.2em .6em 0; min-width: 0; }
    .picker select { width: 100%; color: var(--ink); background: var(--card); border: 1px solid var(--soft);
      border-radius: 4px; padding: .25em .4em; max-width: min(100%, 26rem); }
    .filter-band { border: 1px solid var(--line); border-width: 1px 0; margin: 2em 0 0;
      padding: .5em 0; }
    figure { margin: 0; max-width: 54rem; }
    .scatter { width: 100%; height: auto; }
    .axis-name { font-weight: 600; }
    .form { stroke: var(--card); stroke-width: .8; fill: var(--tag-3); }
    .form-0 { fill: var(--score-0); } .form-1 { fill: var(--score-1); }
    .form-2 { fill: var(--tag-2); } .form-3 { fill: var(--tag-0); } .form-4 { fill: var(--tag-1); }
    .scatter a:focus-visible { outline: none; }
    .scatter a:focus-visible .form, .scatter a:hover .form { stroke: var(--ink); stroke-width: 2; }
    .faded { fill: var(--line); }
    .form-key { width: 14px; height: 14px; vertical-align: -2px; margin-right: .3em; }
    .heat { font-size: .88rem; border-spacing: 0; }
    .heat th { font-weight: 400; text-align: left; padding: .1em .7em .1em 0; white-space: nowrap; }
    .heat tbody th { max-width: 14em; overflow: hidden; text-overflow: ellipsis; }
    .heat thead th { color: var(--soft); vertical-align: bottom; }
    .heat th[scope=colgroup] { border-bottom: 1px solid var(--line); text-align: center; }
    .heat .steep { padding: 0; height: 10.5em; min-width: 2.5em; }
    .heat .steep div { writing-mode: vertical-rl; transform: rotate(180deg); margin: 0 auto;
      padding-top: .4em; line-height: 1.1; }
    :root:lang(zh) .heat .steep div { transform: none; margin-top: auto; padding: 0 0 .4em;
      writing-mode: vertical-lr; text-align: right; letter-spacing: .05em; }
    .heat .steep a { color: inherit; text-decoration: none; }
    .heat .steep a:hover { text-decoration: underline; }
    .cell { border: 1px solid var(--paper); text-align: center; min-width: 2.5em; padding: 0;
      font-variant-numeric: tabular-nums; }
    .cell a { display: block; padding: .22em .3em; color: inherit; text-decoration: none; }
    .cell a:hover { text-decoration: underline; }
    .cell.plain { color: var(--ink); box-shadow: inset 0 0 0 1px var(--faint); }
    .shades { display: flex; flex-wrap: wrap; gap: 0; font-size: .86rem; }
    .shades .cell { padding: .15em .6em; }
    .shade-0 { background: #eef3f8; color: #1c1b19; } .shade-1 { background: #d3e2f0; color: #1c1b19; }
    .shade-2 { background: #b1cbe5; color: #1c1b19; } .shade-3 { background: #86aed6; color: #1c1b19; }
    .shade-4 { background: #2f6ba6; color: #ffffff; } .shade-5 { background: #154473; color: #ffffff; }
    .terms { width: 100%; font-size: .93rem; }
    .terms th, .terms td { font-weight: 400; text-align: left; vertical-align: top;
      padding: .18em .7em .18em 0; border-top: 1px solid var(--faint); }
    .terms thead th { color: var(--soft); border-bottom: 1px solid var(--ink); border-top: 0; }
    .terms th.points, .terms td.points { text-align: right; }
    .term-bar { display: block; width: 100%; height: 3px; }
    .term-bar rect { fill: var(--soft); }
    .gap .bar-value { fill: var(--score-0); } .gap.score-1 .bar-value { fill: var(--score-1); }
    .clusters { padding-left: 1.4em; }
    .clusters li { border-top: 1px solid var(--faint); padding: .4em 0; }
    .clusters .text { line-height: 1.7; }
    .clusters ul, .terms ul, .gap ul { padding-left: 1.2em; margin: .3em 0; }
    .clusters ul li, .terms ul li, .gap ul li { border: 0; padding: .1em 0; }
    .sentences li { margin: .4em 0; max-width: 72ch; }
    .matrix th { font-weight: 400; }
    .matrix tbody th { min-width: 12em; }
    .matrix .range { display: block; }
    @media (max-width: 40rem) {
      .dots th.plot, .dots td.plot { width: auto; min-width: 6.4rem; }
      .dots tbody th { max-width: 5.4em; }
      .dots .range { display: block; }
      .dots .counts { display: none; }
    }
    """#
}
