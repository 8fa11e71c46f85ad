import Documents
import RuleLanguage
import SourceText

extension Evaluator {
  /// The value of a `where` formula in the window.
  func value(_ formula: CompiledFormula, _ window: TextWindow) -> Double {
    formula.value { leaf in
      let value = value(ofLeaf: leaf, window)
      recorder?.note(leaf, value)
      return value
    }
  }

  private func value(ofLeaf leaf: CompiledFormula, _ window: TextWindow) -> Double {
    switch leaf {
    case .label(let label):
      return window.unit(compiled.pack.labels[label].unit).map { labels.value(label, $0) } ?? 0
    case .feature(let feature): return value(feature, window)
    case .before(let label): return Double(carriers(label)[max(0, window.block)])
    case .after(let label):
      let before = carriers(label)
      return Double(
        before[document.blocks.count] - before[min(window.block + 1, before.count - 1)])
    case .count(let label): return count(label, window)
    case .lowest(let value): return values.numbers(value, in: window.span).min() ?? 0
    case .highest(let value): return values.numbers(value, in: window.span).max() ?? 0
    default: return 0
    }
  }

  /// How many blocks before each block carry the label; one more entry for the end.
  private func carriers(_ label: Int) -> [Int] {
    if let known = carriersBefore[label] { return known }
    var counts = [0]
    for block in document.blocks.indices {
      counts.append(counts[block] + (labels.value(label, block) > 0 ? 1 : 0))
    }
    carriersBefore[label] = counts
    return counts
  }

  private func census(_ window: TextWindow) -> CharacterCensus {
    // A long unit is asked about by each unit inside it; short ones are read faster than found.
    guard window.span.end - window.span.start > Self.shortUnit else {
      return CharacterCensus(document.text, window.span)
    }
    if let known = censuses[window.span] { return known }
    let census = CharacterCensus(document.text, window.span)
    censuses[window.span] = census
    return census
  }

  /// Bytes of a unit whose characters are counted again each time.
  private static let shortUnit = 200

  private func count(_ label: Int, _ window: TextWindow) -> Double {
    let isLong = window.span.end - window.span.start > Self.shortUnit
    if isLong, let known = counts[label]?[window.span] { return known }
    let count = carriers(label, inside: window)
    if isLong { counts[label, default: [:]][window.span] = count }
    return count
  }

  /// How many units inside the window carry the label.
  private func carriers(_ label: Int, inside window: TextWindow) -> Double {
    let kind = compiled.pack.labels[label].unit
    let inner = units.windows(kind)
    var index = units.firstIndex(kind, from: window.span.start)
    var count = 0
    while index < inner.count, inner[index].span.start < window.span.end {
      if window.span.covers(inner[index].span), let unit = inner[index].unit(kind),
        labels.value(label, unit) > 0
      {
        count += 1
      }
      index += 1
    }
    return Double(count)
  }

  private func value(_ feature: Feature, _ window: TextWindow) -> Double {
    switch feature {
    case .blocksBefore: return Double(max(0, window.block))
    case .blocksAfter: return Double(document.blocks.count - 1 - max(0, window.block))
    case .line: return window.block < 0 ? 1 : Double(document.blocks[window.block].line)
    case .position: return Double(ordinal(window).fromStart)
    case .positionFromEnd: return Double(ordinal(window).fromEnd)
    case .links: return mark(window)?.links ?? 0
    case .headingLevel: return Double(mark(window)?.heading ?? 0)
    case .tableRow: return mark(window)?.isRow == true ? 1 : 0
    case .outsideMain: return mark(window)?.isOutside == true ? 1 : 0
    case .inPageTitle: return mark(window)?.isInPageTitle == true ? 1 : 0
    case .repeated: return window.block >= 0 && repeatedBlocks.contains(window.block) ? 1 : 0
    default: break
    }
    let census = census(window)
    switch feature {
    case .characters: return Double(census.characters)
    case .han: return Double(census.han)
    case .latin: return Double(census.latin)
    case .digits: return Double(census.digits)
    case .stops: return Double(census.stops)
    case .closed: return census.isClosed ? 1 : 0
    case .bars: return Double(census.bars)
    case .line, .blocksBefore, .blocksAfter, .position, .positionFromEnd, .links, .headingLevel,
      .tableRow, .outsideMain, .inPageTitle, .repeated:
      return 0
    }
  }

  /// What the markup says of the block around the window.
  private func mark(_ window: TextWindow) -> PageBlocks.Mark? {
    window.block < 0 ? nil : document.page?.marks[window.block]
  }

  /// Characters under `span` of the normalised text.
  func characterCount(_ span: SourceSpan) -> Int {
    var count = 0
    for byte in document.text[span.start..<span.end] where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// Han characters under `span` of the normalised text.
  func hanCount(_ span: SourceSpan) -> Int {
    CharacterCensus(document.text, span).han
  }
}
