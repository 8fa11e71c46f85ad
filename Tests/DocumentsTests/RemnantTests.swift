import Documents
import Testing

struct RemnantTests {
  static let cases: [(String, [String], String?)] = [
    ("<p class=\"c1\">督查组每周通报。</p>", ["督查组每周通报。"], "tag-remnants 2"),
    ("第一段。/p>第二段。", ["第一段。", "第二段。"], "tag-remnants 1"),
    ("第一段、br />第二段", ["第一段", "第二段"], "tag-remnants 1"),
    ("责任<strong>到人</strong>。", ["责任到人。"], "tag-remnants 2"),
    ("得分>90且<95,a>b,首页 > 新闻", ["得分>90且<95,a>b,首页 > 新闻"], nil),
    ("<问卷>和/路径>", ["<问卷>和/路径>"], nil),
    ("会议要求整改。5 A& O. r6 2日前完成。", ["会议要求整改。2日前完成。"], "forum-junk 1"),
    ("! e$ T( f2 ]会议要求整改。", ["会议要求整改。"], "forum-junk 1"),
    ("标准为A、B 2 类。R & D 3 项。4 G 和 5 G。", ["标准为A、B 2 类。R & D 3 项。4 G 和 5 G。"], nil),
  ]

  @Test("Leftovers of pages go, text that looks like them stays", arguments: cases)
  func leftovers(text: String, blocks: [String], noise: String?) {
    let document = read(text)
    #expect(document.blockStrings == blocks)
    #expect(document.noiseStrings == [noise].compactMap { $0 })
    let again = read(document.string)
    #expect(again.string == document.string && again.noise.isEmpty)
  }

  @Test("A name at the end of three paragraphs goes, at the end of two it stays")
  func signatures() {
    let prose = "各街道要对照问题清单逐条整改,市督查组每周通报一次进度,结果报市政府办公室备案。"
    let signed = prose + "云川在线"
    let twice = read([signed, prose, signed].joined(separator: "\n"))
    #expect(twice.blockStrings == [signed, prose, signed] && twice.noise.isEmpty)
    let often = read([signed, signed, prose, signed].joined(separator: "\n"))
    #expect(often.blockStrings == [prose, prose, prose, prose])
    #expect(often.noiseStrings == ["site-names 3"])
  }
}
