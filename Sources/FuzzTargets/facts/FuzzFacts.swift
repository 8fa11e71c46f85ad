import Analysis
import CommandLine
import FuzzChecks
import RuleLanguage

/// The default pack, read from the working folder once.
private let analyzer: Analyzer = {
  guard let files = try? RulesReader.read("rules/civic-campaign"),
    let pack = PackResolver.resolve(files: files).pack, let analyzer = try? Analyzer(pack)
  else { preconditionFailure("run it where `rules/civic-campaign` is") }
  return analyzer
}()

/// Called by libFuzzer with one input after another.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzFacts(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  for violation in FactInvariants.violations(analyzer, bytes) { preconditionFailure(violation) }
  return 0
}
