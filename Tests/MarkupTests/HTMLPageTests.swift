import Markup
import SourceText
import TestSupport
import Testing

struct HTMLPageTests {
  @Test("Pages give the lines of their golden files", arguments: ["unclosed", "layout-table"])
  func goldens(name: String) throws {
    let marked = HTMLPage.read(try Repository.bytes("fixtures/pages/\(name).html"))
    try expectGolden(MarkedLines.dump(marked), "fixtures/pages/\(name).lines.txt")
  }

  @Test(
    "Markup becomes lines",
    arguments: [
      ("<p>一<p>二", ["一", "二"]),
      ("<p>一<br>二</p>", ["一", "二"]),
      ("<h1>一<br>二</h1>", ["一二"]),
      ("<h2><span>一<br/>二</span></h2><h3>三<br>四</h3>", ["一二", "三", "四"]),
      ("<ruby>一<rt>yi</rt></ruby>二", ["一二"]), ("<ruby>一<rp>(</rp><rt>yi<rp>)</rp></ruby>二", ["一二"]),
      ("<p><ruby>一<rt>yi<p>二", ["一", "二"]),
      ("<p>一。<sup>[1]</sup>二<sup>2</sup>", ["一。二2"]), ("<p>一<sup><a href=#n>[12]</a></sup>", ["一"]),
      ("<p>一&ampx&lt二", ["一&x<二"]), ("<p>一&nbspx&nb二", ["一\u{A0}x&nb二"]),
      ("<div>一</div>二<div>三", ["一", "二", "三"]),
      ("<ul><li>一<li>二</ul>", ["一", "二"]),
      ("<b>一<i>二</b>三</i>四", ["一二三四"]),
      ("<p>一 \n 二 \n a</p>", ["一二 a"]),
      ("<table><tr><td>一<td>二<tr><td>三</table>", ["一\t二", "三"]),
      ("<table><tr><td><p>一</p></td><td><p>二</p></td></tr></table>", ["一\t二"]),
      ("<table><tr><td>一<table><tr><td>二</table></table>", ["一", "二"]),
      ("一<!-- 二 -->三<!-->四<!-- 五", ["一三四"]),
      ("一<script>二</p></script>三<style>四", ["一三"]),
      ("一<SCRIPT>二</script >三", ["一三"]),
      ("一<div hidden>二</div>三", ["一", "三"]),
      ("一<span style='display : none'>二</span>三", ["一三"]),
      ("<div><span style='display:none'>一<b>二</span>三</b>四</div>五", ["三四", "五"]),
      ("<span hidden>一<b hidden>二<i>三</span>四</i>五</b>六", ["六"]),
      ("<div hidden><span hidden>一<b>二</span>三</b>四</div>五", ["五"]),
      ("<div style='visibility:hidden'>一</div>二", ["一", "二"]),
      ("<span style='visibility:hidden'>一</span>二", ["二"]),
      ("<table><tr><td>一<td><h1>二</h1>三</table>", ["一", "二", "三"]),
      ("<p><b class=source>一</b><i id=time>二</i></p>", ["一", "二"]),
      ("<p><b class=source>一</b>，<i id=time>二</i></p>", ["一，二"]),
      ("<p><b class=s1>一</b><i class=s2>二</i></p>", ["一二"]),
      ("<p>一<b class=word>二</b>三</p>", ["一二三"]),
      ("&lt;一&gt;&amp;&#20108;&#x4E09;&bogus;&", ["<一>&二三&bogus;&"]),
      ("一 < 二 <3 </ 三", ["一 < 二 <3"]),
      ("<a title='一>二' href=x>三</a>", ["三"]),
      ("<p class=\"一>二</p><p>三</p>\">四", ["四"]),
      ("<p class=\"一>二</p>", ["二"]),
      ("<![CDATA[一<b>]]>二", ["一<b>二"]),
      ("<textarea>一</textarea><select><option>二</select>三", ["三"]),
      ("<pre>一\n二</pre>", ["一", "二"]),
      ("<p>一&#10;二&#13;三&#32;a</p>", ["一二 三 a"]),
      ("<pre>一&#10;二</pre>", ["一", "二"]),
      ("<p>一<b>二</b>\n三", ["一二三"]),
      ("<p>一\n<b>二</b>", ["一二"]),
      ("<p>一 <b\nclass=a>二</b>", ["一 二"]),
      ("<template>一</template>二<template-x>三</template-x>", ["二三"]),
      ("", []),
      ("<div></div>", []),
    ])
  func lines(page: String, lines: [String]) {
    #expect(MarkedLines.texts(page) == lines)
  }

  @Test("The title and the fields of the head are lines inside `head`")
  func head() {
    let page = "<title>题</title><meta content=值 name=PubDate><meta charset=utf-8><p>文"
    let marked = HTMLPage.read(Array(page.utf8))
    #expect(MarkedLines.texts(marked) == ["题", "值", "文"])
    let inHead = marked.outline.isInside(["head"])
    let inDate = marked.outline.isInside(["pubdate"])
    #expect(marked.lines.map { inHead[$0.element] } == [true, true, false])
    #expect(marked.lines.map { inDate[$0.element] } == [false, true, false])
  }

