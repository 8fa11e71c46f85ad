import Decoding

/// How likely a character follows two others in articles, as far as a small sample tells.
///
/// Where the sample, `table`, knows nothing, the rows of GB2312 tell frequent from rare characters.
/// Costs are natural logarithms of probabilities, below zero, and add up.
struct PlausibilityModel: Sendable {
  /// Two characters in a row, as normalised text has them; digits are 0, Latin letters A.
  struct Context: Sendable, Hashable {
    var before: UInt32
    var last: UInt32

    /// What stands before the first character of a line.
    static let lineStart = Context(before: 0x0A, last: 0x0A)

    func followed(by next: UInt32) -> Context {
      Context(before: last, last: PlausibilityModel.plain(next))
    }
  }

  /// Made when damage is first looked at: clean texts never pay for it.
  static let shared = PlausibilityModel()

  private var singles: [UInt32: Double] = [:]
  private var followed: [UInt32: Double] = [:]
  private var pairs: [UInt64: Double] = [:]
  private var triples: [UInt64: Double] = [:]
  private var total = 1.0
  /// The Han characters and marks of the sample, the candidates for one that is lost.
  let vocabulary: [UInt32]

  private init() {
    var context = Context.lineStart
    for scalar in Self.table.unicodeScalars {
      let next = scalar == "|" ? 0x0A : scalar.value
      singles[next, default: 0] += 1
      followed[context.last, default: 0] += 1
      pairs[key(0, context.last, next), default: 0] += 1
      triples[key(context.before, context.last, next), default: 0] += 1
      total += 1
      context = next == 0x0A ? .lineStart : context.followed(by: next)
    }
    vocabulary = singles.keys.filter { $0 >= 0x2000 }.sorted()
  }

  /// The character that stands for `scalar` in counts.
  static func plain(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x30...0x39: 0x30
    case 0x41...0x5A, 0x61...0x7A: 0x41
    default: scalar
    }
  }

  /// The costs of all characters after one context, with what they share computed once.
  struct Costs {
    fileprivate let model: PlausibilityModel
    fileprivate let context: Context
    fileprivate let weights: (single: Double, pair: Double, triple: Double)

    subscript(scalar: UInt32) -> Double {
      let next = PlausibilityModel.plain(scalar)
      let single =
        0.9 * (model.singles[next] ?? 0) / model.total + 0.1 * PlausibilityModel.rank(next)
      var sum = weights.single * single
      if weights.pair > 0, let count = model.pairs[key(0, context.last, next)] {
        sum += weights.pair * count
        if weights.triple > 0, let count = model.triples[key(context.before, context.last, next)] {
          sum += weights.triple * count
        }
      }
      return PlausibilityModel.log(sum)
    }
  }

  /// The costs of characters that follow `context`.
  func costs(after context: Context) -> Costs {
    let known = followed[context.last] ?? 0
    let joined = pairs[key(0, context.before, context.last)] ?? 0
    let second = known > 0 ? 0.8 * known / (known + 5) : 0
    let third = joined > 0 ? 0.8 * joined / (joined + 2) : 0
    return Costs(
      model: self, context: context,
      weights: (
        (1 - second) * (1 - third), known > 0 ? second * (1 - third) / known : 0,
        joined > 0 ? third / joined : 0
      ))
  }

  /// The cost of `scalars` in a row after `context`.
  func cost(of scalars: [UInt32], after context: Context) -> Double {
    var context = context
    var sum = 0.0
    for scalar in scalars {
      sum += costs(after: context)[scalar]
      context = context.followed(by: scalar)
    }
    return sum
  }

  /// A rough probability by the row of GB2312 that holds the character.
  static func rank(_ scalar: UInt32) -> Double {
    if scalar < 0x80 { return 1e-4 }
    let code = PairTable.gb18030.code(of: scalar)
    guard code & 0xFF >= 0xA1 else { return 1e-8 }
    switch code >> 8 {
    case 0xB0...0xD7: return 2e-5
    case 0xD8...0xF7: return 1e-6
    case 0xA1: return 2e-4
    default: return 1e-8
    }
  }

  /// The natural logarithm of a positive number, to three digits: the standard library has none.
  private static func log(_ value: Double) -> Double {
    let ratio = (value.significand - 1) / (value.significand + 1)
    let square = ratio * ratio
    let series = ratio * (2 + square * (2.0 / 3 + square * (2.0 / 5 + square * 2 / 7)))
    return Double(value.exponent) * 0.693_147_180_559_945 + series
  }
}

/// Three characters in one number.
private func key(_ first: UInt32, _ second: UInt32, _ third: UInt32) -> UInt64 {
  (UInt64(first) << 21 | UInt64(second)) << 21 | UInt64(third)
}
