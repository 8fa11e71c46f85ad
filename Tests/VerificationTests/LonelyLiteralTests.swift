import Documents
import RuleLanguage
import SourceText
import TestSupport
import Testing

/// Rules say what words do; a long phrase that one article alone contains was written for it.
struct LonelyLiteralTests {
  /// Literals of more characters than this are phrases.
  static let longestWord = 6

  @Test("Phrases of rules that stand in one fixture article only are listed")
  func phrases() throws {
    let folder = "rules/civic-campaign"
    let files = try Repository.packFiles(in: folder).map {
      SourceFile(name: $0, bytes: try Repository.bytes("\(folder)/\($0)"))
    }
    let pack = try #require(PackResolver.resolve(files: files).pack)
    var literals = Set(pack.lexicons.flatMap(\.terms).map(\.text))
    for pattern in pack.patterns { Self.collect(pattern.pattern.node, &literals) }
    for rule in pack.rules { Self.collect(rule.condition, &literals) }
    let articles = try Self.articles()
    try #require(articles.count >= 60)
    let lonely = literals.filter { literal in
      literal.count > Self.longestWord && articles.count { $0.contains(literal) } == 1
    }
    let listed = lonely.sorted().map { $0 + "\n" }.joined()
    try expectGolden(listed, "fixtures/lonely-literals.txt")
  }

  private static func articles() throws -> [String] {
    try ["fixtures/articles", "fixtures/gold"].flatMap { folder in
      try Repository.names(in: folder).filter { $0.hasSuffix(".txt") }.map { name in
        let file = SourceFile(name: name, bytes: try Repository.bytes("\(folder)/\(name)"))
        return String(decoding: DocumentReader.read(file).text, as: UTF8.self)
      }
    }
  }

  private static func collect(_ condition: Condition, _ literals: inout Set<String>) {
    switch condition {
    case .pattern(let pattern): collect(pattern.node, &literals)
    case .all(let parts), .any(let parts), .atLeast(_, let parts):
      for part in parts { collect(part, &literals) }
    case .ordered(let patterns), .near(let patterns, characters: _):
      for pattern in patterns { collect(pattern.node, &literals) }
    case .scoped(_, let inner): collect(inner, &literals)
    case .none, .label, .formula, .rule: break
    }
  }

  private static func collect(_ node: PatternNode, _ literals: inout Set<String>) {
    switch node {
    case .literal(let text): literals.insert(text)
    case .sequence(let parts), .alternatives(let parts):
      for part in parts { collect(part, &literals) }
    case .optional(let part), .lookahead(let part): collect(part, &literals)
    case .reference, .gap, .start, .end: break
    }
  }
}
