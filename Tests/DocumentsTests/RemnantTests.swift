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
    ("会议要求整改!( O3 v. y& C7 W' n  f9 @会后检查。", ["会议要求整改!会后检查。"], "forum-junk 1"),
    ("会议要求整改。8 G! I! A7 L1 K. A会后检查。", ["会议要求整改。会后检查。"], "forum-junk 1"),
    ("要加大6 b! B% e) M/ i力度。", ["要加大力度。"], "forum-junk 1"),
    ("型号A1 B2 C3 D4 E5可用,分A. B. C. D. 四类。", ["型号A1 B2 C3 D4 E5可用,分A. B. C. D. 四类。"], nil),
    ("评为A+ B+ C- 三档,拨打0731 888 666 转 8 号。", ["评为A+ B+ C- 三档,拨打0731 888 666转8号。"], "inner-blanks 3"),
    (
      "A&B两组,R&D投入,\"red list\"一份,详见http://a.cn/p?id=1&x=2。",
      [
        "A&B两组,R&D投入,\"red list\"一份,详见http://a.cn/p?id=1&x=2。"
      ], nil
    ),
    ("class=\"c1\">督查组每周通报。", ["督查组每周通报。"], "tag-remnants 1"),
    ("得分x=\"5\">4,a=b。", ["得分x=\"5\">4,a=b。"], nil),
    ("督查组每周通报。<!-- 广告 -->", ["督查组每周通报。"], "tag-remnants 1"),
    ("督查<组-->通报。", ["督查<组-->通报。"], nil),
    ("[url=http://a.cn]督查组[/url]每周[b]通报[/b]。", ["督查组每周通报。"], "tag-remnants 4"),
    ("A[1]、[B]类、[b]组,清单[2020]5号。", ["A[1]、[B]类、[b]组,清单[2020]5号。"], nil),
    ("![现场](http://a.cn/1.jpg)督查组每周通报。", ["督查组每周通报。"], "tag-remnants 1"),
    ("真的![现场]每周(一次)通报。", ["真的![现场]每周(一次)通报。"], nil),
    ("督查组每周通报。/upload/2020/1.jpg", ["督查组每周通报。"], "tag-remnants 1"),
    ("说明见http://a.cn/b.jpg一图。", ["说明见http://a.cn/b.jpg一图。"], nil),
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

  @Test("A title of the head that is glued to the text is a line again")
  func titles() {
    let title = "关于在全县开展爱国卫生运动的通知"
    let prose =
      "各乡镇人民政府,县直各单位:为了巩固国家卫生县城成果,县政府决定在全县开展爱国卫生运动,现将有关事项通知如下,请遵照执行。"
    for name in [title, title + ".docx"] {
      #expect(read("\(name)\n下载\n\(title)\(prose)").blockStrings == [name, "下载", title, prose])
    }
    let quoted = "《\(title)》" + prose
    #expect(read("\(title)\n\(quoted)").blockStrings == [title, quoted])
    #expect(read("\(title)\n\(title),\(prose)").blockStrings == [title, "\(title),\(prose)"])
    #expect(read(title + prose).blockStrings == [title + prose])
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
