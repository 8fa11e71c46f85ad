package import Analysis
import CommandLine
import RuleLanguage

/// The pack that analyses under test are made with.
package enum FuzzedPack {
  /// The default pack, read from the working folder once.
  ///
  /// - Precondition: `rules/civic-campaign` is there, without errors.
  package static let analyzer: Analyzer = {
    guard let files = try? RulesReader.read("rules/civic-campaign"),
      let pack = PackResolver.resolve(files: files).pack, let analyzer = try? Analyzer(pack)
    else { preconditionFailure("run it where `rules/civic-campaign` is") }
    return analyzer
  }()
}
