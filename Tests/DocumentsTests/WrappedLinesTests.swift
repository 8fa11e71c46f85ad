import Documents
import SourceText
import TestSupport
import Testing

struct WrappedLinesTests {
  /// Prose as it would stand without a width.
  static let prose = [
    "云川市召开创建工作推进会",
    "4月9日下午,云川市召开创建工作推进会,听取各街道的情况汇报,对下一阶段的任务作出安排。市直有关部门、各街道负责同志参加会议,部分社区在分会场收看。",
    "会议指出,创建工作开展以来,各单位对照清单逐条整改,市容面貌有了改观;但也要看到,背街小巷的环境卫生仍有反复,个别点位的围挡长期没有拆除,群众意见较大。",
    "会议要求,市城管局要在5月20日前更换破损井盖,每天巡查两遍;各街道要把责任落到每个网格,每周五下午报送进度。逾期没有完成的,由市创建办约谈负责人,并在全市通报。",
    "一、抓好收尾。各单位按照分工,把剩下的点位一处一处改到位,改完一处销号一处。",
    "二、守住成果。保洁车辆每天至少两次上路,夜间值班不断档,发现问题当天处理。",
  ]

  enum Style: CaseIterable, CustomTestStringConvertible {
    case indented, spaced, plain

    var testDescription: String { "\(self)" }
  }

  /// The paragraphs in lines of `width` Han characters; no line begins with a mark.
  static func wrapped(_ paragraphs: [String], at width: Int, _ style: Style) -> String {
    paragraphs.map { paragraph in
      var lines: [String] = []
      var line = style == .indented && paragraph.contains("。") ? "　　" : ""
      for character in paragraph {
        if line.count >= width, !"。,;:、".contains(character) {
          lines.append(line)
          line = ""
        }
        line.append(character)
      }
      return (lines + [line]).joined(separator: "\n")
    }.joined(separator: style == .spaced ? "\n\n" : "\n")
  }

  @Test(
    "Lines cut at a width are the paragraphs that they were",
    arguments: [18, 20, 22, 25, 28], [Style.indented, .spaced])
  func paragraphs(_ width: Int, _ style: Style) {
    let document = read(Self.wrapped(Self.prose, at: width, style))
    #expect(document.blockStrings == Self.prose)
    #expect(document.noise.map(\.kind) == ["wrapped-lines"])
  }

  @Test(
    "Where nothing sets paragraphs off, each sentence is whole", arguments: [18, 20, 22, 25, 28])
  func sentences(_ width: Int) {
    let document = read(Self.wrapped(Self.prose, at: width, .plain))
    #expect(document.sentenceStrings == read(Self.prose.joined(separator: "\n")).sentenceStrings)
  }

