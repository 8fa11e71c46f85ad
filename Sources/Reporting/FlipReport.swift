package import Analysis
package import Impact

/// Writes flips for people: grouped by paragraph, with totals by label and by rule.
package struct FlipReport: Sendable {
  private let options: TableReport.Options
  private let words: ReportWords
  private let pack: PackSummary

  /// `pack` gives labels their titles; that of the second pack.
  package init(pack: PackSummary, options: TableReport.Options) {
    self.pack = pack
    self.options = options
    words = options.words
  }

  /// The flips of one article; empty without flips.
  package func article(_ flips: [Flip]) -> String {
    guard let first = flips.first else { return "" }
    var page = StyledText(width: options.width, usesColor: options.usesColor)
    page.rule(first.article)
    var place: (line: Int?, text: String)?
    for flip in flips {
      if place.map({ $0.line != flip.line }) ?? true { writePlace(flip, to: &page) }
      if Self.isOfDirective(flip), place?.text != flip.text || place?.line != flip.line {
        page.paragraph(Phrase(flip.text, .directive), indent: 4, limit: 2)
      }
      place = (flip.line, Self.isOfDirective(flip) ? flip.text : "")
      write(flip, to: &page)
    }
    page.blankLine()
    return page.text
  }

  private static func isOfDirective(_ flip: Flip) -> Bool {
    [.class, .bearerKind, .excluded, .slot, .score].contains(flip.kind)
  }

  private func writePlace(_ flip: Flip, to page: inout StyledText) {
    guard let line = flip.line else { return }
    let number = flip.paragraph.map { "¶\($0) " } ?? ""
    page.line(Phrase(number, .bold), Phrase(words(.lineNumber, ["line": "\(line)"]), .dim))
    if !Self.isOfDirective(flip), flip.kind != .directive {
      page.paragraph(Phrase(flip.text, .dim), indent: 2, limit: 1)
    }
  }

  private func write(_ flip: Flip, to page: inout StyledText) {
    let absent = "–"
    let name = label(flip.kind, flip.label)
    let head = "\(flip.sign.rawValue) \(name)"
    if flip.kind == .directive {
      page.line(Phrase(head, .bold), indent: 4)
      if let before = flip.values.before {
        page.paragraph(Phrase(before, .directive), indent: 8, lead: "- ", limit: 2)
      }
      if let after = flip.values.after {
        page.paragraph(Phrase(after, .directive), indent: 8, lead: "+ ", limit: 2)
      }
    } else {
      page.flow(
        [
          [Phrase(head, .bold)], [Phrase(flip.values.before ?? absent, .evidence)],
          [Phrase("→")], [Phrase(flip.values.after ?? absent, .evidence)],
        ], separator: " ", indent: 4)
    }
    writeRules(flip, to: &page)
  }

  private func writeRules(_ flip: Flip, to page: inout StyledText) {
    func mentions(_ sign: String, _ list: [RuleMention]) -> [[Phrase]] {
      list.map { mention in
        [Phrase("\(sign)\(mention.rule)"), Phrase(change(mention.change), .dim)]
      }
    }
    var items: [[Phrase]] = []
    if flip.rulesBefore == flip.rulesAfter {
      items = mentions("", flip.rulesAfter)
    } else {
      items = mentions("-", flip.rulesBefore) + mentions("+", flip.rulesAfter)
    }
    if flip.isRedefined { items.append([Phrase(words[.redefined], .dim)]) }
    if items.isEmpty { items = [[Phrase(words[.otherwiseCaused], .dim)]] }
    page.flow(items, separator: "  ", indent: 8)
  }

  private func change(_ change: RuleChange?) -> String {
    switch change {
    case nil: ""
    case .added: " (\(words[.ruleAdded]))"
    case .removed: " (\(words[.ruleRemoved]))"
    case .edited: " (\(words[.ruleEdited]))"
    case .through(let names):
      " (\(words[.through]) \(names.map { "<\($0)>" }.joined(separator: " ")))"
    }
  }

  /// The kind and title of a label in the language of the report.
  private func label(_ kind: Flip.Kind, _ name: String) -> String {
    let entries: [PackSummary.Entry] =
      switch kind {
      case .tag: pack.tags
      case .slot: pack.slots
      case .score: pack.scores
      case .document: pack.metadata
      case .zone, .via, .directive, .class, .bearerKind, .excluded: []
      }
    let title = entries.first { $0.name == name }.map { options.language.title($0.title) } ?? name
    let kind = words[Self.key(kind)]
    return title.isEmpty ? kind : "\(kind) \(title)"
  }

  private static func key(_ kind: Flip.Kind) -> ReportWords.Key {
    switch kind {
    case .document: .document
    case .zone: .zone
    case .tag: .tag
    case .via: .via
    case .directive: .directive
    case .class: .directiveClass
    case .bearerKind: .bearerKind
    case .excluded: .excluded
    case .slot: .slot
    case .score: .score
    }
  }

  /// Labels that only one pack has, then how many flips there are by label and by rule.
  package func totals(_ totals: FlipTotals, oneSided: [PackDelta.OneSided], of articles: Int)
    -> String
  {
    var page = StyledText(width: options.width, usesColor: options.usesColor)
    page.rule(words[.totals])
    for label in oneSided {
      let side = words[label.isNew ? .onlyAfter : .onlyBefore]
      page.line(Phrase("\(self.label(label.kind, label.name))  "), Phrase(side, .dim))
    }
    let flips = totals.labels.reduce(0) { $0 + $1.count.total }
    page.line(
      Phrase("\(words[.flips]) \(flips)", .bold),
      Phrase(" · \(words[.articles]) \(totals.articles)/\(articles)"))
    guard flips > 0 else { return page.text }
    let row = { (name: String, count: FlipTotals.Count) in
      [name, "+\(count.added)", "-\(count.removed)", "~\(count.changed)"]
    }
    page.blankLine()
    TextTable(
      titles: [words[.label], "+", "-", "~"],
      rows: totals.labels.map { row(label($0.kind, $0.label), $0.count) }
    ).write(to: &page)
    if !totals.rules.isEmpty {
      page.blankLine()
      TextTable(
        titles: [words[.rule], "+", "-", "~", ""],
        rows: totals.rules.map {
          row($0.mention.rule, $0.count) + [String(change($0.mention.change).dropFirst())]
        }, endsInWords: true
      ).write(to: &page)
    }
    return page.text
  }
}
