package import SourceText

/// Repairs text in which a lost byte of GB18030 put the bytes after it out of step.
///
/// It works on the text as it was decoded, before normalising: only these characters tell the
/// bytes that they were made from. Damage shows by a mark, `?` or U+FFFD, beside characters that
/// hardly ever follow one another. What is plausible enough and by far the best is put in; where
/// only single characters remain open, they become U+FFFD; the rest stays and is counted.
package struct ShiftRepair {
  /// More places are not looked at in one article: it is another kind of text.
  private static let mostPlaces = 300
  /// A stretch with more marks is not searched: damage leaves one or two, seldom ten, and where every
  /// tenth character is one there is nothing left to tell by what it was.
  private static let mostMarks = 32
  /// So many characters are tried in one article, half a second's work: thirty lost bytes in an article
  /// take a fifteenth of it, ten times as many would find enough.
  package static let mostTried = 20_000_000
  /// A repair that reads characters out of other characters is worth so much more than the text
  /// as it stands; one that only puts a character for a mark has less to show for it.
  private static let leastGain = (shifted: 5.0, guessed: 4.0)
  /// The mean cost of the characters that are put in is at least this.
  private static let leastMean = (shifted: -9.0, guessed: -5.0)
  /// The best reading is worth so much more than one that differs.
  private static let leastMargin = 2.0
  /// A text of fewer bytes hardly says anything twice.
  private static let shortestArticle = 600
  /// So many characters on either side of a mark tell whether a search is worth while: one of
  /// them costs this much or more.
  private static let window = 5
  private static let leastNeighbour = -8.5

  private let text: [UInt8]
  private let sample: ReadingSample
  /// Made when damage is first looked at: clean texts never pay for it.
  private lazy var model = sample.model
  /// Whether `model` knows the article.
  private var isAdapted = false
  private var rewriter: TextRewriter
  /// Stretches that were replaced so far, also those in which single characters remain open.
  package private(set) var repaired = 0
  /// Characters that remain open in them, and stretches that were left alone because readings of
  /// them are as likely as one another.
  package private(set) var doubtful = 0
  /// How many characters the searches tried so far.
  package private(set) var tried = 0
  /// Whether places were left alone because the searches had tried as much as they may, or because
  /// there were too many.
  package private(set) var isGivenUp = false
  /// Where pieces of the file begin that are no character, and that count in `repaired` or
  /// `doubtful`.
  private var settledPieces: Set<Int> = []
  /// How many pieces of the file that are no character count in `repaired` or `doubtful`; the others
  /// were left as they are.
  package var settledCount: Int { settledPieces.count }

  /// Tells for which byte U+FFFD stands.
  private let original: DamageBytes?

  /// `original` are the bytes of a text that was decoded from GB18030 just now; what is plausible
  /// is counted from `sample`.
  package init(_ text: [UInt8], _ original: DamageBytes?, _ sample: ReadingSample) {
    self.sample = sample
    self.text = text
    self.original = original
    rewriter = TextRewriter(text)
  }

  /// The repaired text and its map; the text itself if nothing is to do.
  ///
  /// - Complexity: O(bytes) for the places, each of which is looked at with some hundred characters around it.
  ///   The searches try at most `mostTried` characters and those at one byte more, whatever the length.
  package mutating func run() -> (text: [UInt8], offsets: OffsetMap) {
    var places = 0
    var index = 0
    while let place = nextMark(from: index) {
      index = place + 1
      guard isSuspicious(place) else { continue }
      guard places < Self.mostPlaces, tried < Self.mostTried else {
        isGivenUp = true
        break
      }
      places += 1
      adapt()
      let stretch = DamagedStretch(
        around: place, of: text, from: rewriter.taken, original)
      let open = doubtful
      if let end = repair(stretch) {
        index = max(index, end)
      } else if doubtful > open, stretch.cells.contains(where: { $0.isPiece(at: place) }) {
        settledPieces.insert(place)
      } else if doubtful == open, BracketedReading.end(ofSwallowed: place + 1, of: text) != nil {
        doubtful += 1
      }
    }
    return rewriter.finish()
  }

  /// Lets the model read what is not beside a mark.
  private mutating func adapt() {
    guard !isAdapted, text.count >= Self.shortestArticle else { return }
    isAdapted = true
    var runs: [Range<Int>] = []
    var index = 0
    while let place = nextMark(from: index) {
      let stretch = DamagedStretch(
        around: place, of: text, from: runs.last?.upperBound ?? 0, original)
      index = max(place + 1, stretch.end)
      runs.append(stretch.start..<index)
    }
    model.read(text, without: runs)
  }

  /// The next `?` or U+FFFD beside a character of several bytes.
  private func nextMark(from start: Int) -> Int? {
    let bytes = text.span
    let damage: UInt8 = original == nil ? UInt8(ascii: "?") : 0xEF
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      guard byte == UInt8(ascii: "?") || byte == damage else {
        index += 1
        continue
      }
      if byte == UInt8(ascii: "?") {
        if index > 0, bytes[index - 1] >= 0x80 || bytes[index - 1] == UInt8(ascii: ")") {
          return index
        }
        if index + 1 < bytes.count, bytes[index + 1] >= 0x80 { return index }
        if index > 0, index + 1 < bytes.count, bytes[index - 1].isDigit, bytes[index + 1].isDigit {
          return index
        }
      } else if index + 2 < bytes.count, bytes[index + 1] == 0xBF,
        bytes[index + 2] == 0xBD
      {
        return index
      }
      index += 1
    }
    return nil
  }

  /// Whether nothing but marks stands between `place` and the end of its line.
  private func endsLine(after place: Int) -> Bool {
    let rest = text[place...].drop { $0 == UInt8(ascii: "?") }
    return rest.isEmpty || rest.first == 0x0A || rest.first == 0x0D
  }

  /// Whether there are unlikely neighbours near the mark, or it cannot stand there.
  private mutating func isSuspicious(_ place: Int) -> Bool {
    if text[place] != UInt8(ascii: "?") { return true }
    if place + 1 < text.count {
      let next = text[place + 1]
      if next == UInt8(ascii: "?"), !endsLine(after: place) { return true }
      if ",;:)".utf8.contains(next) || next >= 0x40 && next < 0x7F { return true }
      if next.isDigit || place > 0 && text[place - 1].isDigit { return true }
      if ShiftCandidates.isMark(TextLine.scalar(text, place + 1)) { return true }
    }
    let around = DamagedStretch(
      around: place, of: text, from: rewriter.taken, original, following: Self.window)
    let scalars = around.cells.filter { $0.scalar != 0 }
    guard let middle = scalars.firstIndex(where: { $0.source.lowerBound == place }) else {
      return false
    }
    let left = scalars[max(0, middle - Self.window)..<middle]
    let right = scalars[(middle + 1)...].prefix(Self.window)
    return worst(left.map(\.scalar)) < Self.leastNeighbour
      || worst(right.map(\.scalar)) < Self.leastNeighbour
  }

  /// The lowest cost of a character after the one before it, 0 if there are fewer than two.
  private mutating func worst(_ scalars: [UInt32]) -> Double {
    var context = PlausibilityModel.Context.lineStart
    var worst = 0.0
    for (index, scalar) in scalars.enumerated() {
      let folded = ShiftCandidates.entry(scalar).folded
      if index > 0 { worst = min(worst, model.costs(after: context)[folded]) }
      context = context.followed(by: folded)
    }
    return worst
  }

  /// Puts in the best reading if it is sure; returns where the repaired text ends.
  private mutating func repair(_ stretch: DamagedStretch) -> Int? {
    guard stretch.markCount <= Self.mostMarks else {
      isGivenUp = true
      return nil
    }
    var search = ShiftSearch(stretch, model, mostTried: Self.mostTried - tried)
    let ways = search.ways()
    tried += search.tried
    if tried >= Self.mostTried { isGivenUp = true }
    guard let best = ways.first, let change = Self.change(best, stretch) else { return nil }
    let gain = best.cost - cost(of: stretch)
    let isCertain = stretch.cells.contains { $0.scalar == 0xFFFD }
    guard isCertain || gain >= Self.leastGain(for: best.steps[change]) else { return nil }
    guard isPlausible(best.steps, change, stretch) else { return nil }
    let rivals = ways.dropFirst().filter { best.cost - $0.cost < Self.leastMargin }
    var scalars = best.steps[change].map(\.scalar)
    var open = 0
    for rival in rivals {
      guard rival.steps.count == best.steps.count else {
        doubtful += 1
        return nil
      }
      for (offset, index) in change.enumerated() where scalars[offset] != 0xFFFD {
        let other = rival.steps[index].scalar
        if ShiftCandidates.entry(other).folded != ShiftCandidates.entry(scalars[offset]).folded {
          scalars[offset] = 0xFFFD
          open += 1
        }
      }
    }
    // A repair that leaves as much open as it settles is none.
    guard open * 2 < scalars.count else {
      doubtful += 1
      return nil
    }
    let steps = best.steps[change]
    let first = stretch.cells[steps[steps.startIndex].cells.lowerBound].source.lowerBound
    let last = stretch.cells[steps[steps.endIndex - 1].cells.upperBound - 1].source.upperBound
    rewriter.replace(first..<last, with: scalars.flatMap { Array(UTF8Bytes($0)) })
    repaired += 1
    doubtful += open
    settle(steps, stretch)
    return last
  }

  /// Takes note of the pieces that `steps` read as characters, or as one of several.
  private mutating func settle(_ steps: ArraySlice<ShiftSearch.Step>, _ stretch: DamagedStretch) {
    func pieces(_ steps: [ShiftSearch.Step]) -> [Int] {
      steps.flatMap { stretch.cells[$0.cells] }.filter { $0.scalar == 0xFFFD }
        .map(\.source.lowerBound)
    }
    // Of a piece of two bytes one may have been read and one not.
    settledPieces.formUnion(pieces(steps.filter { $0.scalar != 0xFFFD }))
    settledPieces.subtract(pieces(steps.filter { $0.scalar == 0xFFFD }))
  }

  /// Whether the changed characters, and the next, are likely ones, not only likelier than damage.
  private mutating func isPlausible(
    _ steps: [ShiftSearch.Step], _ change: Range<Int>, _ stretch: DamagedStretch
  ) -> Bool {
    let scalars = steps.map { ShiftCandidates.entry($0.scalar).folded }
    var context = stretch.before
    for scalar in scalars[..<change.lowerBound] { context = context.followed(by: scalar) }
    let rest = scalars[change] + (scalars[change.upperBound...] + stretch.after).prefix(1)
    let mean = model.cost(of: Array(rest), after: context) / Double(rest.count)
    return mean >= (change.count > 1 ? Self.leastMean.shifted : Self.leastMean.guessed)
  }

  private static func leastGain(for steps: ArraySlice<ShiftSearch.Step>) -> Double {
    steps.count > 1 ? leastGain.shifted : leastGain.guessed
  }

  /// The steps that read something else than what stands there; nil if there is none.
  private static func change(_ way: ShiftSearch.Way, _ stretch: DamagedStretch) -> Range<Int>? {
    func isPlain(_ step: ShiftSearch.Step) -> Bool {
      let cell = stretch.cells[step.cells.lowerBound]
      if cell.byte == nil { return step.cells.count == 1 && step.scalar == 0x3F }
      if cell.scalar == 0xFFFD { return step.scalar == 0xFFFD }
      let isWide = cell.scalar < 0x80 && step.scalar == cell.scalar + 0xFEE0
      let isSame = cell.scalar == step.scalar || isWide
      return isSame && step.cells.count == (step.scalar < 0x80 ? 1 : 2)
    }
    guard let first = way.steps.firstIndex(where: { !isPlain($0) }),
      let last = way.steps.lastIndex(where: { !isPlain($0) })
    else { return nil }
    return first..<last + 1
  }

  /// The cost of the text as it stands, by the same measure as a way's.
  private mutating func cost(of stretch: DamagedStretch) -> Double {
    var context = stretch.before
    var sum = 0.0
    for cell in stretch.cells where cell.scalar != 0 {
      let isMark = cell.isMark
      let scalar = isMark ? 0x3F : ShiftCandidates.entry(cell.scalar).folded
      sum += model.costs(after: context)[scalar] + (isMark ? ShiftSearch.Penalty.mark : 0)
      context = context.followed(by: scalar)
    }
    return sum + model.cost(of: stretch.after, after: context)
  }
}
