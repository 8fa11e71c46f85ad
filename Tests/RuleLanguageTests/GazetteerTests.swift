import Diagnostics
import RuleLanguage
import SourceText
import Testing

struct GazetteerTests {
  @Test(
    "a name is used without the longest ending of its level, if two characters are left",
    arguments: [
      ("云川市", "city", "云川"), ("临岚自治县", "county", "临岚"), ("临岚县", "county", "临岚"),
      ("岚县", "county", nil), ("云川市", "county", nil), ("云川", "city", nil),
      ("云川市", "province", nil), ("市", "city", nil),
    ] as [(String, String, String?)])
  func shortName(_ name: String, _ level: String, _ expected: String?) {
    let place = LocatedSpan(file: 0, span: SourceSpan(0, 0))
    let gazetteer = Gazetteer(
      name: "places", label: "place", context: [], level: nil, ancestors: [],
      endings: ["city": ["市"], "county": ["县", "自治县"]], entries: [], span: place)
    let entry = Gazetteer.Entry(
      code: "1", name: name, level: level, ancestors: [], years: 2000...2001, span: place)
    #expect(gazetteer.shortName(of: entry) == expected)
  }

  private func resolve(_ table: [UInt8]) -> (pack: RulePack?, diagnostics: [Diagnostic]) {
    let rules = """
      pack: {name: p, version: '1'}
      labels: {place: {on: document, role: metadata, text: true}}
      gazetteers: {places: {file: places.tsv, label: place}}

      """
    return PackResolver.resolve(files: [
      SourceFile(name: "pack.yaml", bytes: Array(rules.utf8)),
      SourceFile(name: "places.tsv", bytes: table),
    ])
  }

  private static let head = Array("code\tname\tlevel\touter\tfirst_year\tlast_year\n".utf8)
  private static let row = Array("1\t云川市\tcity\t\t2000\t2001\n".utf8)

  @Test func `each row is an entry with its cells`() throws {
    let (pack, diagnostics) = resolve(Self.head + Self.row)
    let gazetteer = try #require(pack?.gazetteers.first, "\(diagnostics)")
    let entry = try #require(gazetteer.entries.first)
    #expect(gazetteer.entries.count == 1 && gazetteer.ancestors == ["outer"])
    #expect([entry.code, entry.name, entry.level] == ["1", "云川市", "city"])
    #expect(entry.ancestors == [""] && entry.years == 2000...2001)
  }

  @Test(
    "a faulty row is refused with its reason",
    arguments: [
      ("1\t\tcity\t\t2000\t2001", "the row has no name"),
      ("1\ta\tcity\t\t2000", "the row has 5 cells, but there are 6 columns"),
      ("1\ta\tcity\t\t2001\t2000", "the last two cells must be a first and a last year"),
      ("1\ta\tcity\t\t2000\tx", "the last two cells must be a first and a last year"),
    ])
  func faultyRow(_ row: String, _ message: String) {
    let (pack, diagnostics) = resolve(Self.head + Self.row + Array(row.utf8))
    #expect(pack == nil)
    #expect(diagnostics.map(\.message) == [message])
  }

  @Test func `a row that is not UTF-8 is refused, the others are not`() {
    let broken = Array("2\t".utf8) + [0xC4, 0xE3] + Array("\tcity\t\t2000\t2001\n".utf8)
    let (pack, diagnostics) = resolve(Self.head + Self.row + broken + Self.row)
    #expect(pack == nil)
    #expect(diagnostics.map(\.message) == ["the row is not UTF-8"])
    #expect(diagnostics.first?.primary.span.start == Self.head.count + Self.row.count)
  }
}
