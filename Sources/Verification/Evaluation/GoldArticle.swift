package import Analysis
import JSONText

/// A file of labels that a person made; `docs/fixtures.md` says what each key means.
struct GoldArticle {
  struct Paragraph {
    var text: String
    var tags: [String: Int]
    var via: String?
    var frames: [Frame]
  }

  struct Frame {
    var text: String
    var classification: String?
    var kind: String?
    /// The lowest and the highest value by name or symbol of the slot.
    var slots: [String: ClosedRange<Double>] = [:]
    var evidence: [String: String] = [:]
    /// The lowest and the highest value by name of the score.
    var scores: [String: ClosedRange<Double>] = [:]
    var isOptional = false
  }

  var article: String?
  /// What the article is, by the name of the metadata.
  var metadata: [String: String] = [:]
  var noise: [String] = []
  var split: String?
  var paragraphs: [Paragraph]
}

/// Why a file of labels cannot be used.
package struct GoldProblem: Error, Hashable, Sendable {
  /// Lower case, without a full stop.
  package let message: String
}

extension Labelling {
  /// Reads the labels in `json`; slots may be called by name or symbol of `pack`.
  ///
  /// - Throws: `GoldProblem` where the file cannot be read, names no article, or names a tag or
  ///   slot that the pack does not have.
  /// - Complexity: O(bytes · slots of the pack).
  package init(gold json: [UInt8], _ pack: PackSummary) throws(GoldProblem) {
    let gold = try GoldArticleReader.read(json, scores: Set(pack.scores.map(\.name)))
    guard let article = gold.article else {
      throw GoldProblem(message: "`article` is missing: the name of the labelled file")
    }
    var paragraphs: [Paragraph] = []
    for paragraph in gold.paragraphs {
      paragraphs.append(try Paragraph(paragraph, pack))
    }
    self.init(
      article: article, metadata: gold.metadata,
      noise: gold.noise.isEmpty ? ["clean"] : gold.noise, split: gold.split,
      paragraphs: paragraphs)
  }
}

extension Labelling.Paragraph {
  fileprivate init(_ gold: GoldArticle.Paragraph, _ pack: PackSummary) throws(GoldProblem) {
    let known = Set(pack.tags.map(\.name))
    if let stranger = gold.tags.keys.sorted().first(where: { !known.contains($0) }) {
      throw GoldProblem(message: "the pack has no tag `\(stranger)`")
    }
    var frames: [Labelling.Frame] = []
    for frame in gold.frames { frames.append(try Labelling.Frame(frame, pack)) }
    self.init(
      text: gold.text, tags: gold.tags.filter { $0.value > 0 }, via: gold.via, frames: frames)
  }
}

extension Labelling.Frame {
  fileprivate init(_ gold: GoldArticle.Frame, _ pack: PackSummary) throws(GoldProblem) {
    var slots: [String: Labelling.Slot] = [:]
    for (key, values) in gold.slots.sorted(by: { $0.key < $1.key }) where values.upperBound > 0 {
      guard let slot = pack.slots.first(where: { $0.name == key || $0.symbol == key }) else {
        throw GoldProblem(message: "the pack has no slot `\(key)`")
      }
      guard slots[slot.name] == nil else {
        throw GoldProblem(message: "the slot `\(slot.name)` is labelled twice in one frame")
      }
      slots[slot.name] = Labelling.Slot(
        values: values, words: gold.evidence[key].flatMap { $0.isEmpty ? nil : $0 })
    }
    self.init(
      text: gold.text, classification: gold.classification, kind: gold.kind, slots: slots,
      scores: gold.scores.mapValues { ($0.lowerBound + $0.upperBound) / 2 },
      isOptional: gold.isOptional)
  }
}
