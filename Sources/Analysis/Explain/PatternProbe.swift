import Documents
import PatternAutomaton
import RuleLanguage
import SourceText

/// Finds the parts of patterns, to tell how near a pattern came that did not match.
///
/// Whether a pattern matches is for the evaluator to say; this only measures what is lacking.
struct PatternProbe {
  /// A part of a path as the automaton looks for it.
  struct Part {
    enum Search {
      case words(PatternID)
      case start(UnitKind)
      case end(UnitKind)
    }

    let search: Search
    /// As rule files write it.
    let text: String

    var isWords: Bool {
      if case .words = search { return true }
      return false
    }
  }

  struct Path {
    var parts: [Part]
    var gaps: [ClosedRange<Int>]
    /// From this one on the parts must follow the match, and may stand behind its window.
    var firstBehind: Int
  }

  private struct Key: Hashable {
    let node: RuleLanguage.PatternNode
    let scope: UnitKind
  }

  let document: Document
  private var paths: [Key: [Path]] = [:]
  /// Why parts of these patterns cannot be looked for.
  private var problems: [Key: CompileError] = [:]
  /// Why nothing can be looked for; nil where it can.
  private var problem: CompileError?
  private var matches: PatternMatches?

  /// Looks for the parts of all patterns in the conditions of `rules` (by index).
  ///
  /// - Complexity: that of compiling these rules once more, and of one pass over the document.
  init(
    _ pack: RulePack, rules: some Sequence<Int>, _ document: Document,
    _ haystack: Haystack
  ) {
    self.document = document
    var lowering = PatternLowering(pack)
    for index in rules {
      let rule = pack.rules[index]
      collect(rule.condition, rule.within, &lowering)
      for veto in rule.vetoes { collect(veto.condition, veto.scope, &lowering) }
    }
    do throws(CompileError) {
      let patterns = try lowering.build()
      var scratch = SearchScratch()
      matches = PatternMatches(patterns, haystack, reusing: &scratch)
    } catch {
      problem = error
    }
  }

  private mutating func collect(
    _ condition: Condition, _ scope: UnitKind, _ lowering: inout PatternLowering
  ) {
    switch condition {
    case .pattern(let expression): add(expression, scope, &lowering)
    case .ordered(let expressions), .near(let expressions, _):
      for expression in expressions { add(expression, scope, &lowering) }
    case .all(let members), .any(let members), .none(let members), .atLeast(_, let members):
      for member in members { collect(member, scope, &lowering) }
    case .scoped(let inner, let member): collect(member, inner.unit ?? scope, &lowering)
    case .label, .formula, .rule: break
    }
  }

  private mutating func add(
    _ expression: PatternExpression, _ scope: UnitKind, _ lowering: inout PatternLowering
  ) {
    let key = Key(node: expression.node, scope: scope)
    guard paths[key] == nil else { return }
    do throws(CompileError) {
      var ways: [Path] = []
      for path in PatternPath.paths(expression.node) {
        if let way = try self.path(path, expression, scope, &lowering) { ways.append(way) }
      }
      paths[key] = ways
    } catch {
      paths[key] = []
      problems[key] = error
    }
  }

  /// The path as something to search, or nil where a part of it is too small to be looked for.
  ///
  /// - Throws: `CompileError` when a limit of the automaton is reached.
  private func path(
    _ path: PatternPath, _ expression: PatternExpression, _ scope: UnitKind,
    _ lowering: inout PatternLowering
  ) throws(CompileError) -> Path? {
    var parts: [Part] = []
    for part in path.parts {
      switch part {
      case .start: parts.append(Part(search: .start(scope), text: "^"))
      case .end: parts.append(Part(search: .end(scope), text: "$"))
      case .words(let node):
        let words = PatternExpression(source: node.text, node: node, span: expression.span)
        do throws(CompileError) {
          let pattern = try lowering.lower(words, window: scope)
          parts.append(Part(search: .words(pattern), text: node.text))
        } catch  where error.isWordless {
          return nil
        }
      }
    }
    guard parts.contains(where: \.isWords) else { return nil }
    return Path(parts: parts, gaps: path.gaps, firstBehind: path.firstBehind ?? parts.count)
  }

  /// How near the pattern came to a match inside `span`.
  func nearest(_ expression: PatternExpression, _ scope: UnitKind, _ span: SourceSpan) -> Nearness {
    let key = Key(node: expression.node, scope: scope)
    if let problem = problem ?? problems[key] {
      return Nearness(distance: Nearness.nothing.distance, lack: .unmeasured(problem))
    }
    let ways = paths[key] ?? []
    return ways.map { PathSearch($0, spans($0, span), self).nearness() }
      .min { $0.distance < $1.distance } ?? .nothing
  }

  /// Where each part of the path occurs inside `span`; a few dozen places of each.
  private func spans(_ path: Path, _ span: SourceSpan) -> [[SourceSpan]] {
    let mostPlaces = 48
    let wide = SourceSpan(span.start, blockEnd(span))
    return path.parts.enumerated().map { index, part in
      switch part.search {
      case .words(let pattern):
        Array(words(pattern, index < path.firstBehind ? span : wide).prefix(mostPlaces))
      case .start(let kind):
        edges(kind, span).map { SourceSpan($0.start, $0.start) }
      case .end(let kind):
        edges(kind, span).map { SourceSpan($0.end, $0.end) }
      }
    }
  }

  private func words(_ pattern: PatternID, _ span: SourceSpan) -> [SourceSpan] {
    matches?[pattern].inside(span) ?? []
  }

  /// The end of the block in which `span` ends.
  private func blockEnd(_ span: SourceSpan) -> Int {
    let index = document.blocks.firstSorted { $0.span.end >= span.end }
    return index < document.blocks.count ? document.blocks[index].span.end : span.end
  }

  /// The windows inside `span` whose edges `^` and `$` mean.
  ///
  /// - Complexity: O(log units), plus those inside.
  private func edges(_ kind: UnitKind, _ span: SourceSpan) -> [SourceSpan] {
    func inside<Unit>(_ units: [Unit], _ place: (Unit) -> SourceSpan) -> [SourceSpan] {
      units[units.firstSorted { place($0).start >= span.start }...].lazy.map(place)
        .prefix { $0.end <= span.end }.map { $0 }
    }
    return switch kind {
    case .clause, .directive: inside(document.clauses, \.span)
    case .sentence: inside(document.sentences, \.span)
    case .paragraph, .block, .document: inside(document.blocks, \.span)
    }
  }

  /// Characters under `span`.
  ///
  /// - Complexity: O(1) once patterns were searched for, which all that asks needs anyway; O(bytes) before.
  func characters(_ span: SourceSpan) -> Int {
    matches?.characterCount(span)
      ?? document.text[span.start..<span.end].reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
  }

  /// Whether one clause holds all of `span`.
  func isInOneClause(_ span: SourceSpan) -> Bool {
    let index = document.clauses.firstSorted { $0.span.end >= span.end }
    return index < document.clauses.count && document.clauses[index].span.covers(span)
  }
}

/// How near a pattern came: 0 would be a match, up to 1 lacks one thing.
struct Nearness {
  enum Lack {
    /// Spans of the two parts, or nil for the edge of the window.
    case gap(SourceSpan?, SourceSpan?, found: Int, allowed: ClosedRange<Int>)
    case clause(SourceSpan, SourceSpan)
    case parts([SourceSpan], missing: [String])
    case order([SourceSpan])
    /// It cannot be measured.
    case unmeasured(CompileError)
    case nothing
  }

  let distance: Double
  let lack: Lack

  static let nothing = Nearness(distance: 2, lack: .nothing)
}
