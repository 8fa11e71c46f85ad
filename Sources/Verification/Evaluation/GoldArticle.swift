package import Analysis

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A file of labels that a person made; `docs/fixtures.md` says what each key means.
struct GoldArticle: Decodable {
  struct Paragraph: Decodable {
    var text: String
    var tags: [String: Int]
    var via: String?
    var frames: [Frame]?
  }

  struct Frame: Decodable {
    var text: String
    var classification: String?
    var kind: String?
    var slots: [String: Band]?
    var evidence: [String: String]?
    var specificity: Band?
    var accountability: Band?
    var isOptional: Bool?

    enum CodingKeys: String, CodingKey {
      case text
      case classification = "class"
      case kind, slots, evidence, specificity, accountability
      case isOptional = "one_coder"
    }
  }

  /// One number, or the lowest and the highest of several.
  struct Band: Decodable {
    var values: ClosedRange<Double>

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let one = try? container.decode(Double.self) {
        values = one...one
        return
      }
      let all = try container.decode([Double].self)
      guard let low = all.min(), let high = all.max() else {
        throw DecodingError.dataCorruptedError(
          in: container, debugDescription: "an empty list of values")
      }
      values = low...high
    }
  }

  var article: String?
  var seed: String?
  var type: String?
  var place: String?
  var province: String?
  var date: String?
  var field: String?
  var noise: [String]?
  var split: String?
  var paragraphs: [Paragraph]

  enum CodingKeys: String, CodingKey {
    case article, seed, place, province, date, field, noise, split, paragraphs
    case type = "doc_type"
  }
}

/// Why a file of labels cannot be used.
package struct GoldProblem: Error, Hashable, Sendable {
  /// Lower case, without a full stop.
  package let message: String
}

extension Labelling {
  /// Reads the labels in `json`; slots may be called by name or symbol of `pack`.
  package init(gold json: [UInt8], _ pack: PackSummary) throws(GoldProblem) {
    let gold: GoldArticle
    do {
      gold = try JSONDecoder().decode(GoldArticle.self, from: Data(json))
    } catch {
      throw GoldProblem(message: Self.reason(error))
    }
    guard let article = gold.article ?? gold.seed else {
      throw GoldProblem(message: "`article` is missing: the name of the labelled file")
    }
    let fields = [
      ("type", gold.type), ("place", gold.place), ("province", gold.province),
      ("date", gold.date), ("field", gold.field),
    ]
    let noise = gold.noise ?? []
    var paragraphs: [Paragraph] = []
    for paragraph in gold.paragraphs {
      paragraphs.append(try Paragraph(paragraph, pack))
    }
    self.init(
      article: article,
      metadata: Dictionary(
        fields.compactMap { name, value in value.map { (name, $0) } },
        uniquingKeysWith: { first, _ in first }),
      noise: noise.isEmpty ? ["clean"] : noise, split: gold.split, paragraphs: paragraphs)
  }

  private static func reason(_ error: any Error) -> String {
    guard let error = error as? DecodingError else { return "cannot be read as JSON" }
    switch error {
    case .keyNotFound(let key, let context):
      return "`\(key.stringValue)` is missing\(place(context.codingPath))"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return "a value of another kind is expected\(place(context.codingPath))"
    case .dataCorrupted(let context):
      return "no valid JSON of labels\(place(context.codingPath)): \(context.debugDescription)"
    @unknown default: return "cannot be read as JSON"
    }
  }

  private static func place(_ path: [any CodingKey]) -> String {
    guard !path.isEmpty else { return "" }
    let steps = path.map { key in key.intValue.map { "[\($0)]" } ?? ".\(key.stringValue)" }
    return " at `\(steps.joined().drop { $0 == "." })`"
  }
}

extension Labelling.Paragraph {
  fileprivate init(_ gold: GoldArticle.Paragraph, _ pack: PackSummary) throws(GoldProblem) {
    let known = Set(pack.tags.map(\.name))
    if let stranger = gold.tags.keys.sorted().first(where: { !known.contains($0) }) {
      throw GoldProblem(message: "the pack has no tag `\(stranger)`")
    }
    var frames: [Labelling.Frame] = []
    for frame in gold.frames ?? [] { frames.append(try Labelling.Frame(frame, pack)) }
    self.init(
      text: gold.text, tags: gold.tags.filter { $0.value > 0 }, via: gold.via, frames: frames)
  }
}

extension Labelling.Frame {
  fileprivate init(_ gold: GoldArticle.Frame, _ pack: PackSummary) throws(GoldProblem) {
    var slots: [String: Labelling.Slot] = [:]
    for (key, band) in gold.slots ?? [:] where band.values.upperBound > 0 {
      guard let slot = pack.slots.first(where: { $0.name == key || $0.symbol == key }) else {
        throw GoldProblem(message: "the pack has no slot `\(key)`")
      }
      slots[slot.name] = Labelling.Slot(
        values: band.values, words: gold.evidence?[key].flatMap { $0.isEmpty ? nil : $0 })
    }
    let scores = [("specificity", gold.specificity), ("accountability", gold.accountability)]
    self.init(
      text: gold.text, classification: gold.classification, kind: gold.kind, slots: slots,
      scores: Dictionary(
        scores.compactMap { name, band in
          band.map { (name, ($0.values.lowerBound + $0.values.upperBound) / 2) }
        }, uniquingKeysWith: { first, _ in first }),
      isOptional: gold.isOptional ?? false)
  }
}
