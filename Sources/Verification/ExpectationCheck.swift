package import Analysis
import Documents
import SourceText

/// How one article fared against its expectation.
package struct ExpectationCheck: Sendable, Hashable {
  /// Differences that are not listed as open.
  package private(set) var failures: [Difference] = []
  /// Differences that the expectation lists as open.
  package private(set) var open: [Difference] = []
  /// Keys that are listed as open and do not differ any more.
  package private(set) var closed: [String] = []
  /// How many statements were compared; a directive that nobody expects is one.
  package private(set) var compared = 0

  /// Whether nothing differs but what is listed as open, and all that is listed still does.
  package var passes: Bool { failures.isEmpty && closed.isEmpty }

  /// Compares the analysis of an article with what a person expects of it.
  ///
  /// - Complexity: O(paragraphs² + directives · bytes of their paragraphs).
  package init(_ expectation: Expectation, _ result: AnalysisResult) {
    let all = differences(expectation, result)
    let known = Set(expectation.open)
    failures = all.filter { !known.contains($0.key) }
    open = all.filter { known.contains($0.key) }
    let found = Set(all.map(\.key))
    closed = expectation.open.filter { !found.contains($0) }
  }

  private mutating func differences(
    _ expectation: Expectation, _ result: AnalysisResult
  ) -> [Difference] {
    var all: [Difference] = []
    for field in expectation.metadata {
      let actual = result.metadata[field.name] ?? "nothing"
      expect(field.value, actual, "document.\(field.name)", "", &all)
    }
    guard let paragraphs = expectation.paragraphs else { return all }
    expect(
      "\(paragraphs.count) body paragraphs", "\(result.paragraphs.count)", "paragraphs", "", &all
    ) { $0.hasPrefix($1 + " ") }
    var partners = ParagraphPartners(result.paragraphs)
    for (index, expected) in paragraphs.enumerated() {
      let key = "p\(index + 1)"
      compared += 1
      guard let actual = partners.next(startingWith: Self.fold(expected.starts)) else {
        all.append(
          Difference(
            key: key, expected: "a body paragraph that starts so", actual: "none",
            context: expected.starts))
        continue
      }
      compare(expected, actual, key, &all)
    }
    return all
  }

  private mutating func compare(
    _ expected: Expectation.Paragraph, _ actual: ParagraphResult, _ key: String,
    _ all: inout [Difference]
  ) {
    for tag in expected.tags {
      let level = actual.tags.first { $0.tag == tag.name }?.level ?? 0
      expect("\(tag.value)", "\(level)", "\(key).tags.\(tag.name)", expected.starts, &all)
    }
    if let via = expected.via { expect(via, actual.via, "\(key).via", expected.starts, &all) }
    let pairs = DirectivePairing(expected.directives, actual)
    for (index, directive) in expected.directives.enumerated() {
      let key = "\(key).d\(index + 1)"
      compared += 1
      if let match = pairs.matches[index] {
        compare(directive, actual.directives[match], key, &all)
      } else {
        all.append(
          Difference(
            key: key, expected: "a directive", actual: "none",
            context: "\(directive.starts)…\(directive.ends)"))
      }
    }
    for (place, index) in pairs.unmatched.enumerated() {
      compared += 1
      all.append(
        Difference(
          key: place == 0 ? "\(key).extra" : "\(key).extra\(place + 1)", expected: "no directive",
          actual: "a directive", context: actual.directives[index].text))
    }
  }

  private mutating func compare(
    _ expected: Expectation.Directive, _ actual: DirectiveResult, _ key: String,
    _ all: inout [Difference]
  ) {
    if let classification = expected.classification {
      expect(classification, actual.classification, "\(key).class", actual.text, &all)
    }
    for slot in expected.slots {
      let value = actual.slots.first { $0.name == slot.name }?.value ?? 0
      let isSame = abs(slot.value - value) <= SlotTolerance.written
      expect(
        "\(SlotTolerance.rounded(slot.value))", "\(SlotTolerance.rounded(value))",
        "\(key).slots.\(slot.name)", actual.text, &all
      ) { _, _ in isSame }
    }
    for band in expected.scores {
      compared += 1
      let score = actual.scores.first { $0.name == band.name }?.score
      if let score, band.value.contains(Double(score)) { continue }
      let slots = actual.slots.map { "\($0.name) \(SlotTolerance.rounded($0.value))" }
        .joined(separator: ", ")
      all.append(
        Difference(
          key: "\(key).\(band.name)",
          expected: "\(Self.text(band.value.lowerBound)) to \(Self.text(band.value.upperBound))",
          actual: "\(score.map { "\($0)" } ?? "none") (\(slots))", context: actual.text))
    }
  }

  /// A whole number without a fraction.
  private static func text(_ bound: Double) -> String {
    Int(exactly: bound).map { "\($0)" } ?? "\(bound)"
  }

  private mutating func expect(
    _ expected: String, _ actual: String, _ key: String, _ context: String,
    _ all: inout [Difference], matches: (String, String) -> Bool = { $0 == $1 }
  ) {
    compared += 1
    if !matches(expected, actual) {
      all.append(Difference(key: key, expected: expected, actual: actual, context: context))
    }
  }

  static func fold(_ text: String) -> String {
    Normalizer.folded(text)
  }
}

/// Which paragraph of an analysis each expected one is; no paragraph is two of them.
private struct ParagraphPartners {
  private let paragraphs: [ParagraphResult]
  private var isTaken: [Bool]
  /// Behind the last one that was taken.
  private var place = 0

  init(_ paragraphs: [ParagraphResult]) {
    self.paragraphs = paragraphs
    isTaken = Array(repeating: false, count: paragraphs.count)
  }

  /// The first paragraph that begins with `start` behind the last one taken, else before it; nil
  /// where none is left.
  ///
  /// - Complexity: O(paragraphs).
  mutating func next(startingWith start: String) -> ParagraphResult? {
    func isMeant(_ index: Int) -> Bool {
      !isTaken[index] && paragraphs[index].text.utf8.starts(with: start.utf8)
    }
    let found =
      (place..<paragraphs.count).first(where: isMeant) ?? (0..<place).first(where: isMeant)
    guard let found else { return nil }
    isTaken[found] = true
    place = found + 1
    return paragraphs[found]
  }
}
