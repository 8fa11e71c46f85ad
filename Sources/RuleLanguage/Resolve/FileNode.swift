import Diagnostics
import SourceText

/// A node together with the file that it stands in.
struct FileNode: Hashable {
  let file: Int
  let node: SyntaxNode

  var span: LocatedSpan { LocatedSpan(file: file, span: node.span) }
  var label: Label { Label(file: file, span: node.span) }

  /// Whether the node is a scalar without text, as after a key with no value.
  var isEmpty: Bool {
    if case .scalar(let scalar) = node.content { return scalar.text.isEmpty }
    return false
  }

  var isMapping: Bool {
    if case .mapping = node.content { return true }
    return false
  }

  var isSequence: Bool {
    if case .sequence = node.content { return true }
    return false
  }

  /// Where a range of bytes of a scalar's value stands in the file; the whole node for other nodes
  /// and empty ranges.
  func label(_ range: Range<Int>) -> Label {
    guard case .scalar(let scalar) = node.content, range.upperBound < scalar.offsets.count,
      !range.isEmpty
    else { return label }
    let start = scalar.offsets[range.lowerBound]
    // After the last byte of the range, which may stand before a fold of lines.
    let end = scalar.offsets[range.upperBound - 1] + 1
    return Label(file: file, span: SourceSpan(start, max(start, end)))
  }
}

extension LocatedSpan {
  var label: Label { Label(file: file, span: span) }
}

/// A key of a mapping with its value.
struct FileEntry: Hashable {
  let key: String
  let value: FileNode
  let keyNode: FileNode
}

/// The values of a mapping whose keys are known.
struct FileEntries {
  /// What the mapping may hold; nothing else can be asked for.
  let definition: MappingDefinition
  /// Few, so that looking through them beats hashing.
  let values: [FileEntry]
  /// Whether something stood there that was reported, so that a missing key may be a follow-up.
  let isFaulty: Bool

  subscript(key: String) -> FileNode? {
    assert(definition[key] != nil, "`\(key)` is no key of \(definition.phrase)")
    return values.first { $0.key == key }?.value
  }
}

extension FileEntries {
  /// The numbers that `key` takes.
  func range(of key: String) -> ClosedRange<Double> {
    if case .number(let range)? = definition[key]?.shape { return range }
    return 0...0
  }

  /// The whole numbers that `key` takes.
  func wholeRange(of key: String) -> ClosedRange<Int> {
    if case .whole(let range)? = definition[key]?.shape { return range }
    return 0...0
  }

  /// The words that `key` takes.
  func names(of key: String) -> [String] {
    if case .choice(let names)? = definition[key]?.shape { return names }
    return []
  }
}
