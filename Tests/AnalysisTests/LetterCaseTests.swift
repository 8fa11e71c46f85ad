import Analysis
import SourceText
import Testing

/// What a pack says about capital letters.
@Suite struct LetterCaseTests {
  private func evidence(_ letterCase: String, _ pattern: String, _ text: String) throws -> [String]
  {
    let pack = try TinyPack.resolve(
      """
      pack: {name: tiny, version: 1.0.0, case: \(letterCase)}
      labels:
        duty: {on: paragraph, role: tag, levels: [weak, strong]}
      lexicons:
        office: [Town Clerk, école]
      rules:
        - {id: x/y, gives: duty = weak, any: ['\(pattern)', <office>]}
      """)
    var scratch = Analyzer.Scratch()
    let result = try Analyzer(pack).analyze(
      SourceFile(name: "t.txt", bytes: Array(text.utf8)), &scratch)
    return result.paragraphs.flatMap(\.tags).flatMap(\.evidence).map(\.text)
  }

  @Test(
    "Letters match whatever their case where the pack says so, and are reported as written",
    arguments: [
      ("ignore", "Staff SHALL see it", ["SHALL"]),
      ("ignore", "SHALL and ShAlL", ["SHALL", "ShAlL"]),
      ("ignore", "the town CLERK", ["town CLERK"]),
      ("ignore", "SHALLOW", []),
      ("ignore", "École", []),
      ("ignore", "ＳＨＡＬＬ", ["SHALL"]),
      ("keep", "Staff SHALL see it", []),
      ("keep", "Staff shall see it", ["shall"]),
      ("keep", "the Town Clerk", ["Town Clerk"]),
    ])
  func letterCase(_ setting: String, _ text: String, _ expected: [String]) throws {
    #expect(try evidence(setting, "shall", text) == expected)
  }

  @Test("The pattern may be written in capitals too")
  func patternInCapitals() throws {
    #expect(try evidence("ignore", "BE IT Resolved", "be it resolved") == ["be it resolved"])
  }
}
