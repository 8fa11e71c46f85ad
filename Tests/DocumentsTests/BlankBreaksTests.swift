import Documents
import SourceText
import Testing

struct BlankBreaksTests {
  @Test(
    "Blanks of a text on one line that stand for the ends of cut lines give its paragraphs",
    arguments: [20, 24, 28])
  func wrapped(width: Int) {
    // A figure behind a blank begins no line that one could tell from `9 月 20 日`.
    let prose = [WrappedLinesTests.prose[0]] + WrappedLinesTests.prose[2...]
    let lines = WrappedLinesTests.wrapped(prose, at: width, .plain)
    let document = read(lines.replacing("\n", with: " "))
    #expect(document.blockStrings == read(lines).blockStrings)
    #expect(document.blockStrings.first == prose[0])
    #expect(document.noise.map(\.kind) == ["inner-blanks"])
  }

  static let paragraphs = [
    "点击上方云川发布", "昨天下午,镇里开会研究塘堰清淤。镇水利站汇报了进度。",
    "会议指出,去年清淤三十口,今年还有四十口没有动工,群众盼了很久,必须在雨季之前清完。",
    "会议要求:", "一、先清主沟", "各村本周内把主沟清完,淤泥运到指定地点。主沟不通,支沟白清。",
    "二、再修闸门", "水利站逐口验收,每旬通报一次;验收不合格的,限三天返工,费用由施工队承担。",
  ]

  @Test("Blanks behind stops and colons and around headings give the paragraphs of a line")
  func paragraphEnds() {
    let text = Self.paragraphs.joined(separator: " ")
    let document = read(text)
    #expect(document.blockStrings == Self.paragraphs)
    #expect(document.noiseStrings == ["inner-blanks 7"])
    let starts = document.blocks.map { document.offsets.original($0.span.start) }
    #expect(starts == Self.paragraphs.map { text.range(of: $0) })
    #expect(read("云川镇\n来源:某网\n" + text).blocks.count == Self.paragraphs.count + 2)
  }

  private static func cut(_ text: String, before word: String) -> (Substring, Substring) {
    let place = text.firstRange(of: word)?.lowerBound ?? text.endIndex
    return (text[..<place], text[place...])
  }

  @Test("Numbers of pages go, also between two halves of a sentence")
  func pages() {
    let text = Self.paragraphs[1...].joined(separator: " ")
    let halves = Self.cut(text, before: "一次")
    let last = String(repeating: "水渠要天天有人看,", count: 12) + "不能断。"
    let document = read(
      "1、\(halves.0)\n2、\(halves.1) 三、管好塘堰 \(last) 村民 \n3、可以打电话问。\(last)")
    #expect(
      document.blockStrings
        == Self.paragraphs[1...] + ["三、管好塘堰", last, "村民可以打电话问。" + last])
    #expect(document.noiseStrings.contains("page-markers 3"))
  }

  @Test("A date with a line of its own keeps it, and its blanks go")
  func date() {
    let head = ["云川镇人民政府", "2022 年 3 月 9 日"]
    let blocks = read((Self.paragraphs[1...] + head).joined(separator: " ")).blockStrings
    #expect(blocks == Self.paragraphs[1...] + ["云川镇人民政府 2022年3月9日"])
    let lines = WrappedLinesTests.wrapped(WrappedLinesTests.prose + head, at: 24, .plain)
    #expect(
      read(lines.replacing("\n", with: " ")).blockStrings.suffix(2) == ["云川镇人民政府", "2022年3月9日"])
  }

  static let kept = [
    // Blanks strewn into sentences.
    "会议 指出,去年清淤 三十口,今年还有四十口 没有动工。群众盼了 很久。 必须在雨季 之前清完。各村本周内把 主沟清完,淤泥运到指定地点。水利站逐口验收,每旬通报 一次;验收不合格的,限三天返工,费用由施工队承担。",
    // Names of one character.
    "参加会议的有: 郑 建 新、王 海 等同志。会议研究了塘堰清淤,决定先清主沟,再修闸门,淤泥一律运到指定地点。水利站逐口验收,每旬通报一次;验收不合格的,限三天返工,费用由施工队承担。群众盼了很久,必须在雨季之前清完。",
    // A blank behind each stop.
    "去年清淤三十口。 今年还有四十口没有动工。 群众盼了很久,必须在雨季之前清完。 各村本周内把主沟清完,淤泥运到指定地点。 水利站逐口验收,每旬通报一次。 验收不合格的,限三天返工,费用由施工队承担。",
  ]

  @Test("Strewn blanks, names and blanks behind each stop part nothing", arguments: kept)
  func strewn(_ text: String) {
    #expect(read(text).blocks.count == 1)
  }

  @Test("A paragraph among others is not cut at its blanks")
  func others() {
    let text = Self.paragraphs.joined(separator: " ")
    #expect(read(text + "\n" + text + "另外,年底算账。").blocks.count == 2)
  }
}

extension String {
  fileprivate func range(of part: String) -> Int {
    firstRange(of: part).map { utf8.distance(from: startIndex, to: $0.lowerBound) } ?? -1
  }
}
