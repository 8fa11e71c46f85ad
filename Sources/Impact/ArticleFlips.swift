import Analysis
import RuleLanguage
import SourceText

/// The flips of one article.
struct ArticleFlips {
  let finder: FlipFinder
  let before: TracedAnalysis
  let after: TracedAnalysis
  let blame: Blame

  init(_ finder: FlipFinder, _ before: TracedAnalysis, _ after: TracedAnalysis) {
    self.finder = finder
    self.before = before
    self.after = after
    blame = Blame(before, after, finder.delta)
  }

  /// The place in the text at which flips are reported.
  struct Place {
    var paragraphs: Change<Int>
    var line: Int?
    var spans: Change<SourceSpan>
    var text: String
  }

  func flips() -> [Flip] {
    var flips = documentFlips()
    let pairing = BlockPairing(PageBlock.all(before.result), PageBlock.all(after.result))
    for (old, new) in pairing.pairs { flips += blockFlips(old, new) }
    return flips
  }

  /// A flip, or nil where both sides say the same.
  func flip(
    _ kind: Flip.Kind, _ label: String, _ values: Change<String>, _ place: Place,
    _ rules: @autoclosure () -> Blame.Rules
  ) -> Flip? {
    guard values.before != values.after else { return nil }
    let rules = rules()
    return Flip(
      article: after.result.source, paragraphs: place.paragraphs, line: place.line, kind: kind,
      label: label, values: values, rulesBefore: blame.mentions(rules.before),
      rulesAfter: blame.mentions(rules.after), text: place.text)
  }

  private func documentFlips() -> [Flip] {
    let old = before.result.metadata
    let new = after.result.metadata
    func byName(_ fields: [Metadata.Field]) -> [String: Metadata.Field] {
      Dictionary(fields.map { ($0.name, $0) }) { first, _ in first }
    }
    let (oldFields, newFields) = (byName(old.fields), byName(new.fields))
    let whole = Change(
      SourceSpan(0, before.source.bytes.count), SourceSpan(0, after.source.bytes.count))
    return Self.names(old.fields.map(\.name), new.fields.map(\.name)).compactMap { name in
      guard finder.isShared(name, .document) else { return nil }
      let fields = Change(oldFields[name], newFields[name])
      return flip(
        .document, name, Change(fields.before?.value, fields.after?.value),
        Place(paragraphs: Change(nil, nil), line: nil, spans: whole, text: ""),
        blame.rules([name], whole).orElse(
          Blame.Rules(
            before: [fields.before?.rule].compactMap { $0 },
            after: [fields.after?.rule].compactMap { $0 })))
    }
  }

  private func blockFlips(_ old: PageBlock?, _ new: PageBlock?) -> [Flip] {
    guard let shown = new ?? old else { return [] }
    let place = Place(
      paragraphs: Change(old?.paragraph?.index, new?.paragraph?.index), line: shown.line,
      spans: Change(old?.bytes, new?.bytes), text: shown.text)
    var flips: [Flip] = []
    if let old, let new, finder.isShared(finder.after.zone ?? "", .zone) {
      let labels = Self.names([finder.before.zone], [finder.after.zone])
      let found = flip(
        .zone, "", Change(old.zone, new.zone), place,
        blame.rules(labels, place.spans).orElse(
          Blame.Rules(
            before: [old.zoneRule].compactMap { $0 }, after: [new.zoneRule].compactMap { $0 })))
      if let found { flips.append(found) }
    }
    guard old?.paragraph != nil || new?.paragraph != nil else { return flips }
    let shift = old.flatMap { old in
      new.map { TextShift(before.source, old.bytes, after.source, $0.bytes) }
    }
    let directives = directiveFlips(old?.paragraph, new?.paragraph, place, shift)
    let tags = tagFlips(old?.paragraph, new?.paragraph, place)
    flips += tags
    if let old = old?.paragraph, let new = new?.paragraph {
      let found = flip(
        .via, "", Change(old.via, new.via), place, viaRules(tags, directives, place))
      if let found { flips.append(found) }
    }
    return flips + directives
  }

  /// Rules behind a change of `via`: those for the kind of sentence, else those for the tags, else
  /// those for the directives that hold the words of the tags.
  private func viaRules(_ tags: [Flip], _ directives: [Flip], _ place: Place) -> Blame.Rules {
    let labels = Self.names([finder.before.via], [finder.after.via])
    let direct = blame.rules(labels, place.spans)
    if !direct.isEmpty { return direct }
    let extents = directives.filter { $0.kind == .directive }
    for flips in [tags, extents] where !flips.isEmpty {
      return flips.reduce(into: Blame.Rules()) { $0.add(Self.rules(of: $1)) }
    }
    return Blame.Rules()
  }

  static func rules(of flip: Flip) -> Blame.Rules {
    Blame.Rules(before: flip.rulesBefore.map(\.rule), after: flip.rulesAfter.map(\.rule))
  }

  private func tagFlips(
    _ old: ParagraphResult?, _ new: ParagraphResult?, _ place: Place
  ) -> [Flip] {
    let names = Self.names(old?.tags.map(\.tag) ?? [], new?.tags.map(\.tag) ?? [])
    return names.compactMap { name -> Flip? in
      guard finder.isShared(name, .tag) else { return nil }
      let tags = Change(
        old?.tags.first { $0.tag == name }, new?.tags.first { $0.tag == name })
      return flip(
        .tag, name, Change(tags.before?.levelName, tags.after?.levelName), place,
        blame.rules([name], place.spans).orElse(
          Blame.Rules(
            before: tags.before?.evidence.map(\.rule) ?? [],
            after: tags.after?.evidence.map(\.rule) ?? [])))
    }
  }

  /// Both lists without repeats, in their order, so that swapping them changes at most the order.
  static func names(_ before: [String], _ after: [String]) -> [String] {
    var seen: Set<String> = []
    return (before + after).filter { seen.insert($0).inserted }
  }

  static func names(_ before: [String?], _ after: [String?]) -> [String] {
    names(before.compactMap { $0 }, after.compactMap { $0 })
  }
}
