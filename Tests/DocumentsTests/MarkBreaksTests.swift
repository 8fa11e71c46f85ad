import Documents
import SourceText
import TestSupport
import Testing

struct MarkBreaksTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let lines: String
    let blocks: [String]

    var testDescription: String { lines.replacing("\n", with: "⏎") }
  }

  @Test(
    "A line that begins with a closing mark goes on the one above",
    arguments: [
      Case(
        lines: "镇里要求\n,各村先清沟渠\n、再清塘堰\n。验收在月底\n。",
        blocks: ["镇里要求,各村先清沟渠、再清塘堰。验收在月底。"]),
      Case(
        lines: "通知印发《方案\n》\n,各科室照办\n;\n逾期说明原因\n。\n月底再看\n。",
        blocks: ["通知印发《方案》,各科室照办;逾期说明原因。", "月底再看。"]),
      Case(lines: "完成率为95%\n,比上月高\n!", blocks: ["完成率为95%,比上月高!"]),
      Case(lines: "他说“明天就修\n”\n。", blocks: ["他说“明天就修”。"]),
      Case(lines: "来源(县融媒体中心\n)", blocks: ["来源(县融媒体中心)"]),
      Case(lines: "  沟渠要清\n  ,塘堰要修。", blocks: ["沟渠要清,塘堰要修。"]),
      Case(lines: "推进\n“\n三清一改\n”\n行动,各村不得拖延。", blocks: ["推进“三清一改”行动,各村不得拖延。"]),
      Case(
        lines: "各村\n(\n社区\n)\n要在\n15\n日前报名单。\n月底验收。",
        blocks: ["各村(社区)要在15日前报名单。", "月底验收。"]),
      Case(lines: "见《\n清沟方案》\n月底验收。", blocks: ["见《清沟方案》", "月底验收。"]),
      Case(lines: "要清沟渠\n,\n修塘堰", blocks: ["要清沟渠,修塘堰"]),
    ])
  func joined(_ example: Case) {
    let document = read(example.lines)
    #expect(document.blockStrings == example.blocks)
    #expect(document.noise.map(\.kind) == ["wrapped-lines"])
  }

  @Test(
    "Where the line above is closed, or a blank line stands between, or nothing stands above, it stays",
    arguments: [
      ["镇里开了会。", ",各村先清沟渠"],
      ["各村:", "、先清沟渠"],
      [",各村先清沟渠", "再清塘堰"],
      ["“先清沟渠”", "“再清塘堰”"],
      ["一、清沟渠", "(二)清塘堰"],
      // A figure alone says nothing where the page does not break at marks.
      ["本村现有", "15", "口塘堰"],
      // A number that heads an item goes with no line above it.
      ["清沟渠", "1", "清塘堰", "2", "修便道"],
    ])
  func kept(_ lines: [String]) {
    #expect(read(lines.joined(separator: "\n")).blockStrings == lines)
  }

  @Test("A blank line ends what stands above it")
  func blankLine() {
    #expect(read("镇里要求\n\n,各村先清沟渠").blockStrings == ["镇里要求", ",各村先清沟渠"])
  }

  @Test("Text with each mark on the next line reads as it would without")
  func anyProse() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      let prose = WrappedLinesTests.prose[1...3].joined(separator: "\n")
      var broken = ""
      for character in prose {
        if ",;、。".contains(character), Bool.random(using: &generator) { broken.append("\n") }
        broken.append(character)
      }
      #expect(read(broken).blockStrings == read(prose).blockStrings, "seed \(seed)")
    }
  }
}
