import Analysis
import Comparison
import Reporting
import SourceText
import Testing

/// What `AnalysisJSON` writes, `SavedAnalysis` reads.
struct SavedAnalysisTests {
  private static let bytes: [UInt8] = {
    var json = JSONWriter()
    AnalysisJSON(pack: SampleArticle.pack).write(SampleArticle.result, to: &json)
    return json.bytes
  }()

  private static var text: String { String(decoding: bytes, as: UTF8.self) }

  @Test("Everything that is written comes back")
  func everything() throws {
    let saved = try SavedAnalysis(Self.bytes, keeping: .everything)
    #expect(saved.result == SampleArticle.result)
    #expect(saved.pack.fingerprint == SampleArticle.pack.fingerprint)
    #expect(saved.pack.schema == AnalysisForm.schema)
    #expect(saved.weights == SampleArticle.pack.weights)
  }

  @Test("Every key that is known is written, and read")
  func keys() throws {
    var result = SampleArticle.result
    let place = Metadata.Candidates.Entry(code: "43", name: ["province", "city"])
    result.metadata.candidates = [Metadata.Candidates(field: "place", entries: [place])]
    let directives = result.paragraphs.indices.filter { !result.paragraphs[$0].directives.isEmpty }
    let paragraph = try #require(directives.first)
    result.paragraphs[paragraph].directives[0].orElseOf = 0
    result.paragraphs[paragraph].directives[0].slots[0].measures = [
      MeasureResult(
        name: "length", reading: .number(1.5, unit: "km"), text: "x", bytes: SourceSpan(0, 1)),
      MeasureResult(name: "day", reading: .date("2021-04"), text: "y", bytes: SourceSpan(1, 2)),
    ]
    var json = JSONWriter()
    AnalysisJSON(pack: SampleArticle.pack).write(result, to: &json)
    let text = String(decoding: json.bytes, as: UTF8.self)
    #expect(AnalysisKey.allCases.filter { !text.contains("\"\($0.rawValue)\":") } == [])
    #expect(try SavedAnalysis(json.bytes, keeping: .everything).result == result)
  }

  @Test("Figures do not depend on how much is kept", arguments: [KeptParts.figures, .texts])
  func kept(parts: KeptParts) throws {
    let reader = ProfileReader(
      force: "deadline", action: "action", weights: SampleArticle.pack.weights)
    let saved = try SavedAnalysis(Self.bytes, keeping: parts)
    #expect(reader.profile(of: saved.result) == reader.profile(of: SampleArticle.result))
    let hasTexts = saved.result.paragraphs.contains { !$0.text.isEmpty }
    #expect(hasTexts == (parts == .texts))
  }

  @Test("Fields of later versions are passed over")
  func laterFields() throws {
    let later = Self.text.replacing(
      #"{"schema":"duban.analysis/1","#,
      with: #"{"later":[{"a":[1,{"b":"]}"}]}],"schema":"duban.analysis/2","#)
    let saved = try SavedAnalysis(Array(later.utf8), keeping: .figures)
    #expect(saved.pack.schema == "duban.analysis/2")
  }

  @Test(
    "What is no saved analysis says why",
    arguments: [
      ("{}", "is no saved analysis: its `schema` is not `duban.analysis/…`"),
      (#"{"text":"a"}"#, "is no saved analysis: its `schema` is not `duban.analysis/…`"),
      (#"{"schema":"duban.analysis/1"}"#, "has no field `source`"),
      ("[1]", "expected an object, `{…}`"),
      (#"{"schema":1}"#, "expected a name or text in `\"`"),
      (#"{"schema":"duban.analysis/1""#, "expected `,` or `}`"),
      (#"{"schema":"duban.anal"#, "it ends inside a text"),
      (#"{"a":[[{"#, "it ends inside a list or an object"),
      (#"{"a":[}"#, "expected a value"),
      (#"{"a":nul}"#, "expected a value"),
      (#"{"schema":"a","schema":"b"}"#, "the field `schema` stands twice"),
      (#"{"schema":"duban.analysis/1","paragraphs":[{"index":1e400}]}"#, "expected a number"),
      (#"{"schema":"duban.analysis/1","paragraphs":[{"index":1.5}]}"#, "expected a whole number"),
      (
        #"{"paragraphs":[{"bytes":[9,3],"tags":[{"level":1000000000}]}]}"#,
        "a tag has no level from 1 to 100"
      ),
      (
        #"{"paragraphs":[{"directives":[{"s":{"score":1,"low":4611686018427387904}}]}]}"#,
        "a score is no number from 0 to 100"
      ),
      (
        #"{"paragraphs":[{"directives":[{"s":{"score":1,"parts":{"a":1e308}}}]}]}"#,
        "expected a number from -1000000 to 1000000"
      ),
      (
        #"{"pack":{"weights":{"s":{"a":1e308}}}}"#, "expected a number from -1000000 to 1000000"
      ),
      (
        #"{"paragraphs":[{"directives":[{"s":{"score":1},"s":{"score":2}}]}]}"#,
        "the score `s` stands twice"
      ),
      (
        #"{"paragraphs":[{"directives":[{"slots":{"who":{"value":1},"who":{"value":0}}}]}]}"#,
        "the slot `who` stands twice"
      ),
    ])
  func failures(text: String, message: String) {
    let error = #expect(throws: SavedAnalysis.Failure.self) {
      try SavedAnalysis(Array(text.utf8), keeping: .figures)
    }
    #expect(error?.message == message)
  }

  @Test("Cut off anywhere it is refused, never half read")
  func truncated() {
    for length in stride(from: 1, to: Self.bytes.count - 1, by: 7) {
      #expect(throws: SavedAnalysis.Failure.self, "\(length) bytes") {
        try SavedAnalysis(Array(Self.bytes[..<length]), keeping: .everything)
      }
    }
  }
}
