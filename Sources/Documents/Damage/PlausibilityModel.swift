import Decoding
import SourceText

/// How likely a character follows two others in articles, as far as a small sample tells.
///
/// Counts of three, two and one characters in a row, with what the longer lack taken from the
/// shorter (absolute discounting; the shorter count in how many places a character stands, not
/// how often, as Kneser and Ney have it). Where the sample knows nothing, the rows of GB2312 tell
/// frequent from rare characters. Costs are natural logarithms of probabilities, below zero, and
/// add up.
struct PlausibilityModel: Sendable {
  /// Two characters in a row, as normalised text has them; digits are 0, Latin letters A.
  struct Context: Sendable, Hashable {
    var before: UInt32
    var last: UInt32

    /// What stands before the first character of a line.
    static let lineStart = Context(before: 0x0A, last: 0x0A)
    /// What stands before the first character of a word on its own: anything.
    fileprivate static let anything = Context(before: 0, last: 0)

    func followed(by next: UInt32) -> Context {
      Context(before: last, last: PlausibilityModel.plain(next))
    }
  }

  /// How often something was seen, and how many different characters followed it.
  fileprivate struct Count {
    var times = 0.0
    var kinds = 0.0
  }

  /// What a count loses to what was not seen.
  private static let discount = 0.7
  /// The shares of the number of places, of the number of times, and of the rows of GB2312.
  private static let shares = (places: 0.55, times: 0.35, rank: 0.1)

  private var singles: [UInt32: Count] = [:]
  private var places: [UInt32: Double] = [:]
  private var pairs: [UInt64: Count] = [:]
  private var triples: [UInt64: Double] = [:]
  /// Hold the keys of `pairs` and `triples`: most questions are about what was never seen.
  private var knownPairs = KeyFilter()
  private var knownTriples = KeyFilter()
  private var total = 1.0
  /// What is known of each character when nothing is of its neighbours, by scalar; brought up to
  /// date when the counts are complete, for searches ask for little else.
  private var known: [Double] = []
  /// The Han characters and marks that were seen after a character.
  private var followers: [UInt32: [UInt32]] = [:]

  /// Takes in a whole line; `updateShares` is to follow the last.
  mutating func add(line: [UInt32]) {
    add(line + [0x0A], after: .lineStart)
  }

  /// Takes in a piece of a line; `updateShares` is to follow the last.
  mutating func add(phrase: [UInt32]) {
    add(phrase, after: .anything)
  }

  /// Takes in words of two characters: the first, then all that follow it; `updateShares` is to
  /// follow the last.
  mutating func add(pairs: [UInt32]) {
    guard let head = pairs.first else { return }
    for next in pairs.dropFirst() {
      add(next, after: Context(before: 0, last: head))
      add(head, after: .anything)
    }
  }

  /// Takes in the lines of an article, but none of `runs`, which may be damaged.
  ///
  /// An article says its names and its subject more than once.
  ///
  /// - Complexity: O(bytes).
  mutating func read(_ text: [UInt8], without runs: [Range<Int>]) {
    var context = Context.lineStart
    var rest = runs[...]
    var index = 0
    while index < text.count {
      if let run = rest.first, run.lowerBound <= index {
        index = max(index, run.upperBound)
        rest.removeFirst()
        context = .anything
        continue
      }
      let (scalar, length) = UTF8Bytes.decode(text, at: index)
      index += length
      guard let scalar, scalar != 0xFFFD else {
        context = .anything
        continue
      }
      let next = Self.plain(ShiftCandidates.entry(scalar).folded)
      if next == 0x0A || next == 0x0D {
        if context != .lineStart { add(0x0A, after: context) }
        context = .lineStart
      } else {
        add(next, after: context)
        context = context.followed(by: next)
      }
    }
    updateShares()
  }

  private mutating func add(_ scalars: [UInt32], after start: Context) {
    var context = start
    for scalar in scalars {
      add(scalar, after: context)
      context = context.followed(by: scalar)
    }
  }

  private mutating func add(_ next: UInt32, after context: Context) {
    singles[next, default: Count()].times += 1
    total += 1
    guard context.last != 0 else { return }
    let pair = key(0, context.last, next)
    if pairs[pair, default: Count()].times == 0 {
      singles[context.last, default: Count()].kinds += 1
      places[next, default: 0] += 1
      knownPairs.insert(pair)
      if next >= 0x2000 { followers[context.last, default: []].append(next) }
    }
    pairs[pair, default: Count()].times += 1
    guard context.before != 0 else { return }
    let triple = key(context.before, context.last, next)
    if triples[triple, default: 0] == 0 {
      pairs[key(0, context.before, context.last), default: Count()].kinds += 1
      knownTriples.insert(triple)
    }
    triples[triple, default: 0] += 1
  }

  /// The Han characters and marks that come into question after `context` for one that is lost.
  func followers(of context: Context) -> [UInt32] { followers[context.last] ?? [] }

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
    fileprivate let last: Count
    fileprivate let both: Count

    subscript(scalar: UInt32) -> Double {
      let next = PlausibilityModel.plain(scalar)
      var value = model.share(of: next)
      let discount = PlausibilityModel.discount
      if last.kinds > 0 {
        let times = model.times(ofPair: key(0, context.last, next))
        let known = last.times + discount
        value = (max(0, times - discount) + (discount * last.kinds + discount) * value) / known
      }
      if both.kinds > 0 {
        let times = model.times(ofTriple: key(context.before, context.last, next))
        let known = both.times + discount
        value = (max(0, times - discount) + (discount * both.kinds + discount) * value) / known
      }
      return PlausibilityModel.log(value)
    }
  }

  private func times(ofPair pair: UInt64) -> Double {
    knownPairs.mayHold(pair) ? pairs[pair]?.times ?? 0 : 0
  }

  private func times(ofTriple triple: UInt64) -> Double {
    knownTriples.mayHold(triple) ? triples[triple] ?? 0 : 0
  }

  /// What `share` says of characters that were never counted.
  private static let uncounted = (0..<0x1_0000).map { shares.rank * rank(UInt32($0)) }

  /// Brings what depends on all counts up to date.
  mutating func updateShares() {
    known = Self.uncounted
    for scalar in singles.keys where scalar < 0x1_0000 {
      known[Int(scalar)] = countedShare(of: scalar)
    }
  }

  /// The share of `next` among characters of which nothing more is known.
  private func share(of next: UInt32) -> Double {
    next < 0x1_0000 ? known[Int(next)] : countedShare(of: next)
  }

  private func countedShare(of next: UInt32) -> Double {
    Self.shares.places * (places[next] ?? 0) / max(1, Double(pairs.count))
      + Self.shares.times * (singles[next]?.times ?? 0) / total
      + Self.shares.rank * Self.rank(next)
  }

  /// The costs of characters that follow `context`.
  func costs(after context: Context) -> Costs {
    Costs(
      model: self, context: context, last: singles[context.last] ?? Count(),
      both: pairs[key(0, context.before, context.last)] ?? Count())
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
    case 0xB0...0xD7: return 2e-4
    case 0xD8...0xF7: return 2e-6
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
