import Documents
import Testing

struct SegmentationTests {
  static let clauseCases: [(String, [String])] = [
    ("要整改,要通报;会议要求:立即办。", ["要整改,", "要通报;", "会议要求:", "立即办/"]),
    ("完成了吗?完成了!好", ["完成了吗/", "完成了/", "好|"]),
    ("垃圾、污水、厕所", ["垃圾、污水、厕所|"]),
    ("12:30开会,清运1,000吨,共3,2022年完成", ["12:30开会,", "清运1,000吨,", "共3,", "2022年完成|"]),
    ("版本2.0发布。", ["版本2.0发布/"]),
    ("见http://a.cn/b?c=1和d!e", ["见http://a.cn/b?c=1和d!e|"]),
    ("他提出“先治脏,再治乱。”的要求,执行。", ["他提出“先治脏,再治乱。”的要求,", "执行/"]),
    ("按\"党政同责,一岗双责\"的要求,执行。", ["按“党政同责,一岗双责”的要求,", "执行/"]),
    ("\"先治脏。再治乱。\"他说,\"快办。\"", ["先治脏/", "再治乱/", "他说,", "快办/"]),
    ("没有闭合\"一,二。", ["没有闭合\"一,", "二/"]),
    ("印发《方案;附表:分工》(见附件,共3页)。", ["印发《方案;附表:分工》(见附件,共3页)/"]),
    ("嵌套((内,层),外,层)好,行", ["嵌套((内,层),外,层)好,", "行|"]),
    ("没有闭合“一,二。三", ["没有闭合“一,", "二/", "三|"]),
    ("两行(不\n闭合,)", ["两行(不|", "闭合,", ")|"]),
    (",,,整改,,", ["整改,"]),
    ("!!!", []),
    ("好。”他说。", ["好/", "他说/"]),
    ("“先治脏。再治乱。”他说,“快办。”", ["先治脏/", "再治乱/", "他说,", "快办/"]),
    ("“先治脏,再治乱”是口号。", ["“先治脏,再治乱”是口号/"]),
    ("  整改 , 到位 。 ", ["整改,", "到位/"]),
    ("| 1 | 更换井盖 | 城管局 |", ["1,", "更换井盖,", "城管局,"]),
    // A stop in a cell ends no sentence while cells follow.
    ("1\t更换井盖。\t城管局", ["1,", "更换井盖,", "城管局|"]),
    ("1 | 更换井盖。 | 城管局。", ["1,", "更换井盖,", "城管局/"]),
    // Blanks stand between cells where a number stands first.
    ("1 更换井盖 城管局 6月底", ["1,", "更换井盖,", "城管局,", "6月底|"]),
    ("1 更换井盖。 城管局 6月底", ["1,", "更换井盖,", "城管局,", "6月底|"]),
    ("更换井盖 城管局 6月底", ["更换井盖 城管局 6月底|"]),
    ("2023 更换井盖 城管局 6月底", ["2023 更换井盖 城管局 6月底|"]),
    ("5 月 1 日上午 城管局", ["5月1日上午 城管局|"]),
    ("1\t更换井盖 \t城管局\t\t6月底前", ["1,", "更换井盖,", "城管局,", "6月底前|"]),
    ("\t\n \n", []),
    ("", []),
  ]

  @Test("Clauses end at delimiters outside short quotes", arguments: clauseCases)
  func clauses(_ text: String, _ expected: [String]) {
    #expect(read(text).clauseStrings == expected)
  }

  @Test("A quote of more than forty characters is read as if its marks were not there")
  func longQuotes() {
    let inner = String(repeating: "逐条整改", count: 9) + "好,办妥"
    #expect(read("“\(inner)”").clauses.count == 1)
    #expect(read("“\(inner)完\(inner)”").clauses.count == 3)
  }

  static let sentenceCases: [(String, [String])] = [
    ("先部署,再督查。再通报!", ["先部署,再督查", "再通报"]),
    ("一,二,。三", ["一,二", "三"]),
    ("“先部署”。(完)", ["“先部署”", "(完)"]),
    ("标题\n正文。", ["标题", "正文"]),
  ]