  @Test("Any prose cut at any width is what it was")
  func anyProse() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      let paragraphs = (0..<8).map { _ in Self.paragraph(&generator) }
      let width = Int.random(in: 20...45, using: &generator)
      let style: Style = Bool.random(using: &generator) ? .indented : .spaced
      let document = read(Self.wrapped(paragraphs, at: width, style))
      #expect(document.blockStrings == paragraphs, "seed \(seed), width \(width), \(style)")
    }
  }

  /// A paragraph of three to five sentences of clauses of random Han characters.
  private static func paragraph(_ generator: inout SeededGenerator) -> String {
    let letters = Array("云川市城管局更换井盖清运垃圾巡查街道社区点位围挡单位责任报送进度")
    func clause() -> String {
      String(
        (0..<Int.random(in: 5...14, using: &generator)).map { _ in
          letters[Int.random(in: letters.indices, using: &generator)]
        })
    }
    return (0..<Int.random(in: 3...5, using: &generator)).map { _ in
      (0..<Int.random(in: 2...4, using: &generator)).map { _ in clause() }.joined(separator: ",")
        + "。"
    }.joined()
  }

  @Test("Sentences over many lines are whole, whether a stop stands inside of a line or not")
  func longSentences() {
    let sentence =
      "各村要结合今年的清洁家园行动和日常保洁工作,把村道两侧、沟渠塘堰、房前屋后的积存垃圾作为重点,组织保洁员、村民小组长和志愿者分片包干逐段清理,对清理出来的建筑垃圾、农业废弃物和残垣断壁统一转运处置,做到边清理边转运边复绿,并把“清洁户”评比、门前三包责任书签订和村规民约修订结合起来,引导村民养成良好的卫生习惯,确保村庄面貌在秋收之前有明显改观,迎接县里组织的交叉检查和第三方测评。"
    for width in [20, 22] {
      let text = Self.wrapped(["清洁家园行动方案", sentence], at: width, .spaced)
      #expect(read(text).blockStrings == ["清洁家园行动方案", sentence], "width \(width)")
    }
  }

  static let kept = [
    // A paragraph on each line.
    prose.joined(separator: "\n"),
    // Lines of a list without stops, about as long as one another.
    "提高思想认识,切实加强组织领导工作\n突出工作重点,狠抓各项措施的落实\n强化督促检查,严格执行考核的结果\n广泛宣传发动,营造全民参与的氛围\n会议结束。",
    // The same with semicolons inside, but no line that ends what they say.
    "抓好道路保洁;每天清扫两遍,做到无死角\n抓好河道清漂;每周打捞一次,做到无漂浮\n抓好市场秩序;每日巡查三次,做到无占道\n抓好小区环境;每月整治一回,做到无杂物",
    // Items.
    "1.市城管局更换井盖,每天巡查两遍。做到问题\n2.市住建局拆除围挡,每周通报一次。做到安全\n3.市交通局修补路面,每月清洗一回。做到平整\n4.市水利局清理河道,每季检查一遍。做到通畅\n完。",
    // Rows.
    "市城管局|更换井盖,巡查两遍。做到问题|5月\n市住建局|拆除围挡,通报一次。做到安全|5月\n市交通局|修补路面,清洗一回。做到平整|5月\n市水利局|清理河道,检查一遍。做到通畅|5月\n完。",
    // Many slogans of one length.
    """
    讲文明树新风,争做文明好市民
    护公物爱环境,共建美丽好家园
    守规则让斑马,安全出行每一天
    少张扬多礼让,邻里和睦一家亲
    不乱扔不乱贴,街巷整洁人人夸
    光盘行动起来,勤俭节约好家风
    清沟渠护河道,绿水青山在身边
    扫门前管内外,门前三包记心间
    树新风除陋习,移风易俗见行动
    一起来大家干,清洁家园靠大家
    """,
    // Headlines.
    "云川市召开全国文明城市创建工作推进会议\n市领导带队检查背街小巷环境整治工作情况\n我市启动春季爱国卫生运动暨清洁家园行动\n全市老旧小区改造项目进展情况新闻发布会\n完。",
  ]

  @Test("Lines that were not cut at a width are kept", arguments: kept)
  func keptLines(_ text: String) {
    #expect(read(text).blockStrings == text.split(separator: "\n").map(String.init))
    #expect(read(text).noise.isEmpty)
  }

  static let short = [
    // A stop inside of a line.
    ["关于清淤的通知", "各村本周内把主沟清完;水利站逐口验收,每旬通报一次。"],
    // A comma at the end of one.
    ["各村要在本周之内把主沟支沟都要清完,淤泥运走,不准乱倒。"],
    // Two lines.
    ["清淤会讲话", "全镇去年清了三十口塘,今年还有四十口没有动工,群众盼了很久,必须在雨季之前全部清完,一口都不能少。"],
    // Two commas between two full lines.
    ["清淤会讲话", "各村先清主沟,再清支沟,把塘堰里的淤泥运到村外指定的地方,不准倒在路边。"],
    ["清淤会讲话", "去年清了塘三十口,今年还有四十口没有动工。群众盼了很久。", "一、抓紧清完", "各村本周内把主沟清完;水利站逐口验收,每旬通报。"],
  ]

  @Test("A few lines cut at a width are what they were", arguments: short)
  func few(_ paragraphs: [String]) {
    #expect(read(Self.wrapped(paragraphs, at: 18, .plain)).blockStrings == paragraphs)
  }

  static let fewKept = [
    // Captions and a paragraph.
    "图为志愿者在河边捡垃圾,清理漂浮物\n县领导在桥头察看水位,听取水利站汇报\n会议要求,各村每周清理一次。",
    // A headline with one comma and a paragraph as long.
    "云川县召开防汛会议,部署下一阶段任务\n昨日,云川县召开会议。县长到会讲话。",
    // Slogans of one form.
    "爱护一草一木,珍惜美丽的绿色家园\n遵守一规一约,共建和谐的文明社区\n关爱一老一小,传递邻里的温暖真情。",
    // Names.
    "张三 李四 王五 赵六 孙七 周八 吴九 郑十\n钱一 陈二 林三 何四 许五 韩六 杨七 朱八。",
    // Texts that were cut short.
    "昨日,云川县召开会议。县长到会,听取...\n近日,云川县启动行动。社区居民参加。",
    // A longer line beside them.
    "各村本周内把主沟清完;水利站逐口验\n收,每旬通报一次。\n近日,云川县启动行动,社区居民踊跃参加,连续清理楼道。",
  ]

  @Test("A few lines of other kinds are kept", arguments: fewKept)
  func keptFew(_ text: String) {
    #expect(read(text).blockStrings == text.split(separator: "\n").map(String.init))
  }

  /// The text at 28 characters, with `lines` of its own behind the title.
  private func document(with lines: String...) -> Document {
    var all = Self.wrapped(Self.prose, at: 28, .indented).split(separator: "\n").map(String.init)
    all.insert(contentsOf: lines, at: 1)
    return read(all.joined(separator: "\n"))
  }

  @Test(
    "An item begins a line of its own whatever stands before it",
    arguments: ["1.", "2)", "(2)", "(三)", "④", "五、", "6、", "●", "- "])
  func items(_ opening: String) {
    let blocks = document(with: "　　会议明确了几项重点任务,各单位要逐项抓好落实并报送", "\(opening)巡查").blockStrings
    #expect(blocks.contains("\(opening)巡查"))
  }

  @Test(
    "What only looks like an item goes on with the sentence",
    arguments: [
      ("　　会议指出,今年以来清理垃圾和积存的渣土总量达到", "3.5万吨。"),
      ("　　会议指出,今年以来各单位都按要求委托了独立的", "第三方机构。"),
    ])
  func noItems(_ line: String, _ next: String) {
    #expect(document(with: line, next).string.contains(line.drop { $0 == "　" } + next))
  }

  @Test("Latin words at both sides of a line end are two")
  func latin() {
    let document = document(with: "　　会议指出,今年以来引进的平台共有两个,叫作Smart", "City和云川通。")
    #expect(document.string.contains("Smart City和云川通"))
  }

  @Test("Offsets and lines lead back to where a block began")
  func origins() throws {
    let text = Self.wrapped(Self.prose, at: 28, .spaced)
    let document = read(text)
    let starts = document.blocks.map { document.offsets.original($0.span.start) }
    #expect(starts == Self.prose.map { text.utf8Offset(of: $0.prefix(4)) })
    #expect(
      document.blocks.map(\.line)
        == starts.map { start in
          1 + text.utf8.prefix(start).count { $0 == UInt8(ascii: "\n") }
        })
  }

  @Test("Page labels between lines that were cut go, and their sentence is whole")
  func pages() {
    var lines = Self.wrapped(Self.prose, at: 28, .indented).split(separator: "\n")
    let place = lines.firstIndex { $0.contains("会议要求") }.map { $0 + 1 }
    lines.insert("第2页", at: place ?? 0)
    #expect(read(lines.joined(separator: "\n")).blockStrings.contains(Self.prose[2]))
  }
}

extension String {
  /// The offset in bytes at which `part` first begins; -1 if it does not occur.
  fileprivate func utf8Offset(of part: some StringProtocol) -> Int {
    firstRange(of: part).map { utf8.distance(from: startIndex, to: $0.lowerBound) } ?? -1
  }
}
