import Diagnostics
import Testing

struct EditDistanceTests {
  @Test(
    "the distance counts insertions, removals, replacements and exchanges",
    arguments: [
      ("", "", 0), ("a", "", 1), ("", "abc", 3), ("abc", "abc", 0), ("abc", "abd", 1),
      ("abc", "acb", 1), ("abcd", "badc", 2), ("kitten", "sitting", 3), ("督查", "督办", 1),
      ("督查组", "查督组", 1), ("ca", "abc", 3),
    ])
  func distance(_ left: String, _ right: String, _ expected: Int) {
    #expect(EditDistance.distance(from: left, to: right, limit: 9) == expected)
    #expect(EditDistance.distance(from: right, to: left, limit: 9) == expected)
    #expect(EditDistance.distance(from: left, to: right, limit: expected) == expected)
    #expect(EditDistance.distance(from: left, to: right, limit: expected - 1) == nil)
  }

  @Test func `the nearest name is the one with the fewest edits`() {
    let names = ["within", "gives", "except", "unless"]
    #expect(EditDistance.nearest(to: "wihtin", in: names) == "within")
    #expect(EditDistance.nearest(to: "exept", in: names) == "except")
    #expect(EditDistance.nearest(to: "confidence", in: names) == nil)
    #expect(EditDistance.nearest(to: "", in: names) == nil)
    #expect(EditDistance.nearest(to: "a", in: ["b"]) == nil)
  }

  @Test func `ties do not depend on the order of the names`() {
    #expect(EditDistance.nearest(to: "cat", in: ["cut", "cot"]) == "cot")
    #expect(EditDistance.nearest(to: "cat", in: ["cot", "cut"]) == "cot")
  }
}
