import Analysis
import SourceText

extension TableReport {
  private static let indent = 5
  private static let barLength = 10
  /// How many characters of a directive are shown again where all of it fills a slot.
  private static let longestRepeat = 12
  /// So many words beside the first are shown of a slot.
  private static let mostOtherWords = 2
  /// How many words of a tag are shown: an inspection that counts all that it saw has dozens.
  private static let mostQuoted = 6

  /// The paragraph with its tags and directives; one without either takes one line.
  func write(_ paragraph: ParagraphResult, to page: inout StyledText) {
    let number = TextLayout.pad("\(paragraph.index)", to: 3, leading: true) + "  "
    if paragraph.tags.isEmpty && paragraph.directives.isEmpty && !options.showsEverything {
      page.paragraph(
        Phrase(paragraph.text, .dim), indent: TableReport.indent, lead: number, limit: 1)
      return
    }
    page.blankLine()
    var items = [[Phrase(words(.lineNumber, ["line": "\(paragraph.line)"]), .dim)]]
    items += paragraph.fields.map { field in
      let entry = pack.paragraphMetadata.first { $0.name == field.name }
      let title = entry.map { options.language.title($0.title) } ?? field.name
      return [Phrase("\(title) \(self.title(field.value, of: entry))", .dim)]
    }
    items += paragraph.tags.map { badge($0, in: paragraph) }
    page.flow(items, separator: "  ", indent: TableReport.indent, lead: number)
    page.paragraph(
      Phrase(paragraph.text), indent: TableReport.indent,
      limit: options.showsEverything ? .max : 2)
    for directive in paragraph.directives { write(directive, to: &page) }
  }

  private func badge(_ tag: TagResult, in paragraph: ParagraphResult) -> [Phrase] {
    let entry = pack.tags.first { $0.name == tag.tag }
    let title = entry.map { options.language.title($0.title) } ?? tag.tag
    let count = max(entry?.values.count ?? 0, tag.level)
    let words = quoted(tag.evidence, of: paragraph)
    let shown = options.showsEverything ? words.count : min(words.count, TableReport.mostQuoted)
    let quoted = words[..<shown].map { Phrase(" “\($0)”", .evidence) }
    let rest = shown < words.count ? [Phrase(" +\(words.count - shown)", .dim)] : []
    return [Phrase("\(title) \(marks(tag.level, of: count))", .tag)] + quoted + rest
  }

  /// What earned a tag, each word once: several rules give one tag, and where their words overlap they are
  /// shown as one.
  private func quoted(_ evidence: [Evidence], of paragraph: ParagraphResult) -> [String] {
    let text = Array(paragraph.text.utf8)
    var pieces: [(words: String, span: SourceSpan?)] = []
    for piece in evidence.sorted(by: { $0.bytes < $1.bytes }) {
      guard let span = piece.inText, let last = pieces.last?.span, span.overlaps(last) else {
        pieces.append((piece.text, piece.inText))
        continue
      }
      let joined = SourceSpan(last.start, max(last.end, span.end))
      pieces[pieces.count - 1] = (
        String(decoding: text[joined.start..<joined.end], as: UTF8.self), joined
      )
    }
    var seen: Set<String> = []
    return pieces.map(\.words).filter { seen.insert($0).inserted }
  }

  private func write(_ directive: DirectiveResult, to page: inout StyledText) {
    let indent = TableReport.indent + 2
    page.paragraph(Phrase(directive.text, .directive), indent: indent, lead: "▸ ")
    var kind = [title(directive.classification, of: pack.directiveClass)]
    if let obligor = directive.obligorKind { kind.append(title(obligor, of: pack.bearerKind)) }
    if let grammar = directive.grammar { kind.append(title(grammar, of: pack.grammar)) }
    if directive.isExcluded { kind.append(words[.excluded]) }
    let scores = directive.scores.map(bar)
    page.flow(
      scores + [[Phrase(kind.joined(separator: " · "), .dim)]], separator: "   ", indent: indent)
    page.flow(directive.slots.map { chip($0, of: directive) }, separator: " · ", indent: indent)
    for score in directive.scores { writeParts(of: score, indent, to: &page) }
    if let tail = directive.tail {
      page.paragraph(Phrase("“\(tail.text)” \(words[.tail])", .dim), indent: indent)
    }
  }

