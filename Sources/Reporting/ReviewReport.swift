package import Analysis
package import Diagnostics
import RuleLanguage
import SourceText

/// What a draft leaves open, for the person who writes it: `duban review`.
///
///     {"schema":"duban.review/1","pack":{"name","version","fingerprint"},"articles":[{"source",
///      "means":{NAME:n},"directives":[{"text","line","bytes":[a,b],"class","scores":{NAME:n},
///      "open":[{"slot","says","words","scores":{NAME:n}}]}]}]}
package struct ReviewReport: Sendable {
  /// The form of the JSON.
  package static let schema = "duban.review/1"
  /// A slot below this is open: what it says cannot be held to.
  private static let open = 0.5

  /// One directive and what a reader could not check tomorrow.
  package struct Finding: Sendable, Hashable {
    /// As the analysis has it, with prospects.
    package var directive: DirectiveResult
    /// 1-based line of the original file.
    package var line: Int
    /// In the order of the pack's slots; empty where nothing is open.
    package var gaps: [Gap]
  }

  /// A slot of a directive that says too little to be held to.
  package struct Gap: Sendable, Hashable {
    /// Index among the slots of the pack.
    package var slot: Int
    /// The scores if the slot were full, in the order of the pack.
    package var scores: [Int]
    /// What the directive does say for the slot, such as that it is to be done at once; empty where it says
    /// nothing in words of its own.
    package var said: String
    /// Whether the bearer is missing of an order to check others: who is checked is not said.
    package var isOfChecked = false
  }

  let pack: PackSummary
  let options: TableReport.Options

  /// A report of drafts that `pack` analysed.
  package init(pack: PackSummary, options: TableReport.Options) {
    self.pack = pack
    self.options = options
  }

  /// The directives of an article that was analysed with prospects, those kept out of averages
  /// left out.
  package func findings(_ result: AnalysisResult) -> [Finding] {
    result.paragraphs.flatMap { paragraph in
      paragraph.directives.filter { !$0.isExcluded }.map { directive in
        let gaps = pack.slots.indices.filter { pack.slots[$0].absent != nil }.compactMap { index in
          gap(index, directive)
        }
        return Finding(directive: directive, line: paragraph.line, gaps: gaps)
      }
    }
  }

  private func gap(_ index: Int, _ directive: DirectiveResult) -> Gap? {
    let name = pack.slots[index].name
    let slot = directive.slots.first { $0.name == name }
    guard (slot?.value ?? 0) < Self.open else { return nil }
    // Where all of the directive fills a slot, no word of it does, nor do words that show that nobody is named.
    let said = slot.flatMap { slot in
      slot.bytes == directive.bytes || slot.isImplied ? nil : slot.text
    }
    return Gap(
      slot: index, scores: directive.prospects.first { $0.slot == name }?.scores ?? [],
      said: said ?? "",
      isOfChecked: name == pack.bearer && slot?.flags.contains(Self.switched) ?? false)
  }

  /// The flag of a bearer who is the checked party.
  private static let switched = "perspective-switch"

  /// What is said of an empty slot.
  func words(_ gap: Gap) -> String {
    if gap.isOfChecked { return options.words(.checkedUnnamed, [:]) }
    return pack.slots[gap.slot].absent.map(options.language.title) ?? ""
  }

  /// What the directive does say for the slot; nil where it says nothing.
  private func said(_ gap: Gap) -> String? {
    gap.said.isEmpty ? nil : options.words(.onlySaid, ["words": gap.said])
  }

  /// The page on one article: each directive with what is open in it, then the means.
  package func table(_ result: AnalysisResult) -> String {
    var page = StyledText(width: options.width, usesColor: options.usesColor)
    page.rule(result.source)
    let findings = findings(result)
    if findings.isEmpty { page.line(Phrase(options.words[.noDirectives])) }
    for finding in findings { write(finding, to: &page) }
    if !findings.isEmpty {
      page.blankLine()
      page.flow(
        zip(pack.scores, result.scores.means).map { score, mean in
          let value = mean.value.map(NumberFormat.oneDecimal) ?? "–"
          return [Phrase("\(options.language.title(score.title)) \(value)", .bold)]
        }, separator: " · ", indent: 0)
      page.line(Phrase(options.words[.standingNote], .dim))
    }
    return page.text
  }

  private func write(_ finding: Finding, to page: inout StyledText) {
    let directive = finding.directive
    let scores = zip(pack.scores, directive.scores).map { score, value in
      "\(options.language.title(score.title)) \(value.score)"
    }
    page.blankLine()
    page.line(
      Phrase(options.words(.lineNumber, ["line": "\(finding.line)"]), .dim), Phrase("  "),
      Phrase(scores.joined(separator: " · "), .dim))
    page.paragraph(Phrase(directive.text, .bold), indent: 2)
    for gap in finding.gaps {
      let said = said(gap).map { [Phrase($0, .evidence)] }
      let items = [[Phrase(words(gap), .tag)], said, [Phrase(gains(gap, directive), .dim)]]
      page.flow(items.compactMap { $0 }, separator: "  ", indent: 4)
    }
  }

  /// Such as `accountability 13 → 38`; only scores that would change.
  func gains(_ gap: Gap, _ directive: DirectiveResult) -> String {
    pack.scores.indices.filter { index in
      gap.scores.indices.contains(index) && gap.scores[index] != directive.scores[index].score
    }.map { index in
      let title = options.language.title(pack.scores[index].title)
      return "\(title) \(directive.scores[index].score) → \(gap.scores[index])"
    }.joined(separator: ", ")
  }

  /// What is open as diagnostics in the article, one a slot; `file` is the index of the article.
  package func diagnostics(_ result: AnalysisResult, file: Int) -> [Diagnostic] {
    findings(result).flatMap { finding in
      finding.gaps.map { gap in
        Diagnostic(
          DiagnosticCatalogue.open(pack.slots[gap.slot].name), .note, words(gap),
          at: Label(file: file, span: finding.directive.bytes),
          notes: [said(gap), gains(gap, finding.directive)].compactMap { $0 }.filter { !$0.isEmpty }
        )
      }
    }
  }

  /// The kinds of all such diagnostics.
  package var kinds: [DiagnosticReport.Kind] {
    pack.slots.compactMap { slot in
      slot.absent.map {
        DiagnosticReport.Kind(
          id: DiagnosticCatalogue.open(slot.name), severity: .note,
          summary: options.language.title($0))
      }
    }
  }

  /// One JSON object on one line.
  package func json(_ results: [AnalysisResult]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.head(Self.schema, pack)
      json.array("articles", results) { json, result in
        json.object { json in
          json.field("source", result.source)
          json.object("means") { json in
            for mean in result.scores.means { json.field(mean.name, mean.value) }
          }
          json.array("directives", findings(result)) { json, finding in
            json.object { json in write(finding, to: &json) }
          }
        }
      }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private func write(_ finding: Finding, to json: inout JSONWriter) {
    let directive = finding.directive
    json.field("text", directive.text)
    json.field("line", finding.line)
    json.array("bytes", [directive.bytes.start, directive.bytes.end]) { $0.integer($1) }
    json.field("class", directive.classification)
    json.object("scores") { json in
      for score in directive.scores { json.field(score.name, score.score) }
    }
    json.array("open", finding.gaps) { json, gap in
      json.object { json in
        json.field("slot", pack.slots[gap.slot].name)
        json.field("says", words(gap))
        json.field("words", gap.said)
        json.object("scores") { json in
          for (score, value) in zip(pack.scores, gap.scores) { json.field(score.name, value) }
        }
      }
    }
  }
}
