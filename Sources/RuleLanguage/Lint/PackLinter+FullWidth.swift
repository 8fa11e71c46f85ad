import Diagnostics
import SourceText

/// Operators that were typed at full width, where they are text.
extension PackLinter {
  /// Each operator by its form at full width.
  private static let operators: [Unicode.Scalar: String] = [
    "\u{FF08}": "(", "\u{FF09}": ")", "\u{FF5C}": "|", "\u{FF1C}": "<", "\u{FF1E}": ">",
    "\u{FF1F}": "?", "\u{FF1D}": "=",
  ]

  /// A sign of a pattern, with its bytes in the source.
  private struct Sign {
    let scalar: Unicode.Scalar
    let range: Range<Int>
  }

  /// Reports signs that can hardly be meant as text: a bar, brackets around alternatives or around what must
  /// follow, and brackets around a name that stands for something.
  ///
  /// Brackets around other text are left alone: articles number their parts with them. What is meant as
  /// text is written behind `\\`.
  mutating func lintFullWidth(_ pattern: PatternExpression) {
    guard pattern.source.utf8.contains(0xEF) else { return }
    let signs = Self.signs(of: pattern.source)
    let slips = slips(among: signs, of: pattern.source)
    guard let first = slips.first else { return }
    report(
      .fullWidthOperator(
        String(first.scalar), edits: edits(slips, of: pattern),
        at: label(first.range, of: pattern.source, at: pattern.span)))
  }

  /// The characters of `source` that no `\\` stands before.
  private static func signs(of source: String) -> [Sign] {
    var signs: [Sign] = []
    var position = 0
    var isEscaped = false
    for scalar in source.unicodeScalars {
      let range = position..<position + UTF8.width(scalar)
      position = range.upperBound
      if !isEscaped, scalar != "\\" { signs.append(Sign(scalar: scalar, range: range)) }
      isEscaped = !isEscaped && scalar == "\\"
    }
    return signs
  }

  /// Those of `signs` that are operators by mistake, in their order.
  private func slips(among signs: [Sign], of source: String) -> [Sign] {
    var found: Set<Int> = []
    // Brackets that are open, and whether a bar stands directly inside each.
    var open: [(place: Int, hasBar: Bool)] = []
    for (place, sign) in signs.enumerated() {
      switch sign.scalar {
      case "\u{FF5C}", "|":
        if sign.scalar != "|" { found.insert(place) }
        if !open.isEmpty { open[open.count - 1].hasBar = true }
      case "\u{FF08}", "(":
        let opening = Self.lookaheadOpening(signs[place...])
        found.formUnion(opening.filter { !signs[$0].scalar.isASCII })
        if sign.scalar != "(" { open.append((place, hasBar: !opening.isEmpty)) }
      case "\u{FF09}":
        guard let group = open.popLast(), group.hasBar else { continue }
        found.formUnion([group.place, place])
      case "\u{FF1C}":
        guard let end = signs[place...].firstIndex(where: { $0.scalar == "\u{FF1E}" }) else {
          continue
        }
        let name = signs[place + 1..<end].reduce(into: "") { $0.unicodeScalars.append($1.scalar) }
        if isKnown(name) { found.formUnion([place, end]) }
      default: continue
      }
    }
    return found.sorted().map { signs[$0] }
  }

  /// The places of the two signs that make of the bracket at the front one around what must follow; none
  /// where they do not stand there.
  private static func lookaheadOpening(_ signs: ArraySlice<Sign>) -> Range<Int> {
    let next = signs.dropFirst().prefix(2)
    let isOpening = next.map(\.scalar).elementsEqual(["?", "="]) {
      $0 == $1 || operators[$0] == String($1)
    }
    return isOpening ? next.indices : next.startIndex..<next.startIndex
  }

  private func isKnown(_ name: String) -> Bool {
    PatternAtom(rawValue: name) != nil || pack.lexicons.contains { $0.name == name }
      || pack.patterns.contains { $0.name == name } || pack.values.contains { $0.name == name }
  }

  /// The ASCII forms in the place of `slips`; none where the pattern would have a mistake with them.
  private func edits(_ slips: [Sign], of pattern: PatternExpression) -> [TextEdit] {
    guard let start = verbatimStart(of: pattern.source, at: pattern.span) else { return [] }
    var corrected = Array(pattern.source.utf8)
    var edits: [TextEdit] = []
    for slip in slips.reversed() {
      let sign = Self.operators[slip.scalar] ?? ""
      corrected.replaceSubrange(slip.range, with: sign.utf8)
      edits.append(
        TextEdit(
          file: pattern.span.file,
          span: SourceSpan(start + slip.range.lowerBound, start + slip.range.upperBound),
          replacement: sign))
    }
    let isPattern = (try? PatternParser.parse(String(decoding: corrected, as: UTF8.self))) != nil
    return isPattern ? edits.reversed() : []
  }
}
