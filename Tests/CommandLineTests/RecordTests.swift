import CommandLine
import Decoding
import JSONText
import TestSupport
import Testing

struct RecordStreamTests {
  /// The records in `text`, read in chunks of `size` bytes.
  private func pieces(
    _ text: String, _ form: RecordForm, size: Int, limit: Int = 1000
  ) throws -> [RecordStream.Piece] {
    var stream = RecordStream(form, limit: limit, read: chunks(of: text, size: size))
    var pieces: [RecordStream.Piece] = []
    while let piece = try stream.next() { pieces.append(piece) }
    return pieces
  }

  @Test(arguments: [1, 2, 3, 7, 1000])
  func `lines are cut wherever chunks end`(_ size: Int) throws {
    let found = try pieces("\u{FEFF}{\"a\":1}\r\n\n  \n{}\nlast", .ndjson, size: size)
    #expect(found.map(\.line) == [1, 4, 5])
    #expect(found.map { String(decoding: $0.bytes, as: UTF8.self) } == ["{\"a\":1}", "{}", "last"])
  }

  @Test(arguments: [1, 2, 5, 1000])
  func `line breaks in quotation marks belong to the record`(_ size: Int) throws {
    let text = "id,text\n1,\"a\nb \"\"c\"\"\n\"\n2,x\"y\n3,z"
    let found = try pieces(text, .csv, size: size)
    #expect(found.map(\.line) == [1, 2, 5, 6])
    #expect(String(decoding: found[1].bytes, as: UTF8.self) == "1,\"a\nb \"\"c\"\"\n\"")
  }

  @Test(arguments: [1, 2, 5, 1000], ["\n", "\r\n", "\r"])
  func `records of a table end with any line end`(_ size: Int, _ mark: String) throws {
    let text = "id,text\n\n1,\"a\nb\"\n2,\"\"\"c\"\"\"\n3,z\n".replacing("\n", with: mark)
    let found = try pieces(text, .csv, size: size)
    #expect(found.map(\.line) == [1, 3, 5, 6])
    #expect(
      found.map { String(decoding: $0.bytes, as: UTF8.self) } == [
        "id,text", "1,\"a\(mark)b\"", "2,\"\"\"c\"\"\"", "3,z",
      ])
  }

  @Test(arguments: [1, 1000])
  func `quotation marks inside a cell that begins without one quote nothing`(_ size: Int) throws {
    let found = try pieces("id,text\n1,a 5\"\" pipe\n2,b\"\"\n3,\"c\"\"\"\n4,d\n", .csv, size: size)
    #expect(found.map(\.line) == [1, 2, 3, 4, 5])
    #expect(found.allSatisfy { $0.defect == nil })
  }

  @Test(arguments: [1, 2, 1000])
  func `a byte order mark inside joined tables is no part of a cell`(_ size: Int) throws {
    let text = "\u{FEFF}\"id\nx\",text\n1,a\n\u{FEFF}\"2\ny\",b\n"
    let found = try pieces(text, .csv, size: size)
    #expect(found.map(\.line) == [1, 3, 4])
    #expect(found.allSatisfy { $0.defect == nil })
  }

  @Test(arguments: [1, 3, 64])
  func `a record beyond the limit ends where any does`(_ size: Int) throws {
    let long = String(repeating: "x", count: 500)
    let found = try pieces("a\r\(long)\r\nb\r", .csv, size: size, limit: 100)
    #expect(found.map(\.defect) == [nil, .tooLong, nil])
    #expect(found.map(\.line) == [1, 2, 3])
  }

  @Test(arguments: [1, 64])
  func `a record beyond the limit is passed over`(_ size: Int) throws {
    let long = String(repeating: "x", count: 500)
    let found = try pieces("a\n\(long)\nb\n", .ndjson, size: size, limit: 100)
    #expect(found.map(\.defect) == [nil, .tooLong, nil])
    #expect(found.map(\.line) == [1, 2, 3])
  }

  @Test func `a quote that never closes is told`() throws {
    let found = try pieces("id,text\n1,\"a\nb", .csv, size: 4)
    #expect(found.last?.defect == .openQuote)
    #expect(found.last?.line == 2)
  }
}

