import Reporting

/// `duban init`: a small pack to begin with, copied from the rules that came with the program.
struct InitCommand: Command {
  let folder: String
  let settings: Invocation.Settings
  let environment: Environment
  let console: Console

  /// - Returns: `success` where every file is written.
  func run(_ output: OutputFile) throws(CommandFailure) -> ExitStatus {
    guard let source = source(), isFree() else { return .failure }
    var written: [String] = []
    do throws(CopyProblem) {
      try copy(source, to: folder, &written)
    } catch {
      console.error("\(error.path): \(error.reason)")
      return .failure
    }
    var text = written.map { "\($0)\n" }.joined()
    text += "next: duban test \(Self.word(folder))\n"
    if !settings.isQuiet { try output.write(text, .success) }
    return .success
  }

  /// `path` as one word of a shell that no command takes for an option.
  private static func word(_ path: String) -> String {
    let path = path.hasPrefix("-") ? "./\(path)" : path
    let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./-+,:@%")
    if path.allSatisfy({ plain.contains($0) || !$0.isASCII && !$0.isWhitespace }) { return path }
    return "'"
      + path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }

  private struct CopyProblem: Error {
    let path: String
    let reason: String

    init(_ path: String, _ error: SystemError) {
      self.path = path
      reason = error.message
    }
  }

  /// The folder to copy, or nil where that is said on the console.
  private func source() -> String? {
    do throws(RulesLocator.NotFound) {
      let path = try RulesLocator(environment)
        .starter(settings.rules, language: settings.language.rawValue)
      console.detail("starter: \(path)")
      return path
    } catch {
      console.say("duban: \(error.starterMessage)")
      return nil
    }
  }

  /// Whether nothing stands where the pack shall be; hidden files, as of git, do not count.
  private func isFree() -> Bool {
    guard let status = try? FileSystem.status(of: folder) else { return true }
    guard status.kind == .folder else {
      console.error("\(folder): is not a folder; name one that does not exist yet")
      return false
    }
    guard let names = try? FileSystem.names(in: folder),
      names.allSatisfy({ $0.hasPrefix(".") })
    else {
      console.error("\(folder): is not empty; name a folder that does not exist yet")
      return false
    }
    return true
  }

  /// A file or folder of the starter, and where it goes.
  private struct Copy {
    let source: String
    let target: String
    let isFolder: Bool
  }

  /// Copies the files below `source`, in the order of their names.
  ///
  /// All are found before anything is written: the new folder may lie inside of `source`.
  private func copy(
    _ source: String, to target: String, _ written: inout [String]
  ) throws(CopyProblem) {
    for copy in try copies(source, to: target) {
      if copy.isFolder {
        guard (try? FileSystem.status(of: copy.target)) == nil else { continue }
        try attempt(copy.target) { () throws(SystemError) in
          try FileSystem.makeFolder(copy.target)
        }
        continue
      }
      let bytes = try attempt(copy.source) { () throws(SystemError) in
        try FileSystem.read(copy.source, limit: RulesReader.largestFile)
      }
      try attempt(copy.target) { () throws(SystemError) in
        try OutputFile.put(bytes, at: copy.target)
      }
      written.append(copy.target)
    }
  }

  /// `source` and what lies below it, each folder before its files.
  private func copies(_ source: String, to target: String) throws(CopyProblem) -> [Copy] {
    var copies = [Copy(source: source, target: target, isFolder: true)]
    let names = try attempt(source) { () throws(SystemError) in
      try FileSystem.names(in: source)
    }
    for name in names where !name.hasPrefix(".") {
      let (from, to) = ("\(source)/\(name)", "\(target)/\(name)")
      let kind = try attempt(from) { () throws(SystemError) in
        try FileSystem.status(of: from).kind
      }
      if kind == .folder {
        copies += try self.copies(from, to: to)
      } else {
        copies.append(Copy(source: from, target: to, isFolder: false))
      }
    }
    return copies
  }

  /// The value of `body`; what it throws is about `path`.
  private func attempt<Value>(
    _ path: String, _ body: () throws(SystemError) -> Value
  ) throws(CopyProblem) -> Value {
    do throws(SystemError) {
      return try body()
    } catch {
      throw CopyProblem(path, error)
    }
  }
}
