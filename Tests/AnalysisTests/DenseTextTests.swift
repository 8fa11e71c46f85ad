import Analysis
import Testing

/// An article in which patterns match at every character in dozens of ways.
struct DenseTextTests {
  private static let rules = """
      - {id: x/y, gives: duty = weak, any: [<row>村]}
    patterns: {row: 镇..30镇}
    """

  @Test(
    "That only the longest matches were followed is told",
    arguments: [(50, false), (20_000, true)] as [(Int, Bool)])
  func notice(length: Int, isTold: Bool) throws {
    let text = String(repeating: "镇", count: length) + "村。"
    let result = try analyze(text, rules: Self.rules)
    let notice = "so many places match that only the longest matches were followed"
    #expect(result.notices.contains(notice) == isTold)
    #expect(result.tagList == ["duty 1"])
  }
}
