import Synchronization

/// A sample of text as it should be, from which is counted what is plausible where bytes were lost.
///
/// The text of a sample has three parts, each below a line `==` with its name; a line that begins
/// with `#` is a comment. All of it is normalised, with `0` for any digit and `A` for any letter.
///
///     == lines      whole lines of articles
///     == phrases    pieces of lines
///     == pairs      words of two characters: the first, then all that follow it
///
/// It is counted once, when damage is first looked at: clean articles never pay for it. Threads may
/// share a sample.
package struct ReadingSample: Sendable, Hashable {
  /// The parts, by the names that stand above them.
  private enum Part: String {
    case lines, phrases, pairs
  }

  /// What is kept between articles.
  private final class Store: Sendable {
    let model = Mutex<PlausibilityModel?>(nil)
  }

  private let text: [UInt8]
  private let store = Store()

  /// The sample in the UTF-8 text of a file; what stands above the first part is passed over.
  package init(_ text: [UInt8]) {
    self.text = text
  }

  /// Whether both hold the same bytes, whichever of them was counted already.
  ///
  /// - Complexity: O(bytes).
  package static func == (left: ReadingSample, right: ReadingSample) -> Bool {
    left.text == right.text
  }

  /// Feeds the bytes of the text.
  ///
  /// - Complexity: O(bytes).
  package func hash(into hasher: inout Hasher) {
    hasher.combine(text)
  }

  /// What the sample says.
  ///
  /// - Complexity: O(bytes) the first time, O(1) after it.
  var model: PlausibilityModel {
    store.model.withLock { known in
      if let known { return known }
      let counted = counted()
      known = counted
      return counted
    }
  }

  private func counted() -> PlausibilityModel {
    var model = PlausibilityModel()
    var part: Part?
    for line in text.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      if line.starts(with: "== ".utf8) {
        part = Part(rawValue: String(decoding: line.dropFirst(3), as: UTF8.self))
        continue
      }
      let scalars = String(decoding: line, as: UTF8.self).unicodeScalars.map(\.value)
      switch part {
      case .lines: model.add(line: scalars)
      case .phrases: model.add(phrase: scalars)
      case .pairs: model.add(pairs: scalars)
      case nil: continue
      }
    }
    model.updateShares()
    return model
  }
}
