import TestSupport

/// Rule packs and texts over a few characters, in which rules hold about as often as not.
struct RandomPack {
  private var generator: SeededGenerator
  /// What the rule that is being written gives.
  private var gift = ""
  private static let letters = ["甲", "乙", "丙", "丁"]

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// Rules to be set in the tiny pack.
  mutating func rules() -> String {
    let count = Int.random(in: 2...7, using: &generator)
    return (0..<count).map { rule($0) }.joined(separator: "\n")
  }

  mutating func text() -> String {
    let words =
      Self.letters + Self.letters + [
        ",", ",", "。", "\n", "要求", "必须", "清理", "加强", "36处", "工作", "汛期", "一律追责", "三日前", "去年",
      ]
    let count = Int.random(in: 4...60, using: &generator)
    return (0..<count).map { _ in words.randomElement(using: &generator) ?? "" }.joined()
  }

  private mutating func rule(_ number: Int) -> String {
    let gives = pick([
      "duty = weak", "duty = strong", "repair = weak", "repair = strong", "demand",
      "time = 0.4",
      "object = 0.5", "class = slogan", "zone = footer",
    ])
    gift = gives
    let within =
      gives.hasPrefix("duty") || gives.hasPrefix("repair")
      ? pick(["", "within: clause, ", "within: sentence, ", "within: paragraph, "]) : ""
    var rule = "  - {id: r/\(number), gives: \(gives), \(within)any: [\(condition(2, number))]"
    if chance(3) { rule += ", all: [\(condition(1, number)), \(condition(1, number))]" }
    if chance(5) { rule += ", none: [\(pattern())]" }
    if chance(2) { rule += ", except: [\(exception()), \(exception())]" }
    if chance(3) { rule += ", unless: [\(veto(gives))]" }
    if chance(4) { rule += ", confidence: 0.3" }
    return rule + "}"
  }

  private mutating func condition(_ depth: Int, _ number: Int) -> String {
    guard depth > 0 else { return pattern() }
    let inner = (condition(depth - 1, number), condition(depth - 1, number))
    switch Int.random(in: 0..<13, using: &generator) {
    case 0: return "{any: [\(inner.0), \(inner.1)]}"
    case 1: return "{all: [\(inner.0), \(inner.1)]}"
    case 2: return "{all: [\(inner.0), {none: [\(inner.1)]}]}"
    case 3: return "{at-least: {count: 2, of: [\(inner.0), \(inner.1), \(pattern())]}}"
    case 4: return "{ordered: [\(pattern()), \(pattern()), \(pattern())]}"
    case 5: return "{near: {within: 4, of: [\(pattern()), \(pattern())]}}"
    case 6: return "{where: 'han >= 4 or digits > 0'}"
    case 7 where number > 0: return "{rule: r/\(Int.random(in: 0..<number, using: &generator))}"
    case 8: return "{any: [\(inner.0)], in: clause}"
    case 9: return "{any: [\(inner.0)], position: first}"
    case 11 where !gift.hasPrefix("zone"):
      return "{any: [\(inner.0), \(inner.1)], in: \(pick(["sentence", "paragraph"]))}"
    case 8 where gift.hasPrefix("time"): return "{lacks: \(pick(["time", "object"]))}"
    case 10 where !gift.hasPrefix("duty") && !gift.hasPrefix("zone"):
      return "{label: \(pick(["duty", "duty >= strong"]))}"
    default: return pattern()
    }
  }

  private mutating func pattern() -> String {
    let (first, second) = (letter(), letter())
    return pick([
      "'\(first)'", "'\(first)'", "'\(first)\(second)'", "'\(first)..3\(second)'",
      "'\(first)(\(second))?'", "'(\(first)|\(second))..1-4\(letter())'", "'^..2\(first)'",
      "'\(first)$'", "'\(first)<han>\(second)'",
      "'\(first)(?=\(second))'", "'\(first)(\(letter()))?(?=..2\(second)|,)'",
    ])
  }

  private mutating func exception() -> String {
    let geometry = pick(["covered", "overlaps", "clause", "sentence", "paragraph"])
    return "{pattern: '\(letter())(\(letter()))?\(letter())', when: \(geometry)}"
  }

  private mutating func veto(_ gives: String) -> String {
    let isBlock = gives.hasPrefix("zone")
    return pick([
      "'\(letter())\(letter())'", "{all: ['\(letter())', '\(letter())']}",
      isBlock ? "'\(letter())\(letter())'" : "{any: ['\(letter())\(letter())'], in: paragraph}",
    ])
  }

  private mutating func letter() -> String { pick(Self.letters) }

  private mutating func pick(_ choices: [String]) -> String {
    choices.randomElement(using: &generator) ?? ""
  }

  private mutating func chance(_ sides: Int) -> Bool {
    Int.random(in: 0..<sides, using: &generator) == 0
  }
}
