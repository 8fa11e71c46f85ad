import Testing

/// A page of Markdown as lines with its fenced blocks.
struct MarkdownPage {
  struct Block: Sendable, CustomTestStringConvertible {
    /// What stands behind the fence.
    let info: String
    /// The line of the fence, from 1.
    let line: Int
    var lines: [String]

    var text: String { lines.joined(separator: "\n") + "\n" }

    /// The file that the block is, as in a fence with `yaml rules/a.yaml`.
    var fileName: String? {
      let words = info.split(separator: " ")
      return words.count == 2 && words[1].contains(".") ? String(words[1]) : nil
    }

    var testDescription: String { "line \(line): \(info)" }
  }

  private enum Piece {
    case line(String)
    case block(Int)
  }

  private var pieces: [Piece] = []
  var blocks: [Block] = []

  init(_ text: String) {
    var open: Block?
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for (index, line) in lines.enumerated() {
      guard line.hasPrefix("```") else {
        if open == nil { pieces.append(.line(line)) } else { open?.lines.append(line) }
        continue
      }
      if let block = open {
        pieces.append(.block(blocks.count))
        blocks.append(block)
        open = nil
      } else {
        open = Block(info: String(line.dropFirst(3)), line: index + 1, lines: [])
      }
    }
  }

  var text: String {
    pieces.map { piece in
      switch piece {
      case .line(let line): line
      case .block(let index):
        "```\(blocks[index].info)\n" + blocks[index].lines.map { $0 + "\n" }.joined() + "```"
      }
    }.joined(separator: "\n")
  }

  /// The sections with a heading of that level, by name, with their lines but blank ones at the end.
  func sections(level: Int) -> [(name: String, lines: [String])] {
    let head = String(repeating: "#", count: level) + " "
    var sections: [(name: String, lines: [String])] = []
    for case .line(let line) in pieces {
      if line.hasPrefix(head) {
        sections.append((String(line.dropFirst(head.count)), []))
      } else if !sections.isEmpty {
        sections[sections.count - 1].lines.append(line)
      }
    }
    return sections.map { name, lines in
      (name, Array(lines.reversed().drop { $0.isEmpty }.reversed()))
    }
  }

  /// The lines under the heading of level 3 with that name, and the blocks there.
  func section(_ name: String) -> (lines: [String], blocks: [Block])? {
    guard let range = range(of: name) else { return nil }
    var lines: [String] = []
    var found: [Block] = []
    for piece in pieces[range] {
      switch piece {
      case .line(let line): lines.append(line)
      case .block(let index): found.append(blocks[index])
      }
    }
    return (lines, found)
  }

  /// Puts `lines` in the place of what stands under the heading up to the end of its table.
  mutating func replaceTable(of name: String, by lines: [String]) {
    guard let range = range(of: name) else { return }
    let last = range.last { index in
      if case .line(let line) = pieces[index] { return line.hasPrefix("|") }
      return false
    }
    let end = (last ?? range.lowerBound - 1) + 1
    pieces.replaceSubrange(range.lowerBound..<end, with: lines.map { .line($0) })
  }

  private func range(of name: String) -> Range<Int>? {
    func isHeading(_ piece: Piece, _ test: (String) -> Bool) -> Bool {
      if case .line(let line) = piece { return test(line) }
      return false
    }
    guard let start = pieces.firstIndex(where: { isHeading($0) { $0 == "### \(name)" } }) else {
      return nil
    }
    let rest = pieces[(start + 1)...]
    let end = rest.firstIndex { isHeading($0) { $0.hasPrefix("## ") || $0.hasPrefix("### ") } }
    return start + 1..<(end ?? pieces.count)
  }
}
