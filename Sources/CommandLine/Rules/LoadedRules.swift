import Analysis
import Diagnostics
import Documents
import Reporting
import RuleLanguage
import SourceText

/// A rule pack that was found, read and checked.
struct LoadedRules: Sendable {
  let folder: String
  let files: [SourceFile]
  let diagnostics: [Diagnostic]
  /// Nil where an error stops the pack.
  let analyzer: Analyzer?
  /// What tells plausible text from damage; nil where no file says it.
  private let sample: ReadingSample?
  /// Where what belongs to no pack may stand, the nearest first.
  private let surroundings: [String]

  /// Loads the pack that `request` means, and says on `console` what stops it.
  ///
  /// - Throws: `ExitStatus.failure` where no pack is found, a file cannot be read, or the output would replace
  ///   one; errors inside the pack are in `diagnostics`.
  init(
    _ request: RulesRequest, _ environment: Environment, _ console: Console
  ) throws(ExitStatus) {
    (folder, files) = try LoadedRules.read(request, environment, console)
    let resolved = PackResolver.resolve(files: files)
    var diagnostics = resolved.diagnostics
    var analyzer: Analyzer?
    if let pack = resolved.pack, !diagnostics.contains(where: { $0.severity == .error }) {
      do throws(CompileError) {
        analyzer = try Analyzer(pack)
      } catch {
        diagnostics.append(error.diagnostic)
      }
    }
    self.diagnostics = diagnostics
    self.analyzer = analyzer
    if let analyzer { Remains.keep(analyzer) }
    surroundings = RulesLocator(environment).folders(beside: folder)
    sample = try LoadedRules.sample(in: surroundings, console)
  }

  /// The folder of the pack that `request` means, and its files.
  ///
  /// - Throws: `ExitStatus.failure`, said on `console`, where there is none, a file cannot be read, or the
  ///   output would replace one.
  static func read(
    _ request: RulesRequest, _ environment: Environment, _ console: Console
  ) throws(ExitStatus) -> (folder: String, files: [SourceFile]) {
    let folder = try locate(request, environment, console)
    console.detail("rules: \(folder)")
    let files: [SourceFile]
    do throws(RulesReader.Failure) {
      files = try RulesReader.read(folder)
    } catch {
      console.error("\(error.path): \(error.reason)")
      throw .failure
    }
    try console.keep { output in files.contains { output.isAt("\(folder)/\($0.name)") } }
    let names = (try? FileSystem.names(in: folder)) ?? []
    for name in names.sorted() where name.hasSuffix(RulesLocator.otherEnding) {
      let reason = "is not read: names of rule files end in \(RulesLocator.ending)"
      console.report(InputProblem("\(folder)/\(name)", reason, isError: false))
    }
    return (folder, files)
  }

  /// The analyzer of a pack without errors; diagnostics go to `console`.
  ///
  /// - Throws: `ExitStatus.failure` where the pack has errors.
  func usable(_ console: Console) throws(ExitStatus) -> Analyzer {
    for diagnostic in diagnostics { console.show(render(diagnostic, colour: false)) }
    guard let analyzer else {
      console.error("\(folder): the pack has errors; `duban check \(folder)` lists them all")
      throw .failure
    }
    let summary = analyzer.summary
    console.detail("pack: \(summary.name) \(summary.version), fingerprint \(summary.fingerprint)")
    return analyzer
  }

  /// The diagnostic as people read it, with paths that lead to the files.
  func render(_ diagnostic: Diagnostic, colour: Bool) -> String {
    let shown = diagnostic.labelledFiles.reduce(into: files) { shown, index in
      guard shown.indices.contains(index) else { return }
      shown[index] = SourceFile(
        name: "\(folder)/\(files[index].name)", bytes: files[index].bytes)
    }
    return DiagnosticRenderer(colour: colour).render(diagnostic, files: shown)
  }

  /// The words of reports in `language`, from the table beside the packs or the program.
  func words(_ language: ReportLanguage, _ console: Console) -> ReportWords {
    guard language != .en else { return ReportWords() }
    let name = "words/\(language.rawValue)\(RulesLocator.ending)"
    for place in surroundings {
      let path = "\(place)/\(name)"
      guard let bytes = try? FileSystem.read(path, limit: RulesReader.largestFile) else { continue }
      return ReportWords.read(SourceFile(name: path, bytes: bytes), console)
    }
    console.notice("no table `\(name)` beside the pack or the program; headings stay English")
    return ReportWords()
  }

  /// `options` with the sample of text that came with the rules.
  func reading(_ options: ReadingOptions) -> ReadingOptions {
    var options = options
    options.sample = sample
    return options
  }

  /// The sample of text in the first of `places` that has one.
  private static func sample(
    in places: [String], _ console: Console
  ) throws(ExitStatus) -> ReadingSample? {
    let name = "reading/zh.txt"
    for place in places {
      guard
        let bytes = try? FileSystem.readRegular(
          "\(place)/\(name)", limit: RulesReader.largestFile),
        bytes.count <= RulesReader.largestFile
      else { continue }
      console.detail("sample of text: \(place)/\(name)")
      try console.keep { $0.isAt("\(place)/\(name)") }
      return ReadingSample(bytes)
    }
    console.notice("no sample `\(name)` beside the pack; bytes that were lost are not put back")
    return nil
  }

  /// The folder of the pack that `request` means, relative to the working folder where it lies in
  /// it; what was looked at in vain is said on `console`.
  static func locate(
    _ request: RulesRequest, _ environment: Environment, _ console: Console
  ) throws(ExitStatus) -> String {
    do throws(RulesLocator.NotFound) {
      let folder = try RulesLocator(environment).locate(request)
      let base = environment.workingFolder + "/"
      return folder.hasPrefix(base) ? String(folder.dropFirst(base.count)) : folder
    } catch {
      console.say("duban: \(error.message)")
      throw .failure
    }
  }
}

extension Diagnostic {
  fileprivate var labelledFiles: Set<Int> { Set([primary.file] + secondary.map(\.file)) }
}

extension ReportWords {
  /// The table in `file`; what is odd about it is said on `console`.
  fileprivate static func read(_ file: SourceFile, _ console: Console) -> ReportWords {
    let (words, unknown, diagnostics) = read(file)
    for diagnostic in diagnostics {
      console.show(DiagnosticRenderer(colour: false).render(diagnostic, files: [file]))
    }
    for name in unknown {
      let known = EditDistance.nearest(to: name, in: names)
      let remedy = known.map { "; did you mean `\($0)`?" } ?? ""
      console.notice("\(file.name): no report uses the word `\(name)`\(remedy)")
    }
    return words
  }
}
