import Markup
import SourceText

/// Lines of markup in a form to compare: marks, then the text.
enum MarkedLines {
  static func dump(_ marked: MarkedText) -> String {
    let outside = marked.outline.isOutsideOfMain()
    return texts(marked).enumerated().map { index, text in
      let line = marked.lines[index]
      var marks: [String] = []
      if line.heading > 0 { marks.append("h\(line.heading)") }
      if line.isRow { marks.append("row") }
      if line.links > 0 { marks.append("links \(Int((line.links * 100).rounded()))%") }
      if outside[line.element] { marks.append("outside") }
      let shown = text.replacing("\t", with: " ⇥ ")
      return (marks.isEmpty ? "" : "[" + marks.joined(separator: ", ") + "] ") + shown + "\n"
    }.joined()
  }

  static func texts(_ marked: MarkedText) -> [String] {
    marked.lines.indices.map { index in
      let end =
        index + 1 < marked.lines.count ? marked.lines[index + 1].start - 1 : marked.text.count
      return String(decoding: marked.text[marked.lines[index].start..<end], as: UTF8.self)
    }
  }

  static func texts(_ page: String) -> [String] { texts(HTMLPage.read(Array(page.utf8))) }
}
