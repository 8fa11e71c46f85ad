import CommandLine
import Decoding
import TestSupport
import Testing

struct ManifestTests {
  private func values(
    _ text: String, _ column: String, _ sources: [String]
  ) throws -> [String: String] {
    try Manifest(Array(text.utf8)).values(of: column, for: sources)
  }

  @Test("Rows join by path as given, else by file name")
  func joins() throws {
    let text = "path,city\narticles/a.txt,云川市\nb.txt,临岚县\n./c.txt,\"甲,乙\"\nother.txt,x\n"
    #expect(
      try values(text, "city", ["articles/a.txt", "x/b.txt", "c.txt", "d.txt"])
        == ["articles/a.txt": "云川市", "x/b.txt": "临岚县", "c.txt": "甲,乙"])
  }

  @Test(
    "A row belongs to no article of another folder, and an article to its own row",
    arguments: [
      (["s2/a.txt"], ["s1/a.txt"], [:]),
      (["s2/a.txt", "s1/a.txt"], ["s1/a.txt"], ["s1/a.txt": "s1/a.txt"]),
      (["a.txt", "s1/a.txt"], ["s1/a.txt"], ["s1/a.txt": "s1/a.txt"]),
      (
        ["a.txt", "s1/a.txt"], ["s1/a.txt", "s2/a.txt"],
        ["s1/a.txt": "s1/a.txt", "s2/a.txt": "a.txt"]
      ),
      (["s1/a.txt", "s2/a.txt"], ["c/s2/a.txt"], ["c/s2/a.txt": "s2/a.txt"]),
      (["xs1/a.txt"], ["s1/a.txt"], [:]),
      (
        ["a.txt", "s/a.txt"], ["c/a.txt", "c/s/a.txt"],
        ["c/a.txt": "a.txt", "c/s/a.txt": "s/a.txt"]
      ),
      (
        ["c/a.txt", "c/s/a.txt"], ["a.txt", "s/a.txt"],
        ["a.txt": "c/a.txt", "s/a.txt": "c/s/a.txt"]
      ),
      (["c/a.txt"], ["../c/a.txt"], ["../c/a.txt": "c/a.txt"]),
      (["/c/a.txt"], ["c/a.txt"], ["c/a.txt": "/c/a.txt"]),
      (["/c/a.txt"], ["b/c/a.txt"], [:]),
      (["c//a.txt"], ["./c/a.txt"], ["./c/a.txt": "c//a.txt"]),
    ] as [([String], [String], [String: String])])
  func folders(rows: [String], sources: [String], expected: [String: String]) throws {
    let text = "path,row\n" + rows.map { "\($0),\($0)\n" }.joined()
    #expect(try values(text, "row", sources) == expected)
    let strays = try Manifest(Array(text.utf8)).strays(among: sources)
    #expect(strays == rows.filter { !expected.values.contains($0) })
  }

  @Test("Many articles of one name are joined by their folders in linear time")
  func manyOfOneName() throws {
    let folders = 1...20_000
    let text = "path,n\n" + folders.map { "\($0)/index.html,\($0)\n" }.joined()
    let found = try values(text, "n", folders.map { "corpus/\($0)/index.html" })
    #expect(found.count == folders.count)
    #expect(found["corpus/77/index.html"] == "77")
  }

  @Test(
    "Paths that begin at the root or say nothing fit as they stand",
    arguments: [
      (["/a.txt"], ["/a.txt", "b/a.txt"], ["/a.txt": "/a.txt"]), (["/"], ["a.txt"], [:]),
      (["./"], ["./a.txt"], [:]), (["a.txt/"], ["c/a.txt"], ["c/a.txt": "a.txt/"]),
      (["b.txt", ""], ["b.txt"], ["b.txt": "b.txt"]),
      (["a.txt", "d/a.txt"], ["/c/d/a.txt"], ["/c/d/a.txt": "d/a.txt"]),
    ] as [([String], [String], [String: String])])
  func oddPaths(rows: [String], sources: [String], expected: [String: String]) throws {
    try folders(rows: rows, sources: sources, expected: expected)
  }

  @Test("A path of any length takes time that grows with it")
  func longPath() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "会议要求，各街道要清理。\n")
    let path = String(repeating: "b/", count: 60_000) + "c.txt"
    try folder.write("long.csv", "path,outlet\na.txt,甲报\n\(path),乙报\n")
    let run = try ProgramProcess(
      [
        "classify", "--rules=\(Repository.root)/rules/starter/zh/rules", "-f", "ndjson", "-m",
        "long.csv", "a.txt",
      ], in: folder, before: "timeout 30")
    #expect(run.status == 0)
    #expect(run.output.contains(#""outlet":{"value":"甲报""#))
  }

  @Test(
    "Lines end with LF, CR LF or CR alone", arguments: ["\n", "\r\n", "\r"],
    ["path,city\na.txt,云川市\n", "path,city\n\n\"a.txt\",\"云川市\"\n\nb.txt,x"])
  func lineEnds(mark: String, text: String) throws {
    #expect(try values(text.replacing("\n", with: mark), "city", ["a.txt"]) == ["a.txt": "云川市"])
    let broken = (text + "\nc.txt\n").replacing("\n", with: mark)
    let line = text.hasSuffix("\n") ? 4 : 6
    let error = #expect(throws: Manifest.Failure.self) { try values(broken, "city", ["a.txt"]) }
    #expect(error?.message.hasPrefix("line \(line) of the manifest") == true, "\(error as Any)")
  }

  @Test("A row that lies in another folder is told as one without an article")
  func otherFolder() throws {
    let folder = try TemporaryFolder()
    for name in ["s1/a.txt", "s2/a.txt"] { try folder.write(name, "会议要求，各街道要清理。\n") }
    try folder.write("m.csv", "path,outlet\ns1/a.txt,甲报\ns2/a.txt,乙报\n")
    let run = try ProgramProcess(
      ["classify", "--rules=\(Repository.root)/rules", "-f", "ndjson", "-m", "m.csv", "s1"],
      in: folder)
    #expect(run.output.contains(#""outlet":{"value":"甲报""#))
    #expect(run.error == "duban: m.csv: 1 rows fit no article: `s2/a.txt`\n")
    #expect(run.status == 0)
  }

  @Test("A byte order mark, CR LF, quotes and empty lines are no trouble")
  func quoting() throws {
    let text = "\u{FEFF}note,file\r\n\"say \"\"so\"\"\",a.txt\r\n\r\n\"two\nlines\",b.txt"
    #expect(
      try values(text, "note", ["a.txt", "b.txt"]) == [
        "a.txt": "say \"so\"", "b.txt": "two\nlines",
      ]
    )
  }

  @Test("A quote inside a cell of a table with semicolons opens none of one with commas")
  func quoteInCell() throws {
    let manifest = try Manifest(Array("path;note\na.txt;ok\nb.txt;a,\"b\n".utf8))
    #expect(try manifest.values(of: "note", for: ["b.txt"]) == ["b.txt": "a,\"b"])
  }

  @Test("Cells may be separated as in any table", arguments: [",", ";", "\t"])
  func separators(separator: String) throws {
    let text = "path,city\na.txt,云川市\n".replacing(",", with: separator)
    #expect(try values(text, "city", ["a.txt"]) == ["a.txt": "云川市"])
  }

  @Test(
    "A manifest is decoded as articles are",
    arguments: [TextEncoding.gb18030, .big5, .utf16LittleEndian])
  func encodings(encoding: TextEncoding) throws {
    let folder = try TemporaryFolder()
    let table = "path,outlet\na.txt,山水日報社主辦的早報\n"
    let mark: [UInt8] = encoding.isWide ? [0xFF, 0xFE] : []
    try folder.write("m.csv", mark + (try #require(EncodedText.bytes(table, as: encoding))))
    try folder.write("a.txt", "会议要求，各街道要在本周内完成楼道清理。\n")
    let run = try ProgramProcess(
      ["classify", "--rules=\(Repository.root)/rules", "-f", "ndjson", "-m", "m.csv", "a.txt"],
      in: folder)
    #expect(run.output.contains(#""outlet":{"value":"山水日報社主辦的早報","source":"manifest""#))
  }

  @Test(
    "A manifest that cannot be joined says why",
    arguments: [
      ("", "city", "the manifest is empty; its first line names the columns"),
      ("name,city\n", "city", "the manifest has no column `path`; it has `name`, `city`"),
      ("path,a,a\n", "a", "the manifest has two columns `a`"),
      ("path,city\na.txt\n", "city", "line 2 of the manifest has 1 cells, but there are 2 columns"),
      ("path,city\n", "cty", "the manifest has no column `cty`; it has `path`, `city`"),
      (
        "path,city\na.txt,x\n", "city",
        "row `a.txt` of the manifest fits `1/a.txt`, `2/a.txt`; write the path as it is given on "
          + "the command line"
      ),
      (
        "path,city\n1/b.txt,x\n./1/b.txt,y\n", "city",
        "rows `1/b.txt` and `./1/b.txt` of the manifest both fit 1/b.txt; leave one out"
      ),
      (
        "path,city\nx/1/b.txt,x\ny/1/b.txt,y\n", "city",
        "rows `x/1/b.txt` and `y/1/b.txt` of the manifest both fit 1/b.txt; leave one out"
      ),
      (
        "path,city\n\"a.txt,x\n", "city",
        "the quote that opens in the row of line 2 of the manifest never closes"
      ),
    ])
  func refusals(text: String, column: String, message: String) {
    let error = #expect(throws: Manifest.Failure.self) {
      try values(text, column, ["1/a.txt", "2/a.txt", "1/b.txt"])
    }
    #expect(error?.message == message)
  }
}
