import Diagnostics
import RuleLanguage
import SourceText
import TestSupport
import Testing

struct ResolverMutationTests {
  private static let folder = "fixtures/diagnostics/resolve"

  @Test func `a damaged pack is resolved or refused at places inside it`() throws {
    let names = try Repository.names(in: Self.folder).filter { $0.hasSuffix(".yaml") }
    let sources = try names.map { try Repository.bytes("\(Self.folder)/\($0)") }
      .filter { $0.count < 1000 }
    #expect(sources.count > 20)
    var generator = SeededGenerator(seed: 210_653)
    for _ in 0..<1500 {
      var bytes = sources.randomElement(using: &generator) ?? []
      for _ in 0..<Int.random(in: 1...3, using: &generator) where !bytes.isEmpty {
        mutate(&bytes, &generator)
      }
      let file = SourceFile(name: "pack.yaml", bytes: bytes)
      let (pack, diagnostics) = PackResolver.resolve(files: [file])
      let seed = "seed \(generator.seed): \(String(decoding: bytes, as: UTF8.self))"
      #expect((pack == nil) == diagnostics.contains { $0.severity == .error }, "\(seed)")
      #expect(
        diagnostics.allSatisfy {
          ([$0.primary] + $0.secondary).allSatisfy { $0.span.end <= bytes.count }
        },
        "\(seed)")
      let starts = diagnostics.map(\.primary.span.start)
      #expect(starts == starts.sorted(), "\(seed)")
    }
  }

  /// Removes, repeats, exchanges or inserts something.
  private func mutate(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
    let index = Int.random(in: 0..<bytes.count, using: &generator)
    let end = min(bytes.count, index + Int.random(in: 1...6, using: &generator))
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: bytes.removeSubrange(index..<end)
    case 1: bytes.insert(contentsOf: bytes[index..<end], at: index)
    case 2: bytes.swapAt(index, Int.random(in: 0..<bytes.count, using: &generator))
    default:
      let pieces = [
        "(", ")", "|", "<", ">", "..", "^", "$", "[", "]", "{", "}", " ", "\n", "=", "1",
      ]
      bytes.insert(contentsOf: (pieces.randomElement(using: &generator) ?? "").utf8, at: index)
    }
  }
}