struct JSONFieldsTests {
  @Test func `text, numbers and what is nested`() throws {
    let line = #" {"a":"x\n\u4e2d\ud83d\ude00\"","n":-1.5e3,"o":{"b":["}",1]},"t":true,"z":null} "#
    let fields = try JSONFields(Array(line.utf8)).fields
    #expect(fields.map(\.name) == ["a", "n", "o", "t", "z"])
    #expect(
      fields.map(\.value) == [
        .text("x\n中😀\""), .number("-1.5e3"), .nested("an object"), .boolean(true), .null,
      ])
  }

  @Test(arguments: [
    "", "[]", "{", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, #"{"a":1}x"#, #"{"a":"x}"#, #"{"a":"\x"}"#,
    #"{"a":"\u12"}"#, #"{"a":[}"#, #"{"a":1,"a":2}"#, #"{"a":nul}"#, "{\"a\":\"\u{1}\"}",
    "{\"a\":" + String(repeating: "[", count: 100_000), #"{"a":01}"#, #"{"a":[1 2]}"#,
    #"{"a":{"b";1}}"#, #"{"a":[nul]}"#, #"{"a":0x1F}"#, #"{"a":-inf}"#,
  ])
  func `what is no object is an error, never a trap`(_ line: String) {
    #expect(throws: JSONCursor.Failure.self) { try JSONFields(Array(line.utf8)) }
  }
}

struct RecordCommandTests {
  /// A small pack, where nothing is asked that only the pack of the house knows.
  private static let rules = "--rules=\(Repository.root)/rules/starter/zh/rules"
  private static let civicRules = "--rules=\(Repository.root)/rules/civic-campaign"

