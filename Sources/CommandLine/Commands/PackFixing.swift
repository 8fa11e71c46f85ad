import Diagnostics
import Reporting
import RuleLanguage
import SourceText
import Verification

/// Makes the corrections that a check of a pack offers, or shows them.
struct PackFixing {
  let folder: String
  let files: [SourceFile]
  let threads: Int
  let console: Console

  /// One correction can uncover the next; more rounds than this are a circle.
  private static let mostRounds = 20

  /// Corrects in memory until nothing changes, then writes or shows the files.
  ///
  /// A round that makes the pack worse is taken back, and ends the work; see `isWorse`.
  ///
  /// - Returns: what remains to be corrected.
  func run(
    _ mode: CheckRequest.Fixing
  ) async throws(CommandFailure) -> (text: String, found: [Diagnostic]) {
    var current = files
    var found = await PackCheck(files: current).diagnostics(threads: threads, console)
    // By file how often each id was corrected.
    var changes: [Int: [String: Int]] = [:]
    for _ in 0..<Self.mostRounds {
      let fixes = FixApplication(found, to: current)
      if fixes.changed.isEmpty { break }
      var next = current
      for file in fixes.changed {
        next[file.index] = SourceFile(name: current[file.index].name, bytes: file.bytes)
      }
      let after = await PackCheck(files: next).diagnostics(threads: threads, console)
      if Self.isWorse(after, than: found) {
        let errors = (Self.errors(found).count, Self.errors(after).count)
        console.error(
          "\(folder): a correction was not made: with it there would be \(errors.1) errors, "
            + "without it there are \(errors.0)")
        break
      }
      // What finds the same faults at the same lines mends none of them.
      if Self.places(after, in: next) == Self.places(found, in: current) { break }
      for file in fixes.changed {
        for id in file.ids { changes[file.index, default: [:]][id.rawValue, default: 0] += 1 }
      }
      (current, found) = (next, after)
    }
    var text = ""
    for (index, counts) in changes.sorted(by: { $0.key < $1.key }) {
      let path = "\(folder)/\(files[index].name)"
      if mode == .preview {
        text += LineDifference.unified(files[index].bytes, current[index].bytes, path: path)
      } else {
        try write(current[index].bytes, over: files[index].bytes, at: path)
        text += "\(path): \(Self.summary(counts))\n"
      }
    }
    if mode == .apply {
      let report = DiagnosticReport(folder: folder, files: current, diagnostics: found)
      text += changes.isEmpty ? "nothing to correct\n" : ""
      text += "\(report.counts)\n"
      if !changes.isEmpty, !Self.errors(found).isEmpty {
        text += "what is left has no correction; `duban check \(folder)` shows it\n"
      }
    }
    return (text, found)
  }

  /// Whether a correction broke more than it mended.
  ///
  /// No rule is read while some file cannot be parsed, so errors that come up when fewer of these are left
  /// were there before. Otherwise more errors than before are new ones.
  private static func isWorse(_ after: [Diagnostic], than before: [Diagnostic]) -> Bool {
    let (old, new) = (unparsed(before), unparsed(after))
    return old == new ? errors(after).count > errors(before).count : new > old
  }

  /// How many errors keep files from being parsed.
  private static func unparsed(_ diagnostics: [Diagnostic]) -> Int {
    errors(diagnostics).count { SyntaxDiagnostics.all.contains($0.id) }
  }

  private static func errors(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.filter { $0.severity == .error }
  }

  /// What is wrong on which lines, in their order.
  private static func places(_ diagnostics: [Diagnostic], in files: [SourceFile]) -> [String] {
    diagnostics.map { diagnostic in
      let place = diagnostic.primary
      let line = files[place.file].bytes.prefix(place.span.start).count { $0 == 0x0A }
      return "\(place.file):\(line):\(diagnostic.id.rawValue):\(diagnostic.message)"
    }
  }

  private static func summary(_ counts: [String: Int]) -> String {
    let sorted = counts.sorted { $0.key < $1.key }
    return "corrected " + sorted.map { "\($0.value) × \($0.key)" }.joined(separator: ", ")
  }

  /// Puts a file in the place of one that is still as it was read.
  private func write(
    _ bytes: [UInt8], over old: [UInt8], at path: String
  ) throws(CommandFailure) {
    // A link stays one: what it leads to is changed.
    let target = FileSystem.resolved(path) ?? path
    guard let now = try? FileSystem.read(target, limit: old.count), now == old else {
      console.error("\(path): is no longer as it was read; not corrected")
      throw .reported(.failure)
    }
    do throws(SystemError) {
      try OutputFile.put(bytes, at: target)
    } catch {
      console.error("\(path): cannot be written: \(error.message)")
      throw .reported(.failure)
    }
  }
}
