import Diagnostics
import Reporting
import SourceText
import Verification

/// Makes the corrections that a check of a pack offers, or shows them.
struct PackFixing {
  let folder: String
  let files: [SourceFile]
  let console: Console

  /// One correction can uncover the next; more rounds than this are a circle.
  private static let mostRounds = 20

  /// Corrects in memory until nothing changes, then writes or shows the files.
  ///
  /// A round that leaves more errors than there were is taken back, and ends the work.
  ///
  /// - Returns: what remains to be corrected.
  func run(
    _ mode: CheckRequest.Fixing
  ) throws(CommandFailure) -> (text: String, found: [Diagnostic]) {
    var current = files
    var found = PackCheck(files: current).diagnostics
    // By file how often each id was corrected.
    var changes: [Int: [String: Int]] = [:]
    for _ in 0..<Self.mostRounds {
      let fixes = FixApplication(found, to: current)
      if fixes.changed.isEmpty { break }
      var next = current
      for file in fixes.changed {
        next[file.index] = SourceFile(name: current[file.index].name, bytes: file.bytes)
      }
      let after = PackCheck(files: next).diagnostics
      guard Self.errorCount(after) <= Self.errorCount(found) else {
        console.error("\(folder): a correction would have broken the pack; it was not made")
        break
      }
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
    }
    return (text, found)
  }

  private static func errorCount(_ diagnostics: [Diagnostic]) -> Int {
    diagnostics.count { $0.severity == .error }
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
