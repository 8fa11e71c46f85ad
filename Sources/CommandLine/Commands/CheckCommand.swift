import Diagnostics
import Verification

/// `duban check`: what is wrong with a rule pack.
struct CheckCommand {
  let settings: Invocation.Settings
  let environment: Environment
  let console: Console

  /// - Returns: `found` where the pack has errors.
  func run(_ output: OutputFile) throws(CommandFailure) -> ExitStatus {
    let rules = try commandFailure { () throws(ExitStatus) in
      try LoadedRules(settings.rules, environment, console)
    }
    let found = PackCheck(files: rules.files).diagnostics
    let errors = found.count { $0.severity == .error }
    let warnings = found.count { $0.severity == .warning }
    var text = ""
    for diagnostic in found where !settings.isQuiet || diagnostic.severity == .error {
      text += rules.render(diagnostic, colour: settings.usesColor) + "\n"
    }
    let counts = "\(rules.files.count) files, \(errors) errors, \(warnings) warnings"
    text += "\(rules.folder): \(counts)\n"
    do throws(SystemError) {
      try output.write(text)
    } catch {
      throw .output(error)
    }
    return errors > 0 || rules.analyzer == nil ? .found : .success
  }
}
