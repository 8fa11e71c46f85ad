import Reporting
import Testing

@testable import PageReport

struct SelfContainedPageTests {
  private static let attack = "</script><script>alert(1)</script><!-- \u{2028}<\u{338}b>&\"'"

  private func page(title: String, text: String) -> String {
    var json = JSONWriter()
    json.object { $0.field("t", text) }
    let page = SelfContainedPage(title: title, language: .zh, payload: json.bytes)
    return String(decoding: page.bytes(), as: UTF8.self)
  }

  @Test("Whatever data and title say, the page has the same elements")
  func elements() {
    let plain = page(title: "a", text: "b")
    let hostile = page(title: Self.attack, text: Self.attack)
    for mark in ["<script", "</script", "<!--", "<title", "</title", "<b", "<style"] {
      #expect(
        plain.unicodeScalars.split(separator: "<").count
          == hostile.unicodeScalars.split(separator: "<").count, "\(mark)")
      #expect(plain.ranges(of: mark).count == hostile.ranges(of: mark).count, "\(mark)")
    }
  }

  @Test("The policy names the script and the style of the page and allows nothing else")
  func policy() throws {
    let text = page(title: "a", text: "b")
    let found = try #require(text.firstMatch(of: /Content-Security-Policy" content="([^"]*)"/))
    let rules = found.output.1.split(separator: "; ").map(String.init)
    #expect(rules.first == "default-src 'none'")
    let script = try #require(text.firstMatch(of: /<script>((?s:.*?))<\/script>/)).output.1
    let style = try #require(text.firstMatch(of: /<style>((?s:.*?))<\/style>/)).output.1
    #expect(rules.contains("script-src " + ContentHash.source(of: String(script))))
    #expect(rules.contains("style-src " + ContentHash.source(of: String(style))))
    #expect(!found.output.1.contains("unsafe"))
  }

  @Test("Escaped data is the same JSON")
  func data() {
    let bytes = Array(#"{"a":"<b>\u003c<"}"#.utf8)
    let escaped = String(decoding: SelfContainedPage.unmarked(bytes), as: UTF8.self)
    #expect(escaped == #"{"a":"\u003cb>\u003c\u003c"}"#)
  }
}
