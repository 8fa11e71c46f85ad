import Analysis
import CommandLine
import TestSupport
import Testing

/// What fields of records state, and records that files share.
struct RecordFactTests {
  private static let rules = "--rules=\(Repository.root)/rules/starter/zh/rules"

  private func classify(
    _ files: [(name: String, text: String)], as form: String = "ndjson"
  ) throws -> ProgramProcess {
    let folder = try TemporaryFolder()
    for file in files { try folder.write(file.name, file.text) }
    return try ProgramProcess(
      ["classify", Self.rules, "-f", "ndjson", "--input", form] + files.map(\.name), in: folder)
  }

  @Test func `numbers and truth values state facts as they are written`() throws {
    let run = try classify([
      (
        "r.ndjson",
        #"{"text":"天气好。","cycle":7,"rate":-1.50e3,"core":true,"lapsed":false,"empty":null}"#
      )
    ])
    #expect(run.error.isEmpty)
    for field in [
      #""cycle":"7""#, #""rate":"-1.50e3""#, #""core":"true""#, #""lapsed":"false""#,
    ] {
      #expect(run.output.contains(field), "\(run.output)")
    }
    #expect(!run.output.contains("\"empty\""))
  }

  @Test func `a field that is a list or an object is told once a file`() throws {
    let lines = [
      #"{"text":"天气好。","themes":["a"],"place":{"city":"b"},"empty":null}"#,
      #"{"text":"天气好。","themes":[],"place":"c","remarks":[1]}"#,
    ]
    let text = lines.joined(separator: "\n")
    let run = try classify([("a.ndjson", text), ("b.ndjson", lines[1])])
    let told = [
      ("a.ndjson:1", "themes", "a list"), ("a.ndjson:1", "place", "an object"),
      ("a.ndjson:2", "remarks", "a list"), ("b.ndjson:1", "themes", "a list"),
      ("b.ndjson:1", "remarks", "a list"),
    ].map { place, field, value in
      "duban: \(place): the field `\(field)` is \(value), which states no metadata; write it as text "
        + "(told once a file)\n"
    }
    #expect(run.error == told.joined())
    for field in ["themes", "remarks", "empty"] { #expect(!run.output.contains("\"\(field)\"")) }
    #expect(run.status == 0)
  }

  @Test func `an id that is null is none`() throws {
    let run = try classify([("a.ndjson", #"{"id":null,"text":"天气好。"}"#)])
    #expect(run.error.isEmpty)
    #expect(run.output.contains(#""source":"a.ndjson:1""#))
    #expect(run.status == 0)
  }

  @Test func `a field that is too long is told once a file`() throws {
    let long = String(repeating: "好", count: 400)
    let line = #"{"text":"天气好。","html":"\#(long)","note":"\#(long.prefix(333))"}"# + "\n"
    let run = try classify([("a.ndjson", "\n" + line + line), ("b.ndjson", line)])
    let told = ["a.ndjson:2", "b.ndjson:1"].map {
      "duban: \($0): the field `html` has 1200 bytes; what is longer than 1000 states no metadata "
        + "(told once a file)\n"
    }
    #expect(run.error == told.joined())
    #expect(!run.output.contains("\"html\""))
    #expect(run.output.contains("\"note\":\"好"))
    #expect(run.status == 0)
  }

  @Test func `an id that two files share is told as in one`() throws {
    let run = try classify([
      ("a.ndjson", #"{"id":1,"text":"一"}"# + "\n"), ("b.ndjson", #"{"id":"1","text":"二"}"# + "\n"),
    ])
    #expect(run.error == "duban: b.ndjson:1: has the id `1` of a record before\n")
    #expect(run.output.split(separator: "\n").count == 2)
    #expect(run.status == 0)
  }

  @Test(.timeLimit(.minutes(1)))
  func `many columns take time that grows with their number`() throws {
    let names = (0..<100_000).map { "c\($0)" }
    let header = "id,text," + names.joined(separator: ",") + "\n"
    let row = "1,天气好。," + names.joined(separator: ",") + "\n"
    let run = try classify([("r.csv", header + row)], as: "csv")
    #expect(run.status == 0)
    #expect(run.output.contains("\"c99999\":\"c99999\""))
  }

  @Test func `of facts with one name the stronger source stays in its place`() {
    var stated = StatedMetadata()
    for (name, value, source) in [
      ("a", "1", Metadata.Source.frontMatter), ("b", "2", .manifest), ("a", "3", .manifest),
      ("a", "4", .sidecar), ("b", " ", .manifest),
    ] {
      stated.add(StatedMetadata.Fact(name: name, value: value, source: source))
    }
    #expect(stated.facts.map(\.name) == ["a", "b"])
    #expect(stated.facts.map(\.value) == ["3", "2"])
    #expect(stated["a"]?.value == "3")
    #expect(stated["c"] == nil)
  }
}
