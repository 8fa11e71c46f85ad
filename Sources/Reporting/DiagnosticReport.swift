package import Diagnostics
import RuleLanguage
package import SourceText

/// The problems of a rule pack in the forms in which people and programs read them.
package struct DiagnosticReport: Sendable {
  /// The form of the JSON.
  package static let schema = "duban.diagnostics/1"

  /// The files of the pack under paths that lead to them.
  let files: [SourceFile]
  /// By number of the file its text, where the file is not in UTF-8: lines and columns are those of it.
  private let texts: [Int: Text]
  /// By number of the file where what is said of it stands, but for those in `texts`.
  private let places: [Int: PlaceIndex]
  /// The files that people cannot look into at a place, by number.
  let unplaced: Set<Int>
  let folder: String
  let diagnostics: [Diagnostic]
  /// Every kind that there may be.
  let kinds: [Kind]

  /// The text of a file that is in another encoding than UTF-8.
  package struct Text: Sendable {
    /// Its bytes are the text in UTF-8.
    private let bytes: [UInt8]
    private let places: PlaceIndex
    /// From the text to the bytes of the file.
    private let offsets: OffsetMap

    /// The `text` of a file, with its map.
    ///
    /// - Complexity: O(bytes).
    package init(_ text: [UInt8], _ offsets: OffsetMap) {
      bytes = text
      places = PlaceIndex(SourceFile(name: "", bytes: text))
      self.offsets = offsets
    }

    func location(of offset: Int) -> SourceLocation {
      places.location(of: offsets.place(ofOriginal: offset, in: bytes))
    }
  }

  /// A kind of diagnostic, as programs list them beside those that occur.
  package struct Kind: Hashable, Sendable {
    /// As it stands in diagnostics of this kind.
    package var id: DiagnosticID
    /// The severity that such diagnostics have by default.
    package var severity: Severity
    /// One line, lower case, without a full stop.
    package var summary: String

    /// The kind with these parts.
    package init(id: DiagnosticID, severity: Severity, summary: String) {
      self.id = id
      self.severity = severity
      self.summary = summary
    }
  }

  /// `files` are named relative to `folder` and indexed by `Label.file`.
  package init(folder: String, files: [SourceFile], diagnostics: [Diagnostic]) {
    self.folder = folder
    self.files = files.map { SourceFile(name: "\(folder)/\($0.name)", bytes: $0.bytes) }
    texts = [:]
    places = Self.places(self.files, diagnostics)
    unplaced = []
    self.diagnostics = diagnostics
    kinds = DiagnosticCatalogue.all.filter(\.group.isOfPacks).map {
      Kind(id: $0.id, severity: $0.severity, summary: $0.summary)
    }
  }

  /// Problems in files that are no pack, with the kinds that there may be; `texts` are by number of the
  /// file those of files that are not in UTF-8, `unplaced` the files of which other bytes than their own
  /// were read.
  package init(
    files: [SourceFile], texts: [Int: Text], unplaced: Set<Int>, diagnostics: [Diagnostic],
    kinds: [Kind]
  ) {
    folder = ""
    self.files = files
    self.texts = texts
    self.unplaced = unplaced
    places = Self.places(files, diagnostics)
    self.diagnostics = diagnostics
    self.kinds = kinds
  }

  private static func places(
    _ files: [SourceFile], _ diagnostics: [Diagnostic]
  ) -> [Int: PlaceIndex] {
    var named: Set<Int> = []
    for problem in diagnostics {
      named.insert(problem.primary.file)
      named.formUnion(problem.secondary.map(\.file))
      named.formUnion(problem.fixIts.flatMap(\.edits).map(\.file))
    }
    return Dictionary(
      uniqueKeysWithValues: named.filter(files.indices.contains).map {
        ($0, PlaceIndex(files[$0]))
      })
  }

  /// `rules/my-pack: 3 files, 0 errors, 2 warnings`.
  package var counts: String {
    "\(folder): \(files.count) files, \(errorCount) errors, \(warningCount) warnings"
  }

  var errorCount: Int { diagnostics.count { $0.severity == .error } }
  var warningCount: Int { diagnostics.count { $0.severity == .warning } }

  /// The problems with the lines concerned, a blank line after each, and their counts at the end.
  ///
  /// Above `DiagnosticBag.limit` the last entry says how many more there are.
  package func text(colour: Bool, errorsOnly: Bool) -> String {
    var bag = DiagnosticBag()
    bag.add(contentsOf: diagnostics.filter { !errorsOnly || $0.severity == .error })
    let renderer = DiagnosticRenderer(colour: colour)
    return bag.diagnostics.map { renderer.render($0, files: files) + "\n" }.joined() + counts + "\n"
  }

  /// The place of a span in lines and characters counted from 1, the end exclusive; nil for a file
  /// that is not among those given.
  func region(_ label: Label) -> (path: String, start: SourceLocation, end: SourceLocation)? {
    guard files.indices.contains(label.file) else { return nil }
    let file = files[label.file]
    let (start, end) = (label.span.start, label.span.end)
    if let text = texts[label.file] {
      return (file.name, text.location(of: start), text.location(of: end))
    }
    let places = places[label.file] ?? PlaceIndex(file)
    return (file.name, places.location(of: start), places.location(of: end))
  }
}