  private func bar(_ score: ScoreResult) -> [Phrase] {
    let entry = pack.scores.first { $0.name == score.name }
    let title = entry.map { options.language.title($0.title) } ?? score.name
    let filled = min(max((score.score + 5) / 10, 0), TableReport.barLength)
    let bar =
      String(repeating: "█", count: filled)
      + String(repeating: "░", count: TableReport.barLength - filled)
    var notes: [String] = []
    if score.low != score.high { notes.append("\(score.low)–\(score.high)") }
    if let band = score.band { notes.append(self.title(band, of: entry)) }
    if let context = score.inContext, Int(context.rounded()) != score.score {
      notes.append("\(words[.inContext]) \(NumberFormat.decimal(context, places: 1))")
    }
    let suffix = notes.isEmpty ? "" : " " + notes.joined(separator: ", ")
    return [
      Phrase("\(title) ", .plain), Phrase(bar, .directive), Phrase(" \(score.score)", .bold),
      Phrase(suffix),
    ]
  }

  private func chip(_ slot: SlotResult, of directive: DirectiveResult) -> [Phrase] {
    let title =
      pack.slots.first { $0.name == slot.name }.map { options.language.title($0.title) }
      ?? slot.name
    var phrases = [Phrase("\(title) \(NumberFormat.decimal(slot.value, places: 2))")]
    if !slot.text.isEmpty {
      // The whole directive stands in full above its slots.
      let isCut = slot.bytes == directive.bytes && slot.text.count > TableReport.longestRepeat
      let text = isCut ? slot.text.prefix(TableReport.longestRepeat - 1) + "…" : slot.text[...]
      phrases.append(Phrase(" “\(text)”", .evidence))
      phrases += slot.others.prefix(TableReport.mostOtherWords).map {
        Phrase(" “\($0.text)”", .evidence)
      }
      if slot.others.count > TableReport.mostOtherWords { phrases.append(Phrase(" …", .dim)) }
    }
    if !slot.flags.isEmpty {
      let flags = slot.flags.map { words.name($0, "flag") }
      phrases.append(Phrase(" [\(flags.joined(separator: ", "))]", .dim))
    }
    return phrases
  }

  /// What the value of a choice or band is called.
  private func title(_ value: String, of entry: PackSummary.Entry?) -> String {
    entry?.valueTitles[value].map(options.language.title) ?? value
  }

  private func scoreTitle(_ score: ScoreResult) -> String {
    pack.scores.first { $0.name == score.name }.map { options.language.title($0.title) }
      ?? score.name
  }

  /// Parts that bear the name of a slot are called like the slot.
  private func partTitle(_ name: String) -> String {
    pack.slots.first { $0.name == name }.map { options.language.title($0.title) } ?? name
  }

  private func writeParts(of score: ScoreResult, _ indent: Int, to page: inout StyledText) {
    for step in score.adjustments {
      let before = NumberFormat.decimal(step.before, places: 2)
      let after = NumberFormat.decimal(step.after, places: 2)
      page.line(
        Phrase("\(scoreTitle(score)): \(words[.adjusted]) \(before) → \(after) (\(step.id))", .dim),
        indent: indent)
    }
    guard options.showsEverything else { return }
    let sum = score.parts.filter { $0.points != 0 }.map {
      "\(partTitle($0.name)) \(NumberFormat.decimal($0.points, places: 2))"
    }
    page.paragraph(
      Phrase("\(scoreTitle(score)) = \(sum.joined(separator: " + "))", .dim), indent: indent)
  }
}
