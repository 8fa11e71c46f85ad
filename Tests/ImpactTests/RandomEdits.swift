import TestSupport

/// Packs and articles that differ at random from the small pack, as tuning changes them.
struct RandomEdits {
  var random: SeededGenerator

  private static let words = [
    "组长", "队长", "负责", "责任", "责任编辑", "招聘", "会议要求", "会议强调", "会议指出", "清理", "修补",
    "会议要求,清理楼道5日前", "会议要求,修补", "责任", "楼道", "5日前", "完成", "勇往直前", "云川市", "版权", "天气", "通报",
  ]

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &random)]
  }

  /// A few paragraphs of words, commas and stops.
  mutating func text() -> String {
    let paragraphs = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      (0..<Int.random(in: 1...8, using: &random)).map { _ in
        pick(Self.words) + pick(["", "", ",", ",", "。"])
      }.joined() + "。"
    }
    return paragraphs.joined(separator: "\n\n")
  }

  /// The pack after one to three edits of rules, lexicons, scores or their order.
  mutating func edited(_ pack: SmallPack) -> SmallPack {
    var pack = pack
    for _ in 0..<Int.random(in: 1...3, using: &random) { edit(&pack) }
    return pack
  }

  private mutating func edit(_ pack: inout SmallPack) {
    let index = Int.random(in: pack.rules.indices, using: &random)
    let word = pick(Self.words)
    switch Int.random(in: 0..<16, using: &random) {
    case 0:
      // Other rules may ask for this one.
      if pack.rules.count > 3, !pack.rules[index].hasPrefix("{id: t/word,") {
        pack.rules.remove(at: index)
      }
    case 1: pack.rules[index] = pack.rules[index].replacing("any: [", with: "any: [\(word), ")
    case 2:
      if !pack.rules[index].contains("except") {
        pack.rules[index] = pack.rules[index].replacing("]}", with: "], except: [\(word)]}")
      }
    case 3:
      if !pack.rules[index].contains("unless") {
        pack.rules[index] = pack.rules[index].replacing("]}", with: "], unless: [\(word)]}")
      }
    case 4: pack.lexicons = "head: [组长, \(word)]"
    case 5: pack.rules[index] = pack.rules[index].replacing("strong", with: "weak")
    case 6: pack.rules[index] = pack.rules[index].replacing("1.0", with: "0.4")
    case 7:
      pack.scores = pack.scores.replacing("50 * time", with: pick(["30 * time", "50 * time"]))
    case 8..<15:
      let id = "t/random-\(Int.random(in: 0..<1000, using: &random))"
      let rule = pick([
        "gives: duty = weak, any: [\(word)]", "gives: duty = strong, none: [\(word)]",
        "gives: duty = strong, any: [\(word)], position: first",
        "gives: duty = strong, any: [\(word)], where: characters > 8",
        "gives: duty = strong, any: [\(word)], where: count(opens) > 0",
        "gives: boast, label: duty, any: [\(word)]", "gives: boast, rule: t/word",
        "gives: action = 0.3, within: clause, any: [\(word)]",
        "gives: obligor = 0.9, any: [\(word)], unless: [{any: [责任], in: paragraph}]",
      ])
      if !pack.rules.contains(where: { $0.contains(id) }) {
        pack.rules.append("{id: \(id), \(rule)}")
      }
    default: pack.rules.swapAt(0, index)
    }
  }
}
