import Reporting

/// One HTML file that loads nothing: its data, its style, and the only script that it may run.
///
/// The Content-Security-Policy names script and style by their hash, so that nothing that an
/// article, a file name or a table says can run or restyle the page, whatever it looks like. The
/// data stands in an element that is never run; the script makes text nodes of it.
struct SelfContainedPage {
  let title: String
  let language: ReportLanguage
  /// JSON.
  let payload: [UInt8]

  func bytes() -> [UInt8] {
    let style = PageStyle.text
    let script = PageScript.text
    let policy = [
      "default-src 'none'", "script-src \(ContentHash.source(of: script))",
      "style-src \(ContentHash.source(of: style))", "base-uri 'none'", "form-action 'none'",
    ].joined(separator: "; ")
    let head = """
      <!doctype html>
      <html lang="\(language == .zh ? "zh-CN" : "en")">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <title>\(Self.escaped(title))</title>
      <style>\(style)</style>
      </head>
      <body>
      <div id="page"></div>
      <noscript><p>\(Self.escaped(Self.needsScript))</p></noscript>
      <script type="application/json" id="data">
      """
    let end = """
      </script>
      <script>\(script)</script>
      </body>
      </html>

      """
    return Array(head.utf8) + Self.unmarked(payload) + Array(end.utf8)
  }

  private static let needsScript =
    "This page draws itself with the script in it. The data are in the page as JSON."

  /// JSON in which no character can begin a tag or a comment: `<` stands only inside strings.
  static func unmarked(_ json: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(json.count)
    for byte in json {
      if byte == UInt8(ascii: "<") {
        result.append(contentsOf: "\\u003c".utf8)
      } else {
        result.append(byte)
      }
    }
    return result
  }

  static func escaped(_ text: String) -> String {
    var result = ""
    // Scalars, since a mark that combines with `<` would make another character of it.
    for character in text.unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}
