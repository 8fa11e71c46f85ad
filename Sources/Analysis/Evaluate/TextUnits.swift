import Documents
import RuleLanguage
import SourceText

/// One window of text in which conditions are evaluated, with the units around it.
struct TextWindow: Sendable {
  let kind: UnitKind
  let span: SourceSpan
  let block: Int
  let sentence: Int
  let clause: Int
  let directive: Int

  init(
    _ kind: UnitKind, _ span: SourceSpan, block: Int = -1, sentence: Int = -1, clause: Int = -1,
    directive: Int = -1
  ) {
    self.kind = kind
    self.span = span
    self.block = block
    self.sentence = sentence
    self.clause = clause
    self.directive = directive
  }

  /// The window as it is before directives are found.
  var outsideDirectives: TextWindow {
    TextWindow(kind, span, block: block, sentence: sentence, clause: clause)
  }

  /// The index of the unit of `kind` that holds this window, or nil for smaller units.
  ///
  /// Paragraphs are numbered as blocks while a document is analysed.
  func unit(_ kind: UnitKind) -> Int? {
    let index =
      switch kind {
      case .document: 0
      case .block, .paragraph: block
      case .sentence: sentence
      case .clause: clause
      case .directive: directive
      }
    return index < 0 ? nil : index
  }
}

/// The windows of one document by kind, each list sorted and without overlap.
struct TextUnits: Sendable {
  private(set) var document: [TextWindow]
  private(set) var blocks: [TextWindow]
  private(set) var paragraphs: [TextWindow] = []
  private(set) var sentences: [TextWindow] = []
  private(set) var clauses: [TextWindow] = []
  private(set) var directives: [TextWindow] = []

  init(_ text: Document) {
    document = [TextWindow(.document, SourceSpan(0, text.text.count))]
    blocks = text.blocks.enumerated().map { TextWindow(.block, $1.span, block: $0) }
  }

  /// Lists the units of the blocks that are analysed.
  mutating func enter(_ text: Document, body: [Int]) {
    for block in body {
      paragraphs.append(TextWindow(.paragraph, text.blocks[block].span, block: block))
      for sentence in text.blocks[block].sentences {
        sentences.append(
          TextWindow(
            .sentence, text.sentences[sentence].span, block: block, sentence: sentence))
        for clause in text.sentences[sentence].clauses {
          clauses.append(
            TextWindow(
              .clause, text.clauses[clause].span, block: block, sentence: sentence, clause: clause))
        }
      }
    }
  }

  /// Lists the directives, and tells their clauses to which directive they belong.
  mutating func enter(_ frames: [DirectiveFrame]) {
    directives = frames.enumerated().map {
      TextWindow(
        .directive, $1.span, block: $1.block, sentence: $1.sentence, directive: $0)
    }
    clauses = clauses.map { clause in
      // A directive may begin inside its first clause, after the verb that opens the scope.
      let directive = index(.directive, containing: clause.span.end - 1)
      return TextWindow(
        .clause, clause.span, block: clause.block, sentence: clause.sentence, clause: clause.clause,
        directive: directive ?? -1)
    }
  }

  func windows(_ kind: UnitKind) -> [TextWindow] {
    switch kind {
    case .document: document
    case .block: blocks
    case .paragraph: paragraphs
    case .sentence: sentences
    case .clause: clauses
    case .directive: directives
    }
  }

  /// The index in `windows(kind)` of the window that holds `offset`, or nil.
  ///
  /// - Complexity: O(log windows).
  func index(_ kind: UnitKind, containing offset: Int) -> Int? {
    let index = firstIndex(kind, from: offset)
    let list = windows(kind)
    return index < list.count && list[index].span.start <= offset ? index : nil
  }

  /// The index in `windows(kind)` of the first window that ends after `offset`.
  ///
  /// - Complexity: O(log windows).
  func firstIndex(_ kind: UnitKind, from offset: Int) -> Int {
    windows(kind).firstSorted { $0.span.end > offset }
  }
}
