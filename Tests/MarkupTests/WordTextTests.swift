import Archives
import Markup
import TestSupport
import Testing

struct WordTextTests {
  @Test("A Word file gives the lines of its golden file, stored or deflated")
  func golden() throws {
    for name in ["meeting", "stored"] {
      let file = try Repository.bytes("fixtures/office/\(name).docx")
      guard case .text(let xml) = try WordFile.unpack(file) else {
        Issue.record("\(name).docx is not taken for a Word file")
        continue
      }
      #expect(WordText.isLikely(xml))
      try expectGolden(
        MarkedLines.dump(WordText.read(xml)), "fixtures/office/meeting.lines.txt")
    }
  }

  @Test("Notes are found however names of parts are written", arguments: ["word\\", "Word/"])
  func notes(folder: String) throws {
    let file = try Repository.bytes("fixtures/office/stored.docx")
    let renamed = Array(file).replacing("word/".utf8, with: folder.utf8)
    #expect(renamed != file)
    #expect(try WordFile.unpack(renamed) == WordFile.unpack(file))
  }

  @Test(
    "Runs become lines",
    arguments: [
      ("<w:p><w:r><w:t>一</w:t></w:r><w:r><w:t>二</w:t></w:r></w:p>", ["一二"]),
      ("<w:p><w:t>一</w:t></w:p><w:p><w:t>二</w:t></w:p>", ["一", "二"]),
      (
        "<w:p><w:t>一</w:t><w:br/><w:t>二</w:t><w:br w:type=\"page\"/><w:t>三</w:t></w:p>",
        ["一", "二三"]
      ),
      ("<w:p><w:t>一</w:t><w:tab/><w:t>二</w:t></w:p>", ["一\t二"]),
      ("<w:p><w:r><w:t>3</w:t><w:noBreakHyphen/><w:t>5</w:t></w:r></w:p>", ["3-5"]),
      ("<w:p><w:r><w:t>3</w:t></w:r><w:del><w:noBreakHyphen/></w:del></w:p>", ["3"]),
      ("<w:p><w:del><w:r><w:delText>一</w:delText></w:r></w:del><w:t>二</w:t></w:p>", ["二"]),
      ("<w:p><w:rPr><w:del/></w:rPr><w:t>一</w:t></w:p>", ["一"]),
      ("<w:p><w:moveFrom><w:t>一</w:t></w:moveFrom><w:t>二</w:t></w:p>", ["二"]),
      ("<w:p>\n<w:instrText>HYPERLINK</w:instrText>\n<w:t>一</w:t></w:p>", ["一"]),
      ("<w:p><w:t>一&lt;&#x4E8C;</w:t></w:p>", ["一<二"]),
      (
        "<w:tbl><w:tr><w:tc><w:p><w:t>一</w:t></w:p></w:tc><w:tc><w:p/></w:tc><w:tc><w:p><w:t>二</w:t></w:p></w:tc></w:tr></w:tbl>",
        ["一\t二"]
      ),
      ("<w:p><w:t>一</w:t>", ["一"]),
      (
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>一</w:t></w:r><w:r><w:t>二</w:t></w:r></w:p>",
        ["二"]
      ),
      ("<w:p><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>一</w:t></w:r></w:p>", ["一"]),
      (
        "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>一</w:t></w:r></w:p>", ["一"]
      ),
      (
        "<w:p><w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>yuè</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>月</w:t></w:r></w:rubyBase></w:ruby></w:r><w:r><w:t>底</w:t></w:r></w:p>",
        ["月底"]
      ), ("<w:p><w:ruby><w:rt/><w:rubyBase><w:t>月</w:t></w:rubyBase></w:ruby></w:p>", ["月"]),
      (
        "<w:p><w:fldSimple w:instr=\"PAGE\"><w:r><w:t>7</w:t></w:r></w:fldSimple><w:hyperlink><w:r><w:t>网</w:t></w:r></w:hyperlink></w:p>",
        ["7网"]
      ),
    ])
  func lines(xml: String, lines: [String]) {
    #expect(MarkedLines.texts(WordText.read(Array(xml.utf8))) == lines)
  }

  @Test("An archive that holds no Word text is named")
  func others() throws {
    let file = try Repository.bytes("fixtures/office/stored.docx")
    let name = Array("word/document.xml".utf8)
    var other = file
    for start in 0..<other.count - name.count
    where other[start..<start + name.count].elementsEqual(name) {
      other.replaceSubrange(start..<start + name.count, with: "xl/workbook.xml  ".utf8)
    }
    #expect(try WordFile.unpack(other) == .archive)
  }
}