  @Test func `records are articles, and a bad one does not stop the others`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "r.ndjson",
      """
      {"id":"x1","body":"鼓楼区召开会议\\n各街道要在本周内完成楼道清理。","place":"鼓楼区","outlet":"徐州日报","tier":"two"}
      {bad
      {"id":7,"body":"各街道要在本周内完成楼道清理。"}
      {"id":"no-text"}
      {"body":5}
      """)
    let run = try ProgramProcess(
      [
        "classify", Self.civicRules, "-f", "ndjson", "--input=ndjson", "--text-field=body",
        "r.ndjson",
      ], in: folder)
    #expect(run.status == 2)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].contains("\"source\":\"x1\""))
    #expect(lines[0].contains("\"place_code\":\"320302\""))
    #expect(lines[0].contains("\"tier\":\"two\""))
    #expect(lines[1].contains("\"source\":\"7\""))
    #expect(run.error.split(separator: "\n").count == 3)
    for line in [2, 4, 5] { #expect(run.error.contains("r.ndjson:\(line): ")) }
  }

  @Test func `cells with line breaks, from a pipe, whatever the number of threads`() throws {
    let folder = try TemporaryFolder()
    let rows = (0..<200).map { "\($0),\"题目\($0)\n各街道要在本周内完成楼道清理。\"\n" }.joined()
    try folder.write("r.csv", "\u{FEFF}id,text\n" + rows)
    let runs = try ["1", "4"].map { threads in
      try ProgramProcess(
        ["classify", Self.rules, "-f", "ndjson", "--input=csv", "-j", threads, "-"], in: folder,
        before: "cat r.csv |")
    }
    #expect(runs[0].status == 0)
    #expect(runs[0].output == runs[1].output)
    let lines = runs[0].output.split(separator: "\n")
    #expect(lines.count == 200)
    for (index, line) in lines.enumerated() { #expect(line.contains("\"source\":\"\(index)\"")) }
  }

  private static let article = "会议要求，各街道要在本周内完成楼道清理。"

  /// What `classify` makes of a file of records: directives found, and what is said.
  private func classify(
    _ bytes: [UInt8], as name: String, _ options: [String] = []
  ) throws -> (directives: Int, error: String, status: Int32) {
    let folder = try TemporaryFolder()
    try folder.write(name, bytes)
    let form = name.hasSuffix("csv") ? "csv" : "ndjson"
    let run = try ProgramProcess(
      ["classify", Self.rules, "-f", "csv", "--input", form, name] + options, in: folder)
    return (run.output.split(whereSeparator: \.isNewline).count - 1, run.error, run.status)
  }

  @Test(arguments: [",", ";", "\t"])
  func `what stands between the names of columns stands between cells`(_ mark: String) throws {
    let text =
      "\u{FEFF}id\(mark)text\r\n1\(mark)\"\(Self.article)\r\n“\"\"”,;\"\r\n2\(mark)\(Self.article)\r\n"
    let found = try classify(Array(text.utf8), as: "r.csv")
    #expect(found.directives == 2)
    #expect(found.error.isEmpty)
    #expect(found.status == 0)
  }

  static let encodings: [(String, TextEncoding, String)] = [
    ("gb18030", .gb18030, article), ("GBK", .gb18030, article),
    ("big5", .big5, "會議要求，各街道要在本周內完成樓道清理。"),
  ]

  @Test(arguments: encodings)
  func `records in another encoding`(
    _ name: String, _ encoding: TextEncoding, _ text: String
  ) throws {
    let table = try #require(EncodedText.bytes("id,text\n1,\(text)\n", as: encoding))
    let objects = try #require(EncodedText.bytes("{\"text\":\"\(text)\"}\n", as: encoding))
    for (bytes, file) in [(table, "r.csv"), (objects, "r.ndjson")] {
      let found = try classify(bytes, as: file, ["--encoding", name])
      #expect(found.directives == 1)
      #expect(found.status == 0)
      let unnamed = try classify(bytes, as: file)
      #expect(unnamed.error.contains("is not UTF-8 at byte"))
      #expect(unnamed.error.contains("name the encoding with `--encoding`"))
      #expect(unnamed.status == 2)
    }
  }

  @Test(arguments: [TextEncoding.utf16LittleEndian, .utf16BigEndian], [true, false])
  func `records in UTF-16 are to be converted`(_ encoding: TextEncoding, _ isMarked: Bool) throws {
    let mark = isMarked ? "\u{FEFF}" : ""
    for (text, name) in [
      ("id,text\n1,\(Self.article)\n", "r.csv"),
      (String(repeating: "{\"text\":\"\(Self.article)\"}\n\n", count: 9), "r.ndjson"),
    ] {
      let bytes = try #require(EncodedText.bytes(mark + text, as: encoding))
      let found = try classify(bytes, as: name)
      #expect(found.error.contains("looks like UTF-16"), "\(found.error)")
      #expect(found.error.contains("convert the file to UTF-8 first"))
      #expect(found.error.split(separator: "\n").count == 1, "\(found.error)")
      #expect(found.status == 2)
    }
  }

  @Test func `an encoding that nobody named is told once a file`() throws {
    let line = try #require(EncodedText.bytes("{\"text\":\"\(Self.article)\"}\n", as: .gb18030))
    let plain = Array("{\"text\":\"no.\"}\n".utf8)
    let found = try classify(plain + line + line + plain + line, as: "r.ndjson")
    #expect(
      found.error == """
        duban: r.ndjson:2: is not UTF-8 at byte 9 of the record; name the encoding with `--encoding`
        duban: r.ndjson: 2 more records in it cannot be decoded

        """)
    #expect(found.status == 2)
    let one = try classify(plain + line, as: "r.ndjson")
    #expect(one.error.split(separator: "\n").count == 1)
    // What looks like UTF-16 in the midst of others is a bad record, not the end.
    let wide = try #require(EncodedText.bytes("\u{FEFF}x y z", as: .utf16LittleEndian)) + [0x0A]
    let last = Array("{\"text\":\"\(Self.article)\"}\n".utf8)
    let mixed = try classify(plain + wide + last, as: "r.ndjson")
    #expect(mixed.error.contains("r.ndjson:2: looks like UTF-16"), "\(mixed.error)")
    #expect(mixed.directives == 1)
    #expect(mixed.status == 2)
  }

  static let defects: [(String, String, String, Int32)] = [
    ("r.csv", "id;title\n1;x\n", "r.csv: has no column `text`; it has `id`, `title`", 2),
    ("r.csv", "1,\(article)\n", "r.csv: has no column `text`", 2),
    ("r.csv", "id,text,id\n", "r.csv: has two columns `id`", 2),
    ("r.csv", "id,text\n1,a,b\n", "r.csv:2: has 3 cells, but there are 2 columns", 2),
    ("r.csv", "id,text\n1,\"a\n\n", "r.csv:2: the quotation mark that opens", 2),
    ("r.csv", "id,text\n7,甲\n7,乙\n", "r.csv:3: has the id `7` of a record before", 0),
    (
      "r.ndjson", "{\"text\":\"\\ud800\"}\n",
      "r.ndjson:1: halves of characters in it (1) are U+FFFD now", 0
    ),
    ("r.ndjson", "{\"text\":\"\"}\n", "r.ndjson:1: has an empty text", 0),
    ("r.ndjson", "{\"id\":[],\"text\":\"x\"}\n", "the field `id` is a list, no id", 2),
  ]

  @Test(arguments: defects)
  func `a record that cannot be used is told with its line`(
    _ name: String, _ text: String, _ message: String, _ status: Int32
  ) throws {
    let found = try classify(Array(text.utf8), as: name)
    #expect(found.error.contains(message))
    #expect(found.status == status)
  }

  @Test func `records cannot be cut out of UTF-16`() throws {
    let found = try classify([0xFF, 0xFE], as: "r.csv", ["--encoding", "UTF-16"])
    #expect(found.error.contains("records are read line by line; convert the file to UTF-8 first"))
    #expect(found.status == 2)
  }

  @Test(arguments: [
    ("path,outlet\n1,甲\n1,乙\n2,丙\n", 2, "two rows of the manifest have the path `1`"),
    ("path,outlet\n8,甲\n", 2, "no row fits any record"),
    ("path,outlet\n1,甲\n8,乙\n", 0, "1 rows fit no article: `8`"),
    ("path,outlet\n1,甲\n", 0, "2: no row in m.csv"),
    ("path,outlet\n1,甲\n2,乙\n", 0, ""),
  ])
  func `a manifest fits records or says why not`(
    _ table: String, _ status: Int32, _ message: String
  ) throws {
    let folder = try TemporaryFolder()
    try folder.write("m.csv", table)
    try folder.write("r.ndjson", #"{"id":1,"text":"一"}"# + "\n" + #"{"id":2,"text":"二"}"# + "\n")
    let run = try ProgramProcess(
      [
        "classify", Self.civicRules, "-f", "ndjson", "--input", "ndjson", "-m", "m.csv", "r.ndjson",
      ],
      in: folder)
    #expect(run.status == status)
    #expect(message.isEmpty ? run.error.isEmpty : run.error.contains(message), "\(run.error)")
  }

  @Test func `an empty cell in quotation marks is a row`() throws {
    let rows = try DelimitedText(separator: UInt8(ascii: ",")).records(
      Array("text\n\"\"\n\nx\n".utf8))
    #expect(rows.map(\.fields) == [["text"], [""], ["x"]])
  }

  @Test func `manifest before sidecar before header before rules`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "a.txt", "---\nplace: 南京市\ndate: 2023-01-01\noutlet: 甲报\n---\n各街道要在本周内完成楼道清理。\n")
    try folder.write("a.meta.yaml", "date: 2023-02-02\noutlet: 乙报\n")
    try folder.write("m.tsv", "path\toutlet\tgroup\na.txt\t丙报\tG1\n")
    let run = try ProgramProcess(
      ["classify", Self.civicRules, "-f", "ndjson", "-m", "m.tsv", "a.txt"], in: folder)
    #expect(run.status == 0)
    for part in [
      "\"outlet\":{\"value\":\"丙报\",\"source\":\"manifest\"",
      "\"date\":{\"value\":\"2023-02-02\",\"source\":\"sidecar\"",
      "\"place\":{\"value\":\"南京市\",\"source\":\"front-matter\"", "\"group\":\"G1\"",
      "\"place_code\":\"320100\"",
    ] {
      #expect(run.output.contains(part), "\(part)")
    }
    #expect(!run.output.contains("\"text\":\"place"))
  }

  @Test func `options of records need the form`() throws {
    let folder = try TemporaryFolder()
    let run = try ProgramProcess(["classify", "--text-field", "x", "a.txt"], in: folder)
    #expect(run.status == 2)
    #expect(run.error.contains("`--text-field` needs `--input FORM`"))
  }
}
