import FoundationEssentials
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The built program, run as a process in a folder of its own.
struct ProgramProcess {
  let output: String
  let error: String
  let status: Int32

  /// Runs `duban` with `arguments`; `before` and `after` are shell text around it.
  init(
    _ arguments: [String], in folder: borrowing TemporaryFolder, variables: [String] = [],
    before: String = "", after: String = ""
  ) throws {
    let program = try #require(Self.path, "the program is not built beside the tests")
    let stem = ".run-\(UUID().uuidString)"
    let words =
      (["env", "-u", "DUBAN_RULES", "-u", "LANG", "-u", "LC_ALL"] + variables + [program])
      + arguments
    let line = words.map { "'" + $0.replacing("'", with: "'\\''") + "'" }.joined(separator: " ")
    let command =
      "cd '\(folder.path)' && { \(before) \(line) \(after) ; } >'\(stem).out' 2>'\(stem).err' </dev/null"
    let status = unsafe system(command)
    self.status = (status >> 8) & 0xFF
    output = try folder.text("\(stem).out")
    error = try folder.text("\(stem).err")
  }

  /// The program beside the test bundle.
  private static let path: String? = {
    var folders = Swift.CommandLine.arguments.filter { $0.contains("/") }.map {
      URL(filePath: $0).deletingLastPathComponent()
    }
    for _ in 0..<4 {
      for folder in folders {
        let path = folder.appending(path: "duban").path
        if FileManager.default.isExecutableFile(atPath: path) { return path }
      }
      folders = folders.map { $0.deletingLastPathComponent() }
    }
    return nil
  }()
}