  @Test(
    "An element is called by its tag, its classes and identifier, or parts of them",
    arguments: [
      ("<nav>一</nav>", "nav", true),
      ("<div class='top main-nav'>一</div>", "nav", true),
      ("<div id=mainNav><p>一</p></div>", "nav", true),
      ("<div class=TRS_Editor>一</div>", "trs_editor", true),
      ("<div class=NAV2>一</div>", "Nav", true),
      ("<div class=navigate>一</div>", "nav", false),
      ("<div class=nav></div><p>一</p>", "nav", false),
    ])
  func names(page: String, name: String, isInside: Bool) throws {
    let marked = HTMLPage.read(Array(page.utf8))
    let line = try #require(marked.lines.first)
    #expect(marked.outline.isInside([name])[line.element] == isInside)
  }

  @Test("Links are counted by characters, and closed by the next link")
  func linkShares() {
    let page = "<p><a href=1>一二</a>三四<p><a href=1>一<a href=2>二</a>三三<p><a name=x>一</a>"
    #expect(HTMLPage.read(Array(page.utf8)).lines.map(\.links) == [0.5, 0.5, 0])
  }

  @Test(
    "A page is known by how it begins or by many end tags",
    arguments: [
      ("<!DOCTYPE html><p>一", true), (" \n<HTML>", true), ("\u{FEFF}<html>", true),
      ("会议要求整改。", false), ("会议要求</p>整改<br>。", false), ("x < y > z", false),
      (String(repeating: "<p>一</p>", count: 12), true),
      (String(repeating: "会议</x>", count: 20), false),
    ])
  func sniffing(text: String, isPage: Bool) {
    #expect(HTMLPage.isLikely(Array(text.utf8)) == isPage)
  }

  @Test("Pages made to hurt cost one pass and bounded memory", .timeLimit(.minutes(5)))
  func hostile() {
    let million = 1_000_000
    let pages: [(String, [String])] = [
      (String(repeating: "<div>", count: million) + "文", ["文"]),
      ("<div " + String(repeating: "a=1 ", count: million) + ">文", ["文"]),
      (String(repeating: "<!-- ", count: million) + "文", []),
      (String(repeating: "<a href=\"", count: 300_001) + ">文", ["文"]),
      (String(repeating: "<script>", count: million), []),
      (
        "<td>" + String(repeating: "<b>", count: 600) + String(repeating: "</p>", count: million),
        []
      ),
      (String(repeating: "<table><td>", count: 300_000) + "文", ["文"]),
      (
        String(repeating: "<", count: million) + "文", [String(repeating: "<", count: million) + "文"]
      ),
    ]
    for (page, lines) in pages {
      let marked = HTMLPage.read(Array(page.utf8))
      #expect(MarkedLines.texts(marked) == lines, "\(page.prefix(20))")
    }
  }

  @Test("Elements are remembered to a depth of 512")
  func depth() {
    let page = String(repeating: "<div>", count: 100_000) + "文"
    let inside = HTMLPage.read(Array(page.utf8)).outline.isInside(["div"])
    #expect(inside.count < 600)
  }

  @Test("Elements that are closed in the wrong order take up no depth")
  func wrongOrder() throws {
    let page =
      String(repeating: "<b><i></b></i>", count: 600)
      + "<div><h1>题</h1><p><span hidden>一</span><a href=x>二</a>"
    let marked = HTMLPage.read(Array(page.utf8))
    #expect(MarkedLines.texts(marked) == ["题", "二"])
    #expect(marked.lines.map(\.heading) == [1, 0])
    #expect(marked.lines.map(\.links) == [0, 1])
  }

  @Test("Whatever comes, offsets rise and every character points at what it was made from")
  func randomSoup() {
    var generator = SeededGenerator(seed: 404)
    let pieces = [
      "<p>", "</p>", "<div class='a b'>", "</div>", "<a href=x>", "</a>", "<td>", "<table>", "<tr>",
      "</table>", "<br>", "&nbsp;", "&#65;", "&x", "<!--", "-->", "<script>", "</script>", "<li>",
      "会议", "要求。", " ", "\n", "\"", "'", "<", ">", "=", "<b", "<title>", "</title>", "\0",
      "<span style='display:none'>", "</span>", "abc", "<![CDATA[", "]]>",
      "<meta name=a content=b>",
    ]
    for round in 0..<400 {
      var page = ""
      for _ in 0..<Int.random(in: 1...120, using: &generator) {
        page += pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }
      let source = Array(page.utf8)
      let marked = HTMLPage.read(source)
      let place: Comment = "round \(round), seed \(generator.seed): \(page)"
      #expect(String(validating: marked.text, as: UTF8.self) != nil, place)
      var last = 0
      for (offset, byte) in marked.text.enumerated() {
        let span = marked.offsets.original(SourceSpan(offset, offset + 1))
        #expect(span.start >= last && span.end <= source.count, place)
        last = span.start
        // A reference stands for its character, a tag for a separator.
        let isCopied = span.length == 1 && source[span.start] == byte
        let isMade = byte < 0x80 || source[span.start] == UInt8(ascii: "&")
        #expect(isCopied || isMade, place)
      }
    }
  }
}
