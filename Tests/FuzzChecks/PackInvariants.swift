import Analysis
import Diagnostics
import RuleLanguage
import SourceText

/// What must hold of the resolver and the compiler whatever files they are given.
package enum PackInvariants {
  /// Resolves `bytes` as the only file of a pack and compiles what comes out.
  package static func violations(_ bytes: [UInt8]) -> [String] {
    let files = [SourceFile(name: "pack.yaml", bytes: bytes)]
    let (pack, diagnostics) = PackResolver.resolve(files: files)
    var violations = SyntaxInvariants.places(diagnostics, files)
    let hasErrors = diagnostics.contains { $0.severity == .error }
    if (pack == nil) != hasErrors {
      violations.append(hasErrors ? "a pack in spite of errors" : "no pack and no error")
    }
    let known = Set(
      SyntaxDiagnostics.all.map(\.rawValue) + ResolverDiagnosticID.allCases.map(\.rawValue))
    for diagnostic in diagnostics where !known.contains(diagnostic.id.rawValue) {
      violations.append("`\(diagnostic.id.rawValue)` is not listed")
    }
    let starts = diagnostics.map(\.primary.span.start)
    if starts != starts.sorted() { violations.append("diagnostics are not in order") }
    if let pack {
      if pack.stages.count != pack.rules.count { violations.append("rules without a stage") }
      violations += compile(pack)
    }
    return violations
  }

  /// Compiles the pack and reads a short text by it; a limit of the automaton is no violation.
  private static func compile(_ pack: RulePack) -> [String] {
    do throws(CompileError) {
      let analyzer = try Analyzer(pack)
      return AnalysisInvariants.violations(analyzer, Array("市纪委要求3月1日前完成整改。a".utf8))
    } catch {
      if let span = error.span,
        !pack.files.indices.contains(span.file)
          || span.span.end > pack.files[span.file].bytes.count
      {
        return ["a limit is reached outside of the files"]
      }
      return error.message.isEmpty ? ["a limit without words"] : []
    }
  }
}
