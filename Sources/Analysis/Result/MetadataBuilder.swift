import Documents
import PatternAutomaton
import RuleLanguage
import SourceText

/// Gathers what is known of a document: what is stated beside the text, what rules read, what tables
/// add.
struct MetadataBuilder {
  private let run: AnalysisRun
  private let compiled: CompiledPack
  private let document: Document
  private var fields: [Metadata.Field] = []
  private var candidates: [Metadata.Candidates] = []
  private var remarks: [String] = []

  init(_ run: AnalysisRun) {
    self.run = run
    compiled = run.compiled
    document = run.document
  }

  /// The metadata, and what is to be said of values that could not be used.
  func metadata() -> (metadata: Metadata, remarks: [String]) {
    var builder = self
    builder.build()
    return (Metadata(fields: builder.fields, candidates: builder.candidates), builder.remarks)
  }

  private mutating func build() {
    let reader = FieldReader(run)
    for label in compiled.metadata {
      let field = stated(compiled.pack.labels[label]) ?? reader.field(label, at: 0)
      if let field { fields.append(field) }
    }
    let known = Set(compiled.metadata.map { compiled.pack.labels[$0].name })
    for fact in run.stated.facts where !known.contains(fact.name) {
      fields.append(
        Metadata.Field(
          name: fact.name, value: fact.value, bytes: fact.bytes, rule: nil, source: fact.source))
    }
    for index in compiled.gazetteers { look(up: index, run.documentDate) }
  }

  // MARK: - Stated values

  private mutating func stated(_ label: LabelDeclaration) -> Metadata.Field? {
    guard let fact = run.stated[label.name] else { return nil }
    guard let value = fact.value(for: label).value else {
      if let remark = fact.remark(for: label) { remarks.append(remark) }
      return nil
    }
    return Metadata.Field(
      name: label.name, value: value, bytes: fact.bytes, rule: nil, source: fact.source)
  }

  // MARK: - Tables

  private mutating func look(up index: GazetteerIndex, _ date: PartialDate?) {
    let gazetteer = index.gazetteer
    guard let place = fields.firstIndex(where: { $0.name == gazetteer.label }) else { return }
    let words = Normalizer.fold(fields[place].value)
    let context = gazetteer.context.flatMap(texts)
    let lookup = GazetteerLookup(index)
    guard let reading = lookup.reading(of: words, context: context, year: date?.year) else {
      return
    }
    let entries = reading.entries.map { gazetteer.entries[$0] }
    candidates.append(
      Metadata.Candidates(field: gazetteer.label, entries: entries.map { $0.candidate }))
    let field = fields[place]
    func add(_ name: String, _ values: [String]) {
      // What all that the words may mean have in common is known.
      guard let value = values.first, !value.isEmpty, values.allSatisfy({ $0 == value }),
        run.stated[name] == nil
      else { return }
      fields.removeAll { $0.name == name }
      fields.append(
        Metadata.Field(
          name: name, value: value, bytes: field.bytes, rule: field.rule, source: .gazetteer))
    }
    add("\(gazetteer.label)_code", entries.map(\.code))
    for (column, name) in gazetteer.ancestors.enumerated() {
      add(name, entries.map { $0.ancestors[column] })
    }
    if let level = gazetteer.level { add(level, entries.map(\.level)) }
    narrow(gazetteer.label, to: reading.name, called: entries.map(\.name))
  }

  /// The innermost name stands for the words that lead to it, whole where the table knows one only.
  private mutating func narrow(_ name: String, to range: Range<Int>, called names: [String]) {
    guard let place = fields.firstIndex(where: { $0.name == name }) else { return }
    let words = Normalizer.fold(fields[place].value)
    let first = names.first ?? ""
    fields[place].value =
      names.allSatisfy { $0 == first } ? first : String(decoding: words[range], as: UTF8.self)
    guard fields[place].source == .rules,
      let label = compiled.labelIndex[name], let span = FieldReader(run).words(label, at: 0)
    else { return }
    fields[place].bytes = document.offsets.original(
      SourceSpan(span.start + range.lowerBound, span.start + range.upperBound))
  }

  /// The words of a label, stated or read, each by itself.
  private func texts(_ label: String) -> [[UInt8]] {
    if let fact = run.stated[label] { return [Normalizer.fold(fact.value)] }
    guard let index = compiled.labelIndex[label] else { return [] }
    let spans = run.evaluator.labels.grants(index, 0).sorted { $0.rule < $1.rule }
      .flatMap(\.evidence)
    return spans.map { Array(document.text[$0.start..<$0.end]) }
  }
}

extension Gazetteer.Entry {
  fileprivate var candidate: Metadata.Candidates.Entry {
    Metadata.Candidates.Entry(
      code: code, name: ancestors.filter { !$0.isEmpty && $0 != name } + [name])
  }
}
