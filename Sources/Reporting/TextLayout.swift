import SourceText

/// Measures and breaks text by terminal columns, of which a Han character takes two.
package enum TextLayout {
  /// Marks that may not begin a line.
  private static let closing: Set<Character> = Set("，。、；：！？”’）》」』】,.;:!?)]}%…")
  /// Marks that may not end a line.
  private static let opening: Set<Character> = Set("“‘（《「『【([{")

  /// The columns that `text` takes on a terminal.
  ///
  /// - Complexity: O(length of `text`).
  package static func width(_ text: String) -> Int {
    DisplayWidth.columns(of: text)
  }

  /// `text` without the control characters that a terminal would act on; each becomes a blank.
  package static func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: \.isTerminalControl) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(scalar.isTerminalControl ? " " : scalar) }
    return String(result)
  }

  /// Breaks `text` into lines of at most `width` columns.
  ///
  /// Breaks stand between Han characters and at blanks, never before closing or after opening
  /// punctuation, and inside a word only where the word is wider than a line.
  package static func wrap(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for unit in units(of: text) {
      let isBlank = unit == " "
      for piece in pieces(of: unit, width: width) {
        let columns = TextLayout.width(piece)
        if used + columns > width {
          if used > 0 { lines.append(trimmingBlanks(line)) }
          (line, used) = ("", 0)
        }
        if isBlank && used == 0 { continue }
        line += piece
        used += columns
      }
    }
    if used > 0 { lines.append(trimmingBlanks(line)) }
    return lines
  }

  /// `text` followed by blanks up to `width` columns, or led by them.
  package static func pad(_ text: String, to width: Int, leading: Bool = false) -> String {
    let blanks = String(repeating: " ", count: max(0, width - TextLayout.width(text)))
    return leading ? blanks + text : text + blanks
  }

  /// `text` cut to `width` columns, ending in `…` where something was cut.
  package static func truncate(_ text: String, to width: Int) -> String {
    guard TextLayout.width(text) > width else { return text }
    var result = ""
    var used = 1
    for character in text {
      used += TextLayout.width(character)
      if used > width { break }
      result.append(character)
    }
    return result + "…"
  }

  /// The smallest stretches that stay together on a line.
  private static func units(of text: String) -> [String] {
    var units: [String] = []
    var joinsNext = false
    var previousIsWord = false
    for character in text {
      let isBlank = character == " "
      let isWord = !isBlank && width(character) == 1 && !opening.contains(character)
      let joins =
        !isBlank && !units.isEmpty && units.last != " "
        && (joinsNext || closing.contains(character) || (isWord && previousIsWord))
      if joins { units[units.count - 1].append(character) } else { units.append(String(character)) }
      joinsNext = opening.contains(character)
      previousIsWord = isWord
    }
    return units
  }

  private static func pieces(of unit: String, width limit: Int) -> [String] {
    guard width(unit) > limit else { return [unit] }
    var pieces: [String] = [""]
    var used = 0
    for character in unit {
      let columns = width(character)
      if used + columns > limit && used > 0 {
        pieces.append("")
        used = 0
      }
      pieces[pieces.count - 1].append(character)
      used += columns
    }
    return pieces
  }

  private static func trimmingBlanks(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }

  private static func width(_ character: Character) -> Int {
    DisplayWidth.columns(of: String(character))
  }
}
