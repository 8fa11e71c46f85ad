import Diagnostics
import RuleLanguage
import SourceText
import TestSupport
import Testing

struct SyntaxMutationTests {
  private let known = Set(SyntaxDiagnostics.all)

  private func check(_ bytes: [UInt8], _ comment: String) {
    let file = SourceFile(name: "mutated.yaml", bytes: bytes)
    let (root, diagnostics) = SyntaxParser.parse(file, index: 0)
    for diagnostic in diagnostics {
      #expect(known.contains(diagnostic.id), "\(comment)")
      for label in [diagnostic.primary] + diagnostic.secondary {
        #expect(label.span.start >= 0 && label.span.end <= bytes.count, "\(comment)")
      }
      #expect(!DiagnosticRenderer().render(diagnostic, files: [file]).isEmpty)
    }
    if let root { check(root, in: file, comment) }
  }

  private func check(_ node: SyntaxNode, in file: SourceFile, _ comment: String) {
    #expect(node.span.start >= 0 && node.span.end <= file.bytes.count, "\(comment)")
    switch node.content {
    case .scalar(let scalar):
      #expect(scalar.offsets.count == scalar.text.utf8.count + 1, "\(comment)")
      #expect(zip(scalar.offsets, scalar.offsets.dropFirst()).allSatisfy { $0 <= $1 }, "\(comment)")
    case .sequence(let items):
      for item in items { check(item, in: file, comment) }
    case .mapping(let entries):
      for entry in entries {
        check(entry.key, in: file, comment)
        check(entry.value, in: file, comment)
      }
    }
  }

  @Test func `the sample has no problems`() throws {
    let file = SourceFile(
      name: "sample.yaml", bytes: try Repository.bytes("fixtures/yaml/sample.yaml"))
    let (root, diagnostics) = SyntaxParser.parse(file, index: 0)
    #expect(diagnostics.isEmpty)
    try expectGolden(syntaxDump(root) + "\n", "fixtures/yaml/sample.expected")
  }

  @Test func `every prefix and every deletion of the sample is parsed to its end`() throws {
    let sample = try Repository.bytes("fixtures/yaml/sample.yaml")
    for index in sample.indices {
      check(Array(sample[..<index]), "prefix of \(index) bytes")
      check(Array(sample[..<index] + sample[(index + 1)...]), "without byte \(index)")
    }
  }

  @Test(arguments: [UInt64(1), 2, 3, 4])
  func `random changes of the sample are parsed to their end`(_ seed: UInt64) throws {
    let sample = try Repository.bytes("fixtures/yaml/sample.yaml")
    let likely = Array(" \n\r\t:-#[]{},'\"|>?&*!%\\\u{FEFF}督".utf8)
    var random = SeededGenerator(seed: seed)
    for round in 0..<200 {
      var bytes = sample
      for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let byte = likely.randomElement(using: &random) ?? 0
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = byte
        case 1: bytes.insert(byte, at: place)
        case 2: bytes[place] = UInt8.random(in: 0...255, using: &random)
        default: bytes.removeSubrange(place..<min(bytes.count, place + 9))
        }
      }
      check(bytes, "seed \(seed), round \(round)")
    }
  }
}
