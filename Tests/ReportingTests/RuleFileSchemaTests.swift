import Reporting
import RuleLanguage
import Testing

/// What the schema and the reference say; that the schema is right is for the validator in `.ci`.
struct RuleFileSchemaTests {
  @Test("Every key of every mapping is in the reference", arguments: MappingKind.allCases)
  func reference(_ kind: MappingKind) throws {
    let sections = KeyReference.markdown().split(separator: "### ")
    let section = try #require(sections.first { $0.hasPrefix("\(kind.rawValue)\n") })
    for key in kind.definition.keys {
      #expect(section.contains("| `\(key.name)` |"))
      #expect(section.contains(key.summary.replacing("|", with: "\\|")))
    }
    #expect(
      section.split(separator: "\n").filter { $0.hasPrefix("| `") }.count
        == kind.definition.keys.count)
  }

  @Test(
    "The schema has a definition for every mapping and every key", arguments: MappingKind.allCases)
  func schema(_ kind: MappingKind) {
    let json = RuleFileSchema.json()
    #expect(json.contains(#""\#(kind.rawValue)":{"description":"#))
    for key in kind.definition.keys { #expect(json.contains(#""\#(key.name)":{"title":"#)) }
  }

  @Test("Numbers are spelled so that the range holds where it ends at a power of ten")
  func spelling() {
    let json = RuleFileSchema.json()
    #expect(json.contains(#""pattern":"^(0+(\\.[0-9]+)?|0*1(\\.0+)?)$","minimum":0,"maximum":1"#))
    #expect(json.contains(#""pattern":"^(0*([1-9][0-9]{0,2}|1000))$","minimum":1,"maximum":1000"#))
  }
}
