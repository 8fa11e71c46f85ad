package import Analysis
package import Impact
package import Verification

/// Writes what `duban watch` shows: one page for each change.
package struct WatchReport: Sendable {
  /// How pages are written; reports of flips beside this one are made with the same.
  package let options: TableReport.Options
  private let words: ReportWords
  /// Whether each page takes the place of the one before it.
  private let clears: Bool
  private var text = ""

  /// An empty page; with `clears` each one begins by clearing the terminal.
  package init(_ options: TableReport.Options, clears: Bool) {
    self.options = options
    self.clears = clears
    words = options.words
  }

  /// The page as it stands; the next one begins empty.
  package mutating func take() -> String {
    defer { text = "" }
    return (clears ? "\u{1B}[H\u{1B}[2J\u{1B}[3J" : "") + text
  }

  private func page(_ body: (inout StyledText) -> Void) -> String {
    var page = StyledText(width: options.width, usesColor: options.usesColor)
    body(&page)
    return page.text
  }

  /// What is watched.
  package mutating func start(articles: Int, files: Int, folder: String) {
    text += page { page in
      page.rule("\(words[.watching]) \(folder)")
      page.line(
        Phrase("\(words[.ruleFiles]) \(files) · \(words[.articles]) \(articles)"))
    }
  }

  /// The files that changed.
  package mutating func change(_ paths: [String]) {
    text += page { page in
      page.rule("\(words[.changedFiles]) \(paths.count)")
      for path in paths.prefix(5) { page.line(Phrase(path), indent: 2) }
      if paths.count > 5 { page.line(Phrase("… +\(paths.count - 5)", .dim), indent: 2) }
    }
  }

  /// What is wrong with the rules, and which ones are used instead.
  package mutating func broken(_ diagnostics: String, keeps pack: PackSummary) {
    text += diagnostics
    text += page { page in
      let name = "\(pack.name) \(pack.version) \(pack.fingerprint.prefix(8))"
      page.line(Phrase("! \(words[.rulesBroken]) \(name)", .bold))
    }
  }

  /// Says that the rules can be used again after `broken`.
  package mutating func mended() {
    text += page { $0.line(Phrase("! \(words[.rulesMended])", .bold)) }
  }

  /// The flips of the first `shown` articles, and how many more there are.
  package mutating func add(_ flips: [[Flip]], _ report: FlipReport, shown: Int) {
    for article in flips.prefix(shown) { text += report.article(article) }
    if flips.count > shown {
      text += page {
        $0.line(Phrase("… +\(flips.count - shown) \(words[.articles]) (--verbose)", .dim))
      }
    }
  }

  /// The articles that are read for the first time and those that are gone, five of each by name.
  package mutating func add(added: [String], removed: [String]) {
    text += page { page in
      for (sign, paths) in [("+", added), ("-", removed)] {
        for path in paths.prefix(5) { page.line(Phrase("\(sign) \(path)")) }
        if paths.count > 5 { page.line(Phrase("\(sign) … +\(paths.count - 5)", .dim)) }
      }
    }
  }

  /// Examples and expectations; of those that hold only the number.
  package mutating func add(
    verdicts: [ExampleVerdict], checks: [(path: String, check: ExpectationCheck)]
  ) {
    var report = VerificationReport(
      width: options.width, usesColor: options.usesColor, words: words)
    if !verdicts.isEmpty { report.add(verdicts) }
    for (path, check) in checks { report.add(check, of: path, lists: false) }
    report.finish(articles: checks.map(\.check))
    text += report.text
  }

  /// The totals of the flips, and how much was analysed again.
  package mutating func totals(
    _ totals: FlipTotals, oneSided: [PackDelta.OneSided], _ report: FlipReport, articles: Int,
    analysed: Int
  ) {
    text += report.totals(totals, oneSided: oneSided, of: articles)
    text += page { $0.line(Phrase("\(words[.analysedAgain]) \(analysed)/\(articles)", .dim)) }
  }
}
