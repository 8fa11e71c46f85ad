import Documents
import SourceText
import Testing

struct NormalizationTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let normalised: String
    let noise: [String]

    init(_ text: String, _ normalised: String, _ noise: String...) {
      self.text = text
      self.normalised = normalised
      self.noise = noise
    }

    var testDescription: String { text.debugDescription }
  }

  static let script = [
    Case("創建國家衛生城市", "创建国家卫生城市", "traditional-characters 3"),
    Case("對於責任單位,後續徵求意見", "对于责任单位,后续征求意见", "traditional-characters 8"),
    Case("著名景区、乾隆年间、瞭望台", "著名景区、乾隆年间、瞭望台"),
    Case("著力整改,沿著清單,隨(suí)著", "着力整改,沿着清单,随著", "traditional-characters 4", "pinyin 1"),
    Case("乾隆年間,乾燥地區,李乾", "乾隆年间,干燥地区,李乾", "traditional-characters 3"),
    Case("全覆蓋,反覆督查,答(dá)覆意見", "全覆盖,反复督查,答复意见", "traditional-characters 4", "pinyin 1"),
    Case("藉助平臺,聲名狼藉", "借助平台,声名狼藉", "traditional-characters 3"),
    Case("瞭解情況,瞭望台", "了解情况,瞭望台", "traditional-characters 2"),
    Case("工作計畫,臺帳,著\u{200B}力", "工作计划,台账,着力", "invisible-characters 1", "traditional-characters 7"),
    Case("裏外、餘下、象徵、之後、於是", "里外、余下、象征、之后、于是", "traditional-characters 5"),
    Case("皇后住在里弄,只有一台", "皇后住在里弄,只有一台"),
    Case("⼈⺠政府", "人民政府"),
    Case("\u{F9B4}导、\u{F90A}额", "领导、金额"),
  ]

  static let width = [
    Case("２０２３年Ａ级", "2023年A级"),
    Case("一，二；三：四！五？（六）［七］", "一,二;三:四!五?(六)[七]"),
    Case("１０～２０％", "10~20%"),
    Case("句号。顿号、“双”‘单’《书名》", "句号。顿号、“双”‘单’《书名》"),
    Case("「督办」与『交办』", "“督办”与‘交办’"),
    Case("Latin stays As It Is", "Latin stays As It Is"),
    Case("甲\u{A0}乙\u{3000}丙", "甲 乙 丙"),
    Case("甲\r\n乙\r丙\n丁\u{2028}戊", "甲\n乙\n丙\n丁\n戊"),
    Case("\u{FEFF}甲", "甲"),
  ]

  static let damage = [
    Case("督\u{200B}查\u{AD}组\u{FE0F}到\u{E0101}", "督查组到", "invisible-characters 4"),
    Case("甲\0\0乙", "甲乙", "nul-bytes 2"),
    Case("甲&nbsp;乙&amp;丙&lt;丁&gt;&quot;", "甲 乙&丙<丁>\"", "entities 5"),
    Case("&#20013;&#x6587;&#65292;", "中文,", "entities 3"),
    Case("&#22283;&#x200b;", "国", "entities 2", "invisible-characters 1"),
    Case("&amp;nbsp;&amp;amp;lt;", " <", "entities 5"),
    Case("&#0;&#xD800;", "\u{FFFD}\u{FFFD}", "entities 2", "doubtful-boundary 0"),
    Case("研发R&D;测试&unknown;&;&#;&#-5;", "研发R&D;测试&unknown;&;&#;&#-5;"),
    Case("整改,,到位。。再查,、通报;;公示::", "整改,到位。再查、通报;公示:", "doubled-punctuation 5"),
    // Where marks are doubled a comma stands before each.
    Case("三轮,、四轮车,、农用车,。扣车，､拖车，｡", "三轮、四轮车、农用车。扣车、拖车。", "doubled-punctuation 5"),
    Case(",、,。", "、。", "doubled-punctuation 2"), Case("备案,,。", "备案。", "doubled-punctuation 2"),
    Case("备案。,。", "备案。", "doubled-punctuation 1"),
    Case("整改，,到位､､", "整改,到位、", "doubled-punctuation 2"),
    Case("真的!!是吗……", "真的!!是吗……"),
  ]

  static let pinyin = [
    Case("創(chuàng)衛(wèi)", "创卫", "traditional-characters 2", "pinyin 2"),
    Case("会(huì )议（yì）", "会议", "pinyin 2"),
    Case("会( huì) 议", "会议", "pinyin 1"),
    Case("重(zhong)点,绿(lǜ)地,旅(lv)游", "重点,绿地,旅游", "pinyin 3"),
    Case("长(zhǎng)(cháng)效", "长效", "pinyin 2"),
    Case("会(hu\u{200B}ì)议&#40;yi&#41;", "会议", "entities 2", "invisible-characters 1", "pinyin 2"),
    Case("5(A)级景区(AAAA),方案(a),清单(PDF)", "5(A)级景区(AAAA),方案(a),清单(PDF)"),
    Case("阿(ā)姨", "阿姨", "pinyin 1"),
    Case("A(huì)、(huì)、会(huix)、会(huì,)", "A(huì)、(huì)、会(huix)、会(huì,)"),
    Case("会(Huì)议(YÌ)重(zhòng,chóng)点(Dian)长(zhǎng / cháng)", "会议重点长", "pinyin 5"),
    Case("急救(AED)课件(PPT)安(AN)三(A级)", "急救(AED)课件(PPT)安(AN)三(A级)"),
    Case("会(zhuangzhuang)、会(hui hui)、会()", "会(zhuangzhuang)、会(hui hui)、会()"),
    Case("会(huì", "会(huì"),
    Case("落实（luò shí）责任 (zé rèn)、全 (quán)城", "落实责任、全城", "pinyin 3"),
    Case("会(huì yì)议、落实(luo shi)、全 (quan)城 (AAA)", "会(huì yì)议、落实(luo shi)、全 (quan)城 (AAA)"),
    Case("三甲(Jiǎ)医院(A级)和(hé)AED(三台)", "三甲医院(A级)和AED(三台)", "pinyin 2"),
  ]

  @Test(
    "Script, width, damage and pinyin are repaired", arguments: script + width + damage + pinyin)
  func repairs(_ example: Case) {
    let document = read(example.text)
    #expect(document.string == example.normalised)
    let noise = document.noiseStrings.filter { !$0.hasPrefix("doubtful-boundary") }
    #expect(noise == example.noise.filter { !$0.hasPrefix("doubtful-boundary") })
  }

  @Test("Undecodable bytes become one U+FFFD for each maximal subpart")
  func undecodableBytes() {
    let broken: [UInt8] = [0xE5, 0xB8, 0x41, 0xFF, 0xC0, 0x80, 0xED, 0xA0, 0x80, 0xF0, 0x9F]
    let document = read(bytes: broken)
    #expect(document.string == String(decoding: broken, as: UTF8.self))
    #expect(document.noiseStrings == ["undecodable-bytes 8", "doubtful-boundary 1"])
  }

  static let blanks = [
    Case(
      "各街道要严格落实督导考核 等职责,每周通报一次 “红黑榜”,结果 报市创建办。",
      "各街道要严格落实督导考核等职责,每周通报一次“红黑榜”,结果报市创建办。", "inner-blanks 3"),
    Case("锚定目标 全力做好创建工作", "锚定目标 全力做好创建工作"),
    Case(
      "督查组于5 月6 日到云川市  复查背街小巷和农贸市场的整改情况 abc。",
      "督查组于5月6日到云川市  复查背街小巷和农贸市场的整改情况 abc。", "inner-blanks 2"),
  ]

  @Test("Single blanks between Han characters go in prose only", arguments: blanks)
  func innerBlanks(_ example: Case) {
    let document = read(example.text)
    #expect(document.string == example.normalised)
    #expect(document.noiseStrings == example.noise)
  }

  @Test(
    "Folding a literal is the part without context",
    arguments: [
      ("责任單位，（A）", "责任单位,(A)"),
      ("会(huì)&nbsp;,,", "会(huì)&nbsp;,,"),
      ("「督辦」", "“督办”"),
      ("", ""),
    ])
  func folds(_ literal: String, _ folded: String) {
    #expect(String(decoding: Normalizer.fold(literal), as: UTF8.self) == folded)
  }

  @Test("A text without anything to repair is unchanged and shares no edit")
  func cleanText() {
    let text = "云川市召开推进会,要求:一要压实责任;二要整改到位。\n市创建办(市文明办)督办、通报。\n"
    let document = read(text)
    #expect(document.string == text)
    #expect(document.noise.isEmpty)
    #expect((0...document.text.count).allSatisfy { document.offsets.original($0) == $0 })
  }
}
