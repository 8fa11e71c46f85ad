import RuleLanguage
import SourceText
import TestSupport
import Testing

struct PackFormatterTests {
  private func format(_ bytes: [UInt8]) throws -> [UInt8]? {
    let file = SourceFile(name: "a.yaml", bytes: bytes)
    switch try PackFormatter.format(file, index: 0) {
    case .formatted(let bytes): return bytes
    case .rejected: return nil
    }
  }

  private func expectLayout(_ text: String, _ expected: String) throws {
    let once = try #require(try format(Array(text.utf8)), "\(text)")
    #expect(String(decoding: once, as: UTF8.self) == expected)
    #expect(try format(once) == once, "twice is not once: \(text)")
  }

  @Test(
    "blocks are indented by two, lists under their key",
    arguments: [
      ("a:\n    b: c\n    d:   e\n", "a:\n  b: c\n  d: e\n"),
      ("a:\n- b\n- c\nd: e", "a:\n  - b\n  - c\nd: e\n"), ("-   a\n-\n  b: c\n", "- a\n- b: c\n"),
      ("-\n  - a\n  - - b\n", "- - a\n  - - b\n"), ("a :  b  \n", "a: b\n"),
      ("a:\n  督查\n", "a: 督查\n"), ("a:\n  [b,c]\n", "a: [b, c]\n"), ("   a: b", "a: b\n"),
      ("- a:\n  - b\n  c: d\n", "- a:\n    - b\n  c: d\n"), ("a:\n-\n- b\n", "a:\n  -\n  - b\n"),
      ("a: b\r\nc: d\r\n", "a: b\nc: d\n"), ("   ...\n", "  ...\n"),
      ("---\n ... x\n", "---\n  ... x\n"), ("\u{FEFF}a: b\n", "a: b\n"), ("a:", "a:\n"),
    ])
  func blocks(_ text: String, _ expected: String) throws { try expectLayout(text, expected) }

  @Test(
    "comments stay where they were meant",
    arguments: [
      ("#a\n\n\n\nb: c   # d  \n", "#a\n\nb: c   # d\n"),
      ("a:\n    # of b\n    b: c\n# of d\nd: e\n", "a:\n  # of b\n  b: c\n# of d\nd: e\n"),
      (
        "a:\n    - b\n    # - c\n    - d\n    # - e\nf: g\n",
        "a:\n  - b\n  # - c\n  - d\n  # - e\nf: g\n"
      ),
      ("a:\n- b\n# of c\nc: d\n", "a:\n  - b\n# of c\nc: d\n"),
      ("a:\n    # nothing yet\nb: c\n", "a:\n  # nothing yet\nb: c\n"),
      ("a: # x\n    b: c\n", "a: # x\n  b: c\n"), ("a: # x\n  b\n", "a: # x\n  b\n"),
      ("- # x\n  a: b\n", "- # x\n  a: b\n"), ("a: b\n   # c", "a: b\n  # c\n"),
      ("a: |\n    b\n  # c\nd: e\n", "a: |\n  b\n# c\nd: e\n"), ("# only\n", "# only\n"),
      ("a:\n   b: |\n      c\n   # d\ne: f\n", "a:\n  b: |\n    c\n  # d\ne: f\n"),
      ("# a\n--- # b\n# c\nd: e\n", "# a\n--- # b\n# c\nd: e\n"), ("\n\na: b\n\n\n", "a: b\n"),
      ("a: b\n\n\n# end\n\n", "a: b\n\n# end\n"),
    ])
  func comments(_ text: String, _ expected: String) throws { try expectLayout(text, expected) }

  @Test(
    "inside brackets line breaks and quotes stay",
    arguments: [
      ("{ a : b,c: [ ] , 'd':  \"e\" }", "{a: b, c: [], 'd': \"e\"}\n"),
      ("a: [b,\n c,\n     d]\n", "a: [b,\n  c,\n  d]\n"),
      ("a: [\n b, # x\n # y\n c\n ]\n", "a: [\n  b, # x\n  # y\n  c\n  ]\n"),
      ("a: [b\n  , c]\n", "a: [b,\n  c]\n"), ("a: [b, c,]\n", "a: [b, c]\n"),
      ("{\n    a: b\n}", "{\n  a: b\n}\n"), ("{a: , b: }", "{a: , b: }\n"),
      ("- a: {b: c,\n        d: e}\n", "- a: {b: c,\n    d: e}\n"),
      ("a: [b # x\n  , c # y\n  ]\n", "a: [b, # x\n  c # y\n  ]\n"),
    ])
  func flows(_ text: String, _ expected: String) throws { try expectLayout(text, expected) }

