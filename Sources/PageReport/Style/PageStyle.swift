/// The style of a page, one part a file.
enum PageStyle {
  static let text = "\n" + [ground, reading, charts, lists].joined(separator: "\n") + "\n"

  /// Colours, type and the frame around every view.
  ///
  /// Blue and ochre stay apart under all common kinds of colour blindness, and nothing is told by
  /// colour alone: scores differ by the line under the words, tags by their names.
  private static let ground = #"""
    :root {
      --paper: #fbfaf7; --card: #ffffff; --ink: #1c1b19; --soft: #5f5b53; --line: #d9d5cc;
      --faint: #efece5; --score-0: #1a5a9e; --score-1: #8f4f00; --tag-0: #0b6560;
      --tag-1: #6b35a0; --tag-2: #a1265f; --tag-3: #44515f; --tag-4: #5d5a12; --lit: #ffe9a8;
      --lit-ink: #1c1b19; --focus: #1a5a9e;
    }
    :root[data-theme=dark] {
      --paper: #15171a; --card: #1d2024; --ink: #ece9e2; --soft: #b3aea4; --line: #3a3e44;
      --faint: #24282d; --score-0: #8dbdf5; --score-1: #eab664; --tag-0: #62c9bd;
      --tag-1: #c7a8f2; --tag-2: #f4a0c4; --tag-3: #b3bfcd; --tag-4: #d3cf7a; --lit: #574a1c;
      --lit-ink: #fff6dc; --focus: #8dbdf5;
    }
    :root[data-theme=light] { color-scheme: light; }
    :root[data-theme=dark] { color-scheme: dark; }
    * { box-sizing: border-box; }
    html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; }
    body {
      margin: 0; font: 15px/1.55 system-ui, "Noto Sans", "PingFang SC", "Noto Sans CJK SC",
        "Microsoft YaHei", sans-serif;
    }
    h1 { font-size: 1.7rem; line-height: 1.25; margin: .2em 0 .5em; text-wrap: balance; }
    h2 { font-size: 1.2rem; line-height: 1.3; margin: 2.2em 0 .4em; }
    h3 { font-size: 1rem; margin: 1.2em 0 .3em; }
    h2::first-letter, h3::first-letter, caption::first-letter { text-transform: uppercase; }
    h1:focus { outline: none; }
    a { color: var(--score-0); text-underline-offset: .18em; }
    :focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
    button, select, input { font: inherit; color: inherit; }
    button {
      background: none; border: 1px solid var(--line); border-radius: 4px; padding: .15em .7em;
      cursor: pointer;
    }
    button:hover { border-color: var(--soft); }
    code { font: .86em/1.4 ui-monospace, "Noto Sans Mono", monospace; color: var(--soft);
      overflow-wrap: anywhere; }
    .note, .count-line { color: var(--soft); font-size: .9rem; margin: .4em 0; max-width: 75ch; }
    .unsaid { border-left: 3px solid var(--score-1); padding: .2em 0 .2em .8em; margin: .6em 0;
      max-width: 75ch; }
    .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
      white-space: nowrap; }
    .bar {
      display: flex; flex-wrap: wrap; gap: .3em 1.2em; align-items: center; padding: .5em 1.2em;
      border-bottom: 1px solid var(--line); background: var(--card);
    }
    .brand { font-weight: 700; letter-spacing: .02em; }
    .bar nav { display: flex; gap: 1em; }
    .bar nav a { color: var(--soft); text-decoration: none; padding: .2em 0;
      border-bottom: 2px solid transparent; }
    .bar nav a[aria-current] { color: var(--ink); border-color: var(--ink); }
    .tools { margin-left: auto; display: flex; gap: .5em; }
    .skip { position: absolute; left: -99em; }
    .skip:focus { position: static; }
    main { overflow-wrap: anywhere; max-width: 78rem; margin: 0 auto; padding: 1.2em 1.2em 3em; }
    .foot { border-top: 1px solid var(--line); padding: 1em 1.2em 2em; color: var(--soft);
      font-size: .9rem; }
    .foot p { max-width: 75ch; margin: .3em auto .3em 0; }
    """#
}
