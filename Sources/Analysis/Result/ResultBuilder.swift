import Decoding
import Documents
import RuleLanguage
import SourceText

/// Turns a finished run into plain values, with every span back in the original file.
struct ResultBuilder {
  let run: AnalysisRun
  private let compiled: CompiledPack
  private let document: Document

  init(_ run: AnalysisRun) {
    self.run = run
    compiled = run.compiled
    document = run.document
  }

  func result() -> AnalysisResult {
    let directives = DirectiveResultBuilder(run).results()
    let frames = Dictionary(grouping: run.directives) { run.frames[$0].block }
    let paragraphs = run.body.enumerated().map { index, block in
      paragraph(index + 1, block, frames[block] ?? [], directives)
    }
    var noise = document.noise.map { NoiseCount(kind: $0.kind, count: $0.count) }
    if run.repeatedSentences > 0 {
      noise.append(NoiseCount(kind: "repeated-sentences", count: run.repeatedSentences))
    }
    let (metadata, remarks) = MetadataBuilder(run).metadata()
    // Known once all patterns were asked for.
    let shortened =
      run.evaluator.matches.isShortened
      ? ["so many places match that only the longest matches were followed"] : []
    return AnalysisResult(
      source: document.source.name, encoding: document.reading.encoding.encoding.rawValue,
      metadata: metadata, paragraphs: paragraphs, otherBlocks: otherBlocks(),
      scores: DocumentScores(paragraphs, compiled), noise: noise,
      notices: readingNotices + damageNotices
        + (paragraphs.isEmpty ? ["no body text was found"] : []) + shortened + remarks)
  }

  /// How the file was read, where that is not what every program does.
  private var readingNotices: [String] {
    let found = document.reading.encoding
    if document.reading.lacksConverter {
      return ["the C library cannot read \(found.encoding.rawValue); read as UTF-8"]
    }
    guard found.encoding != .utf8 else { return [] }
    let origin =
      switch found.origin {
      case .given: "as asked"
      case .byteOrderMark: "by its byte order mark"
      case .declared: "as it declares"
      case .detected: "by its characters"
      }
    return ["read as \(found.encoding.rawValue), \(origin)"]
  }

  private var damageNotices: [String] {
    document.reading.leavesDamage
      ? ["not every place that looks damaged was searched for lost bytes"] : []
  }

  private func otherBlocks() -> [BlockResult] {
    guard let zone = compiled.zone, case .choice(let names) = compiled.pack.labels[zone].kind
    else { return [] }
    let body = Set(run.body)
    return document.blocks.indices.filter { !body.contains($0) }.map { block in
      let value = AnalysisRun.zone(of: block, compiled, run.evaluator) ?? 1
      let span = document.blocks[block].span
      return BlockResult(
        zone: names[names.count - value], line: document.blocks[block].line,
        bytes: document.offsets.original(span), text: text(span),
        rule: run.evaluator.labels.winner(zone, block).map { compiled.rules[$0.rule].id })
    }
  }

  private func paragraph(
    _ index: Int, _ block: Int, _ frames: [Int], _ directives: [DirectiveResult]
  ) -> ParagraphResult {
    let span = document.blocks[block].span
    let tags = compiled.tags.compactMap { tag($0, block) }
    var result = ParagraphResult(
      index: index, zone: bodyName, line: document.blocks[block].line,
      bytes: document.offsets.original(span), text: text(span), tags: tags,
      via: via(block, frames), directives: frames.map { directives[$0] })
    let reader = FieldReader(run)
    result.fields = compiled.paragraphMetadata.compactMap { reader.field($0, at: block) }
    return result
  }

  private var bodyName: String {
    guard let zone = compiled.zone, let body = compiled.bodyZone,
      case .choice(let names) = compiled.pack.labels[zone].kind
    else { return "body" }
    return names[names.count - body]
  }

  private func tag(_ label: Int, _ block: Int) -> TagResult? {
    let value = run.evaluator.labels.value(label, block)
    guard value > 0, case .level(let names) = compiled.pack.labels[label].kind else { return nil }
    let level = Int(value)
    let grants = run.evaluator.labels.grants(label, block).sorted {
      ($0.value, -($0.evidence.first?.start ?? 0), -$0.rule)
        > ($1.value, -($1.evidence.first?.start ?? 0), -$1.rule)
    }
    let paragraph = document.blocks[block].span
    let evidence = grants.flatMap { grant in
      grant.evidence.map { self.evidence(grant.rule, $0, in: paragraph) }
    }
    var seen: Set<Evidence> = []
    let unique = evidence.filter { seen.insert($0).inserted }
    return TagResult(
      tag: compiled.pack.labels[label].name, level: level, levelName: names[level - 1],
      evidence: unique)
  }

  /// By what kind of sentence the tags of a paragraph were given; an order outranks the rest.
  private func via(_ block: Int, _ frames: [Int]) -> String {
    let spans = compiled.tags.flatMap { run.evaluator.labels.grants($0, block) }
      .flatMap(\.evidence)
    guard !spans.isEmpty else { return "none" }
    let extents = extents(frames)
    if spans.contains(where: extents.hasSortedOverlap) { return "directive" }
    guard let via = compiled.directives?.via,
      case .choice(let names) = compiled.pack.labels[via].kind
    else { return "background" }
    let values = spans.compactMap { span -> Double? in
      let index = run.evaluator.units.index(.sentence, containing: span.start)
      return index.map {
        run.evaluator.labels.value(via, run.evaluator.units.sentences[$0].sentence)
      }
    }
    guard let best = values.max(), best > 0 else { return "background" }
    return names[names.count - Int(best)]
  }

  /// The spans of the directives with their tails, sorted by start and end alike.
  private func extents(_ frames: [Int]) -> [SourceSpan] {
    SourceSpan.maximal(
      frames.map { index in
        let frame = run.frames[index]
        return SourceSpan(
          frame.span.start, frame.tails.reduce(frame.span.end) { max($0, $1.end) })
      })
  }

  private func evidence(
    _ rule: Int, _ span: SourceSpan, in paragraph: SourceSpan
  ) -> Evidence {
    Evidence(
      rule: compiled.rules[rule].id, text: text(span), bytes: document.offsets.original(span),
      inText: span.relative(to: paragraph))
  }

  private func text(_ span: SourceSpan) -> String {
    String(decoding: document.text[span.start..<span.end], as: UTF8.self)
  }
}
