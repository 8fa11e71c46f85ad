/// How a phrase looks where colours are wanted.
///
/// The colours carry no judgement: nothing is red or green.
package enum TextStyle: String, Hashable, Sendable {
  case plain = ""
  case bold = "1"
  case dim = "2"
  case heading = "1;36"
  case tag = "33"
  case directive = "34"
  case evidence = "36"
}

/// A stretch of text in one style.
package struct Phrase: Hashable, Sendable {
  /// The words, without characters that a terminal would act on.
  package let text: String
  /// How they are shown where there are colours.
  package let style: TextStyle

  /// The phrase `text`, plain unless a style is said.
  package init(_ text: String, _ style: TextStyle = .plain) {
    self.text = TextLayout.printable(text)
    self.style = style
  }
}

/// Lines of styled text for a terminal of a given width.
package struct StyledText: Sendable {
  /// In columns.
  package let width: Int
  /// Whether styles are written at all.
  package let usesColor: Bool
  /// What is written so far.
  package private(set) var text = ""

  /// An empty page of `width` columns, at least 40.
  package init(width: Int, usesColor: Bool) {
    self.width = max(40, width)
    self.usesColor = usesColor
  }

  /// Ends a section.
  package mutating func blankLine() { text += "\n" }

  /// One line, cut at the width; `…` ends it where something was cut.
  package mutating func line(_ phrases: Phrase..., indent: Int = 0) {
    var left = width - indent
    text += String(repeating: " ", count: indent)
    for (index, phrase) in phrases.enumerated() where left > 0 {
      // A phrase that fills the line leaves no room to say that others are cut.
      let hidesRest = phrases[(index + 1)...].contains { $0.text.contains { $0 != " " } }
      let isFull = hidesRest && TextLayout.width(phrase.text) == left
      let cut = TextLayout.truncate(phrase.text + (isFull ? " " : ""), to: left)
      left = cut == phrase.text ? left - TextLayout.width(cut) : 0
      text += render(cut, phrase.style)
    }
    while text.last == " " { text.removeLast() }
    text += "\n"
  }

  /// A line filled up with a rule: `── title ─────`.
  package mutating func rule(_ title: String) {
    let cut = TextLayout.truncate(TextLayout.printable(title), to: width - 8)
    let rest = width - 4 - TextLayout.width(cut)
    text += render("── \(cut) " + String(repeating: "─", count: rest), .heading) + "\n"
  }

  /// Text broken into lines, the first led by `lead`; with `limit`, `…` ends what was cut off.
  package mutating func paragraph(
    _ phrase: Phrase, indent: Int, lead: String = "", limit: Int = .max
  ) {
    var lines = TextLayout.wrap(phrase.text, width: width - indent)
    if lines.count > limit {
      // What is cut is taken from the text itself: lines have lost the blanks at which they break.
      let kept = lines[..<(limit - 1)].reduce(phrase.text[...]) { rest, line in
        rest.drop { $0 == " " }.dropFirst(line.count)
      }
      let last = TextLayout.truncate(String(kept.drop { $0 == " " }), to: width - indent)
      lines = Array(lines[..<(limit - 1)]) + [last]
    }
    for (index, line) in lines.enumerated() {
      let start = index == 0 ? TextLayout.pad(lead, to: indent, leading: true) : ""
      text += TextLayout.pad(start, to: indent) + render(line, phrase.style) + "\n"
    }
  }

  /// Items side by side, each kept on one line where it fits, with `separator` between them.
  package mutating func flow(_ items: [[Phrase]], separator: String, indent: Int, lead: String = "")
  {
    guard !items.isEmpty else { return }
    let limit = width - indent
    var used = 0
    text += TextLayout.pad(lead, to: indent)
    for (index, item) in items.enumerated() {
      let columns = item.reduce(0) { $0 + TextLayout.width($1.text) }
      let gap = index == 0 ? 0 : TextLayout.width(separator)
      if used > 0 && used + gap + columns > limit {
        newLine(indent)
        used = 0
      } else if used > 0 {
        text += render(separator, .dim)
        used += gap
      }
      for phrase in item { append(phrase, &used, limit, indent) }
    }
    text += "\n"
  }

  /// Adds a phrase of an item, on further lines where the item is wider than one.
  private mutating func append(_ phrase: Phrase, _ used: inout Int, _ limit: Int, _ indent: Int) {
    let columns = TextLayout.width(phrase.text)
    if used + columns <= limit {
      text += render(phrase.text, phrase.style)
      used += columns
      return
    }
    for line in TextLayout.wrap(phrase.text, width: limit) {
      if used > 0 { newLine(indent) }
      text += render(line, phrase.style)
      used = TextLayout.width(line)
    }
  }

  private mutating func newLine(_ indent: Int) {
    text += "\n" + String(repeating: " ", count: indent)
  }

  private func render(_ text: String, _ style: TextStyle) -> String {
    usesColor && style != .plain && !text.isEmpty
      ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
