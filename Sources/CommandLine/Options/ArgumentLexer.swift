import SourceText

/// One piece of the command line, before anybody knows what it means.
package enum ArgumentToken: Hashable, Sendable {
  /// `--name` or `--name=value`.
  case long(name: String, value: String?)
  /// A letter of `-abc`, with the rest of the argument, which is its value if it takes one.
  case short(Character, rest: String)
  /// A name, path or value that stands alone.
  case word(String)
}

/// Splits arguments into tokens, one at a time, because only the parser knows which take values.
package struct ArgumentLexer: Sendable {
  private var rest: ArraySlice<String>
  /// Letters of a bundle such as `-qv` that are not read yet.
  private var letters: Substring = ""
  private var optionsEnded = false

  /// A lexer of `arguments`, without the name of the program.
  package init(_ arguments: [String]) { rest = arguments[...] }

  /// The next token, or nil at the end.
  ///
  /// `--` ends options; `-` alone is a word.
  package mutating func next() -> ArgumentToken? {
    if let letter = letters.popFirst() { return .short(letter, rest: String(letters)) }
    guard let argument = rest.popFirst() else { return nil }
    if optionsEnded || argument == "-" || !argument.hasPrefix("-") { return .word(argument) }
    if argument == "--" {
      optionsEnded = true
      return next()
    }
    guard argument.hasPrefix("--") else {
      letters = argument.dropFirst()
      return next()
    }
    let body = argument.dropFirst(2)
    guard let equals = body.firstIndex(of: "=") else {
      return .long(name: String(body), value: nil)
    }
    let value = String(body[body.index(after: equals)...])
    return .long(name: String(body[..<equals]), value: value)
  }

  /// The value of the option that was just returned: the rest of its bundle, else the next argument.
  package mutating func takeValue() -> String? {
    if !letters.isEmpty {
      defer { letters = "" }
      return String(letters.hasPrefix("=") ? letters.dropFirst() : letters)
    }
    guard let next = rest.first, next == "-" || !next.hasPrefix("-") || Self.isNumber(next) else {
      return nil
    }
    return rest.popFirst()
  }

  /// Whether the argument is a negative number: no option is a digit.
  private static func isNumber(_ argument: String) -> Bool {
    argument.utf8.dropFirst().first.map(\.isDigit) ?? false
  }
}
