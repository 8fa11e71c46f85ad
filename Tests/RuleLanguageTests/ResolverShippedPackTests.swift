import Diagnostics
import RuleLanguage
import SourceText
import TestSupport
import Testing

struct ResolverShippedPackTests {
  private func files() throws -> [SourceFile] {
    let folder = "rules/civic-campaign"
    return try Repository.names(in: folder).map {
      SourceFile(name: $0, bytes: try Repository.bytes("\(folder)/\($0)"))
    }
  }

  @Test func `the default pack resolves without an error`() throws {
    let files = try files()
    let (pack, diagnostics) = PackResolver.resolve(files: files)
    let errors = diagnostics.filter { $0.severity == .error }
    let text = errors.map { DiagnosticRenderer().render($0, files: files) }.joined()
    #expect(text == "")
    let resolved = try #require(pack)
    #expect(resolved.stages.count == resolved.rules.count)
    #expect(resolved.name == "civic-campaign")
  }

  /// A rule that is forgotten there would lose to the fallback, or be raised by it.
  @Test(arguments: [("action/of-some-kind", "action"), ("object/of-some-kind", "object")])
  func `a fallback asks for none of the other rules that fill its slot`(
    _ fallback: String, _ slot: String
  ) throws {
    let pack = try #require(PackResolver.resolve(files: try files()).pack)
    let rule = try #require(pack.rules.first { $0.id == fallback })
    let excluded = references(rule.condition)
    let others = pack.rules.filter { other in
      other.id != fallback && other.gives.contains { $0.label == slot }
        && !references(other.condition).contains(fallback)
    }
    #expect(Set(others.map(\.id)) == excluded)
  }

  /// The ids of the rules that the condition asks for.
  private func references(_ condition: Condition) -> Set<String> {
    switch condition {
    case .rule(let reference): [reference.id]
    case .all(let members), .any(let members), .none(let members), .atLeast(_, let members):
      members.reduce(into: []) { $0.formUnion(references($1)) }
    case .scoped(_, let inner): references(inner)
    case .pattern, .ordered, .near, .label, .formula: []
    }
  }
}
