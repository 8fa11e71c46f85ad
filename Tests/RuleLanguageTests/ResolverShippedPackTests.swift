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
}
