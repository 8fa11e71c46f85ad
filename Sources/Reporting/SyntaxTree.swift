package import RuleLanguage
package import SourceText

/// Draws the nodes of a file for people, one a line, with the line and column of each.
///
///     1:1      mapping of 1
///     1:1        pack: mapping of 1
///     1:8          name: "civic" plain
package struct SyntaxTree {
  private let places: PlaceIndex
  private var text = ""

  /// The tree of `root`, which was read from `file`; ends in a line feed.
  ///
  /// - Complexity: O(bytes + nodes · log(lines)).
  package static func draw(_ root: SyntaxNode?, of file: SourceFile) -> String {
    guard let root else { return "empty\n" }
    var tree = SyntaxTree(places: PlaceIndex(file))
    tree.add(root, key: "", from: root.span.start, depth: 0)
    return tree.text
  }

  private init(places: PlaceIndex) { self.places = places }

  private mutating func add(_ node: SyntaxNode, key: String, from start: Int, depth: Int) {
    let place = places.location(of: start)
    let position = TextLayout.pad("\(place.line):\(place.column)", to: 9)
    text += position + String(repeating: "  ", count: depth) + key
    switch node.content {
    case .scalar(let scalar):
      text += quoted(scalar.text) + " \(name(of: scalar.style))\n"
    case .sequence(let items):
      text += "sequence of \(items.count)\n"
      for item in items { add(item, key: "- ", from: item.span.start, depth: depth + 1) }
    case .mapping(let entries):
      text += "mapping of \(entries.count)\n"
      for entry in entries {
        let key = TextLayout.printable(entry.key.scalarText ?? "") + ": "
        add(entry.value, key: key, from: entry.key.span.start, depth: depth + 1)
      }
    }
  }

  private func quoted(_ value: String) -> String {
    var json = JSONWriter()
    json.string(value)
    return TextLayout.printable(String(decoding: json.bytes, as: UTF8.self))
  }

  private func name(of style: SyntaxNode.Scalar.Style) -> String {
    switch style {
    case .plain: "plain"
    case .singleQuoted: "single-quoted"
    case .doubleQuoted: "double-quoted"
    case .literal: "literal"
    case .folded: "folded"
    }
  }
}
