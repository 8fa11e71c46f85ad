import Documents
import SourceText
import Testing

struct LayoutTests {
  static let first = "云川市召开创建工作推进会,会议听取各街道的情况汇报,对下一阶段的任务作出安排,市直部门"
  static let second = "和街道负责同志参加会议。会议要求,对照清单逐条整改,市创建办每周通报一次进度,结果报市"
  static let third = "政府办公室。"

  static let item = String(repeating: "各村先清沟渠,再修塘堰,结果报镇里。", count: 6)

  static let short = "各村先清沟渠,再修塘堰,清出的淤泥运走。结果每周报镇里。"

  @Test("Two sections behind other words on their line are cut among other lines")
  func twoSections() {
    let lines = ["云川镇清淤方案", "镇里制定本方案。\(Self.item)一、目标\(Self.item)二、任务\(Self.item)", "用户登录"]
    #expect(
      read(lines.joined(separator: "\n")).blockStrings == [
        lines[0], "镇里制定本方案。\(Self.item)", "一、目标\(Self.item)", "二、任务\(Self.item)", lines[2],
      ])
  }

  static let sectioned = [
    ["镇里制定本方案。", "一、工作目标\(item)", "二、工作任务\(item)", "三、保障措施\(item)"],
    [item, "一、工作目标\(item)", "二、工作任务\(item)"],
    ["现将有关事项通知如下:", "一、\(item)", "二、\(item)", "三、\(item)"],
    ["一、目标", item, "二、任务", item, "三、措施\(item)", "四、要求", item],
    ["镇里制定本方案。", "一、工作目标\(short)", "二、工作任务\(short)", "三、保障措施\(short)"],
    ["下面讲几点意见:", "一、工作目标\(item)\(item)"],
  ]

  @Test("A text on one line is cut at its sections", arguments: sectioned)
  func sections(_ blocks: [String]) {
    #expect(read(blocks.joined(separator: " ")).blockStrings == blocks)
  }

  @Test("Sections run on over the lines of a text")
  func sectionsOfLines() {
    let long = Self.item + Self.item
    let text = "镇里制定本方案。 一、目标 \(long)二、任务 \(long)\n\(long)三、措施 \(long)\n"
    #expect(
      read(text).blockStrings == ["镇里制定本方案。", "一、目标", long, "二、任务", long, long, "三、措施", long])
  }

  static let unsectioned = [
    ["会议要求,一、\(item.dropLast());二、\(item.dropLast());三、\(item)"],
    ["镇里开了会。", "一、\(item)\(item)二、\(item)\(item)"],
    [first + "。", "\(item)\(item)\(item)\(item)", "一、\(item)二、\(item)三、\(item)"],
    ["一、先清沟渠。二、再修塘堰。三、结果报镇里。"],
    ["会议议程:一、\(item.dropLast()),二、\(item)\(item)"],
    ["镇里开了会。一、二年级放学早。\(item)三、四年级放学晚。\(item)\(item)"],
  ]

  @Test(
    "Items of a sentence, two sections, a paragraph among others and a short text are not cut",
    arguments: unsectioned)
  func uncut(_ lines: [String]) {
    #expect(read(lines.joined(separator: "\n")).blockStrings == lines)
  }

  @Test(
    "Blanks around figures go in prose and in dates, and separate elsewhere",
    arguments: [
      (
        "各街道要在 9 月 20 日前完成 320 处破损井盖的更换,每周 2 次巡查,合格率达到 95 %以上。",
        "各街道要在9月20日前完成320处破损井盖的更换,每周2次巡查,合格率达到95%以上。"
      ),
      ("2023 年 5 月 6 日", "2023年5月6日"),
      ("时间 2023 年 5 月 6 日 来源 云川日报", "时间 2023年5月6日 来源 云川日报"),
      ("关于开展第 35 个清洁月活动的通知", "关于开展第 35 个清洁月活动的通知"),
      ("1 城管局 2 住建局 3 水利局", "1 城管局 2 住建局 3 水利局"),
      ("12 34 56", "12 34 56"),
      ("电话 010 8888 王某", "电话 010 8888 王某"),
    ])
  func figures(_ text: String, _ expected: String) {
    #expect(read(text).blockStrings == [expected])
  }

  @Test("Question marks for blanks go, at the head of lines and alone on them; others stay")
  func lostBlanks() {
    let lines = [
      "??? 王某要求,要清沟渠。", "????各村要修塘堰。", "??", "?谁来修", "怎么修??各村说。",
      "?", "???? ?云川镇人民政府", "??? 2018年12月24日", "(此件公开)", "?",
    ]
    let document = read(lines.joined(separator: "\n"))
    #expect(
      document.blockStrings == [
        "王某要求,要清沟渠。", "各村要修塘堰。", "?谁来修", "怎么修??各村说。", "云川镇人民政府", "2018年12月24日",
        "(此件公开)",
      ])
    #expect(document.noiseStrings.contains("inner-blanks 7"))
    #expect(read("??各村要修塘堰。\n月底验收。").blockStrings == ["??各村要修塘堰。", "月底验收。"])
    #expect(read("谁来修\n?\n怎么修\n?").blockStrings == ["谁来修?", "怎么修?"])
  }

  @Test("A bracket that says who bears the item above stands on a line of its own")
  func fieldBeforeItem() {
    let document = read("1.清淤沟渠15公里。\n(责任单位:镇水利站)2.修塘堰3口。\n（牵头：水利站） （三）换闸门。\n(见附件)4.完工。")
    #expect(
      document.blockStrings == [
        "1.清淤沟渠15公里。", "(责任单位:镇水利站)", "2.修塘堰3口。", "(牵头:水利站)", "(三)换闸门。", "(见附件)4.完工。",
      ])
  }

  @Test("Page numbers go and the halves of a sentence are rejoined across blank lines")
  func pages() {
    let document = read("1、\(Self.first)\n\n2、\(Self.second)\n\n\n3、\(Self.third)\n")
    #expect(document.blockStrings == [Self.first + Self.second + Self.third])
    #expect(document.noiseStrings == ["page-markers 3"])
    #expect(document.blocks.map(\.line) == [1])
    #expect(document.sentences.count == 2)
  }

  /// A page of text without an end.
  static let page = String(repeating: first + ",", count: 3)

  static let inlinePages = [
    ("1、\(page)不断2、提升城市\(page)持续改3、善环境。", "\(page)不断提升城市\(page)持续改善环境。", 3),
    ("\(page)不断第2页提升\(page)持续改 第3页 善环境。", "\(page)不断提升\(page)持续改善环境。", 2),
    ("\(page)不断- 2 -提升\(page)持续改-3-善环境。", "\(page)不断提升\(page)持续改善环境。", 2),
  ]

  static let twoForms = [
    ("\(page)详见第7页表\(page)不断第2页提升\(page)持续第3页改善\(page)清单2、整改\(page)加强3、巡查", "第7页"),
    ("\(page)详见7、表格\(page)不断2、提升\(page)持续3、改善\(page)清单第2页整改\(page)加强第3页巡查", "7、"),
  ]

  // In a dictionary's order one of the two fails: which, each process settles anew.
  @Test("Marks of one form say nothing of those of another", arguments: twoForms)
  func apart(_ text: String, _ stray: String) {
    let repaired = ["2、", "3、", "第2页", "第3页"].reduce(text) { $0.replacing($1, with: "") }
    #expect(read(text).blockStrings == [repaired])
    #expect(repaired.contains(stray))
    #expect(read(text).noiseStrings == ["page-markers 4"])
  }

  @Test("Page marks inside words go if their numbers run on", arguments: inlinePages)
  func inline(_ text: String, _ repaired: String, _ count: Int) {
    #expect(read(text).blockStrings == [repaired])
    #expect(read(text).noiseStrings == ["page-markers \(count)"])
  }

  @Test(
    "Numbers inside a line that do not run over pages are kept",
    arguments: [
      "\(page)详见第2页附件。", "\(page)详见第2页附件和第3页表格。", "\(page)附件2、清单\(page)附件5、表格。",
      "\(page)要求:1、压实责任;2、限期整改;\(page)3、通报结果。", "要求2、压实责任3、限期整改。",
    ])
  func keptInline(_ text: String) {
    #expect(read(text).blockStrings == [text])
    #expect(read(text).noise.isEmpty)
  }

  static let kept = [
    "1、落实责任。\n2、限期整改。\n3、通报结果。",
    "(一)加强领导\n1、成立专班\n2、明确分工\n3、定期调度",
    "1、\(first)",
    "2、\(first)\n3、\(second)",
    "1、\(first)。\n2、\(second)。",
    "1、\(first)\n3、\(second)",
  ]

  @Test("Numbers that do not run over pages are kept", arguments: kept)
  func enumerations(_ text: String) {
    let document = read(text)
    #expect(document.string == text)
    #expect(document.noise.isEmpty)
  }

  @Test(
    "A line that holds only a page number goes",
    arguments: [
      "第2页", "第 2 页", "第2页 / 共4页", "第2页,共4页", "第２页　共４页",
    ])
  func labels(_ label: String) {
    let document = read("\(Self.first)\n\n  \(label)\n\(Self.second)")
    #expect(document.blockStrings == [Self.first + Self.second])
    #expect(read("标题\n\(label)\n正文").blockStrings == ["标题", "正文"])
    #expect(read("\(Self.first)。\n\(label)\n正文").blockStrings == [Self.first + "。", "正文"])
    #expect(document.noiseStrings == ["page-markers 1"])
  }

  @Test("Blanks that go with a page mark are not counted again")
  func blanksAroundMarks() {
    let document = read("不 断\(Self.page)不断 第2页 提 升\(Self.page)持续改 第3页 善 环境。")
    #expect(
      document.blockStrings == ["不断\(Self.page)不断提升\(Self.page)持续改善环境。"])
    #expect(document.noiseStrings == ["inner-blanks 3", "page-markers 2"])
  }

  @Test("A page label inside a line is kept", arguments: ["第2页见附件", "详见第2页", "第页", "第2页共"])
  func keptLabels(_ line: String) {
    #expect(read(line).blockStrings == [line])
    #expect(read(line).noise.isEmpty)
  }

  @Test("A rejoined block is split at headings that run in order")
  func headings() {
    let text = "1、下面讲三点意见:一、提高站位。\(Self.first)\n\n2、\(Self.second)。二、压实责任。第一、二、三产业。三、严格督查"
    let document = read(text)
    #expect(
      document.blockStrings == [
        "下面讲三点意见:", "一、提高站位。" + Self.first + Self.second + "。",
        "二、压实责任。第一、二、三产业。", "三、严格督查",
      ])
    #expect(document.blocks.map(\.line) == [1, 1, 3, 3])
  }

  @Test("A rejoined block is split at one heading that a colon announces")
  func announcedHeading() {
    let text = "1、下面讲几点意见:一、提高站位。\(Self.first)\n\n2、\(Self.second)。"
    #expect(
      read(text).blockStrings == ["下面讲几点意见:", "一、提高站位。" + Self.first + Self.second + "。"])
    let series = "1、会议议程:一、听汇报,二、\(Self.first)\n\n2、\(Self.second)。"
    #expect(read(series).blocks.count == 1)
  }

  @Test("A block that was not rejoined is not split")
  func whole() {
    let text = "讲三点意见:一、提高站位。二、压实责任。"
    #expect(read(text).blockStrings == [text])
  }
}