  static let latinSentenceCases: [(String, [String])] = [
    ("Staff met. The clerk left.", ["Staff met", "The clerk left"]),
    (
      "It cost $3.2 million. \u{201C}No,\u{201D} he said.",
      ["It cost $3.2 million", "\u{201C}No,\u{201D} he said"]
    ),
    (
      "Dr. J. Moss of the U.S. Navy met Ms. Bell on Mill Blvd. in May.",
      ["Dr. J. Moss of the U.S. Navy met Ms. Bell on Mill Blvd. in May"]
    ),
    ("It rained.   A. Roads dried. B left.", ["It rained", "A. Roads dried", "B left"]),
    ("Hydrant No. 7 failed. 12 are new.", ["Hydrant No. 7 failed", "12 are new"]),
    ("3. Roads\n4. Parks. A. Trees", ["3. Roads", "4. Parks", "A. Trees"]),
    (
      "at 7 p.m. The vote (5-0). Done (twice.) Then home",
      ["at 7 p.m", "The vote (5-0)", "Done (twice.) Then home"]
    ),
    ("see v2.0 at a.cn. then go", ["see v2.0 at a.cn. then go"]),
    ("Wait ... There. \"So.\" Fine.", ["Wait ... There", "\"So", "Fine"]),
    ("清运2.5吨。共3. 其他", ["清运2.5吨", "共3. 其他"]),
    ("Passed. ", ["Passed"]),
    ("NASA. Then", ["NASA", "Then"]),
  ]

  @Test("A full stop ends a Latin sentence, not an abbreviation", arguments: latinSentenceCases)
  func latinSentences(_ text: String, _ expected: [String]) {
    let document = read(text)
    #expect(document.sentenceStrings == expected)
  }

  @Test(
    "The comma before the year of a date ends no clause",
    arguments: [
      ("by June 3, 2021, and later", ["by June 3, 2021,", "and later|"]),
      ("3, 2021 trees", ["3,", "2021 trees|"]),
      ("June 300, 2021", ["June 300,", "2021|"]),
      ("June 3, 20210", ["June 3,", "20210|"]),
      ("6月3, 2021", ["6月3,", "2021|"]),
    ])
  func datesInClauses(_ text: String, _ expected: [String]) {
    #expect(read(text).clauseStrings == expected)
  }

  @Test("Sentences run from their first clause to their last", arguments: sentenceCases)
  func sentences(_ text: String, _ expected: [String]) {
    #expect(read(text).sentenceStrings == expected)
  }

  @Test(
    "Damage ends a sentence doubtfully",
    arguments: [
      ("抓好整改??县里要督查。", ["抓好整改 doubtful", "县里要督查 closed"]),
      ("抓好整改??h要督查", ["抓好整改 closed", "县要督查 open"]),
      ("抓好整改??", ["抓好整改 closed"]),
      ("a??b", ["a closed", "b open"]),
      ("抓好\u{FFFD}\u{FFFD}整改", ["抓好 doubtful", "整改 open"]),
    ])
  func damage(_ text: String, _ expected: [String]) {
    let document = read(text)
    let actual = document.sentences.map {
      document.string($0.span)
        + ($0.isDoubtful ? " doubtful" : $0.isClosed ? " closed" : " open")
    }
    #expect(actual == expected)
    let count = expected.count { $0.hasSuffix("doubtful") }
    #expect(document.noise.first { $0.kind == "doubtful-boundary" }?.count ?? 0 == count)
  }

  @Test("Blocks know their line in the original file and what they hold")
  func blocks() {
    let document = read("标题\r\n\r\n\u{3000}\u{3000}正文一,二。三。\r尾")
    #expect(document.blockStrings == ["标题", "正文一,二。三。", "尾"])
    #expect(document.blocks.map(\.line) == [1, 3, 4])
    #expect(document.blocks.map(\.sentences) == [0..<1, 1..<3, 3..<4])
    #expect(document.blocks.map(\.clauses) == [0..<1, 1..<4, 4..<5])
    #expect(document.sentences.map(\.block) == [0, 1, 1, 2])
    #expect(document.sentences.map(\.clauses) == [0..<1, 1..<3, 3..<4, 4..<5])
    #expect(document.clauses.map(\.sentence) == [0, 1, 1, 2, 3])
  }
}
