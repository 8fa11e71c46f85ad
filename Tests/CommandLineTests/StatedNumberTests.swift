import TestSupport
import Testing

/// Numbers that are no dates, wherever people state dates.
struct StatedNumberTests {
  private static let rules = "--rules=\(Repository.root)/rules/starter/zh/rules"
  private static let number = "20240531123456789012"

  @Test(
    "A date of twenty digits is none, wherever it stands",
    arguments: [
      ["--input", "ndjson", "r.ndjson"], ["--input", "csv", "r.csv"], ["head.txt"], ["side.txt"],
      ["-m", "m.csv", "plain.txt"],
    ])
  func date(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    try folder.write("r.ndjson", #"{"text":"好。","date":\#(Self.number)}"# + "\n")
    try folder.write("r.csv", "text,date\n好。,\(Self.number)\n")
    try folder.write("head.txt", "---\ndate: \(Self.number)\n---\n好。\n")
    try folder.write("side.txt", "好。\n")
    try folder.write("side.meta.yaml", "date: \(Self.number)\n")
    try folder.write("plain.txt", "好。\n")
    try folder.write("m.csv", "path,date\nplain.txt,\(Self.number)\n")
    let run = try ProgramProcess(
      ["classify", "--rules=\(Repository.root)/rules/civic-campaign", "-f", "ndjson"] + arguments,
      in: folder,
      variables: ["SWIFT_BACKTRACE=enable=no"])
    #expect(run.status == 0, "\(run.error)")
    #expect(run.output.contains("\"date\":null"), "\(run.output)")
  }

  @Test("Files of any time are read", arguments: ["2400-01-01", "1600-01-01", "2262-04-12"])
  func time(_ time: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.txt", "好。\n")
    let run = try ProgramProcess(
      ["classify", Self.rules, "-f", "csv", "in"], in: folder,
      variables: ["SWIFT_BACKTRACE=enable=no"], before: "touch -d \(time) in/a.txt || true;")
    #expect(run.status == 0, "\(run.error)")
  }
}
