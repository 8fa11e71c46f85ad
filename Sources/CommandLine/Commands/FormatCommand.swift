import Diagnostics
import Reporting
import RuleLanguage
import SourceText

/// `duban format`: rewrites rule files in their canonical layout.
struct FormatCommand: Command {
  let paths: [String]
  /// Whether files are only compared with their layout.
  let isCheck: Bool
  let settings: Invocation.Settings
  let environment: Environment
  let console: Console

  private struct Tally {
    var files = 0
    var changed = 0
    var isRefused = false
    var hasFailed = false
  }

  /// - Returns: `failure` where a file could not be read or written, else `found` where one has
  ///   mistakes or, when checking, would change.
  func run(_ output: OutputFile) throws(CommandFailure) -> ExitStatus {
    var reader = WholeFileReader.rules(console)
    var tally = Tally()
    for input in reader.inputs(try packOrPaths()) {
      guard let file = reader.read(input) else { continue }
      tally.files += 1
      guard let bytes = layOut(file, &tally) else { continue }
      if !isCheck, !input.isFile {
        try output.write(bytes, status(tally, reader))
      } else if bytes != file.bytes {
        tally.changed += 1
        if !isCheck, !replace(file.name, by: bytes) {
          tally.hasFailed = true
          continue
        }
        let words = isCheck ? "would change" : "formatted"
        try output.write(
          "\(TextLayout.printable(file.name)): \(words)\n", status(tally, reader))
      }
    }
    console.detail("\(tally.files) files, \(tally.changed) with another layout")
    return status(tally, reader)
  }

  private func status(_ tally: Tally, _ reader: WholeFileReader) -> ExitStatus {
    if reader.hasFailed || tally.hasFailed { return .failure }
    return tally.isRefused || isCheck && tally.changed > 0 ? .found : .success
  }

  /// The paths given, or the folder of the pack.
  private func packOrPaths() throws(CommandFailure) -> [String] {
    guard paths.isEmpty else { return paths }
    return try commandFailure { () throws(ExitStatus) in
      [try LoadedRules.locate(settings.rules, environment, console)]
    }
  }

  /// The layout of `file`; nil, after it is said why, where it has none.
  private func layOut(_ file: SourceFile, _ tally: inout Tally) -> [UInt8]? {
    do throws(PackFormatter.DataWouldChange) {
      switch try PackFormatter.format(file, index: 0) {
      case .formatted(let bytes): return bytes
      case .rejected(let diagnostics):
        var bag = DiagnosticBag()
        bag.add(contentsOf: diagnostics)
        let renderer = DiagnosticRenderer(colour: settings.usesColor)
        for diagnostic in bag.diagnostics {
          console.show(renderer.render(diagnostic, files: [file]))
        }
        tally.isRefused = true
      }
    } catch {
      console.error(
        "\(file.name): internal error: the new layout would change the data; the file is left as it is, please report this"
      )
      tally.hasFailed = true
    }
    return nil
  }

  private func replace(_ path: String, by bytes: [UInt8]) -> Bool {
    do throws(SystemError) {
      try OutputFile.put(bytes, at: path)
      return true
    } catch {
      console.error("\(path): cannot be written: \(error.message)")
      return false
    }
  }
}