  @Test(
    "outside brackets quotes stand where some parser needs them",
    arguments: [
      ("'督查'", "督查"), (#""a b""#, "a b"), ("'1.0'", "'1.0'"), ("'true'", "'true'"), ("''", "''"),
      ("'a: b'", "'a: b'"), ("'a #b'", "'a #b'"), ("'a#b'", "a#b"), ("' a'", "' a'"),
      ("'-a'", "'-a'"), (#""\t""#, #""\t""#), (#""\u7763""#, "督"), ("'it''s'", "it's"),
      ("'2024-05-01'", "'2024-05-01'"), ("'20日前'", "20日前"), ("'a:'", "'a:'"), ("'*a'", "'*a'"),
      ("'Null'", "'Null'"), ("\"\\u200b\"", "\"\\u200b\""), ("'a?'", "a?"), ("'[a'", "'[a'"),
    ])
  func quotes(_ value: String, _ expected: String) throws {
    try expectLayout("key: \(value)\n", "key: \(expected)\n")
    try expectLayout("- \(value)\n", "- \(expected)\n")
  }

  @Test(
    "block scalars move with their lines",
    arguments: [
      ("a: |\n      b\n       c\n\n\n      d\n", "a: |\n  b\n   c\n\n\n  d\n"),
      ("a: |1-\n   b\n", "a: |2-\n    b\n"), ("a: >-4\n    b\n    c\n", "a: >-\n  b\n  c\n"),
      ("a: |\n  b", "a: |-\n  b\n"), ("a: |+\n b\n\n\nc: d\n", "a: |+\n  b\n\n\nc: d\n"),
      ("a: |+\n b\n\n", "a: |+\n  b\n\n"), ("a: | # x\n b\n", "a: | # x\n  b\n"),
      ("|\n b\n", "|\n  b\n"), ("- |\n b\n- c\n", "- |\n  b\n- c\n"),
      ("a: |\nb: c\n", "a: |\nb: c\n"),
      ("a:\n  >\n    b\n", "a: >\n  b\n"), ("a: |+\n\n\nb: c\n", "a: |+\n\n\nb: c\n"),
    ])
  func blockScalars(_ text: String, _ expected: String) throws { try expectLayout(text, expected) }

  @Test func `a value moves to the line of its key only where it has room`() throws {
    let short = String(repeating: "督", count: 48)
    let long = String(repeating: "督", count: 49)
    try expectLayout("a:\n    \(short)\n", "a: \(short)\n")
    try expectLayout("a:\n    \(long)\n", "a:\n  \(long)\n")
    try expectLayout("a:\n    [ \(long)b, c ]\n", "a:\n  [\(long)b, c]\n")
  }

  @Test func `a file with mistakes has no layout`() throws {
    #expect(try format(Array("a: *b".utf8)) == nil)
  }

  // MARK: Properties

  /// Everything under `rules`, the accepted fixtures, and goldens that are well formed.
  private func files() throws -> [String] {
    var paths: [String] = []
    for pack in try Repository.names(in: "rules") {
      paths += try Repository.names(in: "rules/\(pack)").map { "rules/\(pack)/\($0)" }
    }
    for folder in ["fixtures/yaml/accepted", "fixtures/diagnostics/resolve", "fixtures/articles"] {
      paths += try Repository.names(in: folder).map { "\(folder)/\($0)" }
    }
    return paths.filter { $0.hasSuffix(".yaml") }
  }

  /// The comments between the leaves of a file, found by another way than the formatter's.
  private func comments(_ bytes: [UInt8]) -> [String] {
    let (root, _) = SyntaxParser.parse(SourceFile(name: "a.yaml", bytes: bytes), index: 0)
    var isInLeaf = [Bool](repeating: false, count: bytes.count)
    func mark(_ node: SyntaxNode) {
      switch node.content {
      case .scalar: for offset in node.span.start..<node.span.end { isInLeaf[offset] = true }
      case .sequence(let items): for item in items { mark(item) }
      case .mapping(let entries):
        for entry in entries {
          mark(entry.key)
          mark(entry.value)
        }
      }
    }
    if let root { mark(root) }
    var comments: [String] = []
    var offset = 0
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "#"), !isInLeaf[offset] {
        let end = bytes[offset...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
        var text = String(decoding: bytes[offset..<end], as: UTF8.self)
        while text.last == " " || text.last == "\t" { text.removeLast() }
        comments.append(text)
        offset = end
      } else {
        offset += 1
      }
    }
    return comments
  }

  private func expectProperties(_ bytes: [UInt8], _ comment: String) throws -> Bool {
    guard let once = try format(bytes) else { return false }
    #expect(try format(once) == once, "twice is not once: \(comment)")
    #expect(comments(once) == comments(bytes), "\(comment)")
    let before = SyntaxParser.parse(SourceFile(name: "a", bytes: bytes), index: 0).root
    let after = SyntaxParser.parse(SourceFile(name: "a", bytes: once), index: 0).root
    #expect(PackFormatter.hasSameData(before, after), "\(comment)")
    return true
  }

  @Test func `every pack and fixture keeps its data and comments, twice is once`() throws {
    for path in try files() {
      #expect(try expectProperties(try Repository.bytes(path), path), "\(path) is rejected")
    }
  }

  @Test func `the shipped packs have the canonical layout`() throws {
    for path in try files() where path.hasPrefix("rules/") {
      let bytes = try Repository.bytes(path)
      #expect(try format(bytes) == bytes, "run `duban format` on \(path)")
    }
  }

  @Test(arguments: [UInt64(11), 12, 13])
  func `changed fixtures keep their data and comments`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let likely = [
      "#", " # x", "\n", "\n\n", "  ", " ", "\r\n", "- ", ": ", ",", "'", "a", "督", "]",
    ]
    var bases: [[UInt8]] = []
    for path in try files() {
      let bytes = try Repository.bytes(path)
      if !bytes.isEmpty, bytes.count < 800 { bases.append(bytes) }
    }
    var formatted = 0
    for round in 0..<1500 {
      var bytes = bases.randomElement(using: &random) ?? []
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 0...bytes.count, using: &random)
        let piece = likely.randomElement(using: &random) ?? ""
        bytes.insert(contentsOf: piece.utf8, at: place)
      }
      let text = String(decoding: bytes, as: UTF8.self)
      if try expectProperties(bytes, "seed \(seed), round \(round):\n\(text)") { formatted += 1 }
    }
    #expect(formatted > 300, "seed \(seed)")
  }
}
