import Analysis
import SourceText
import Testing

@Suite struct DirectiveTests {
  @Test(
    "Clauses go together as directives",
    arguments: [
      ("会议要求,清理楼道。", ["清理楼道"]),
      ("清理楼道。", []),
      // In a scope an act with its object needs no sign of an order, outside of one it does.
      ("会议要求,就近清理楼道。", ["就近清理楼道"]),
      ("会议要求,就近清理一遍。", []),
      ("就近清理楼道。", []),
      ("会议要求,就近一带,就近清理楼道。", []),
      ("城管局要清理楼道。", ["城管局要清理楼道"]),
      ("要清理楼道,确保干净。", ["要清理楼道"]),
      ("要清理楼道,确保干净;修补5处。", ["要清理楼道", "修补5处"]),
      ("要清理楼道,修补5处。", ["要清理楼道,修补5处"]),
      ("要清理楼道;要修补5处。", ["要清理楼道", "要修补5处"]),
      ("要清理楼道,逾期追责。", ["要清理楼道,逾期追责"]),
      ("要通过巡查清理楼道。", ["要通过巡查清理楼道"]),
      ("要通过巡查走访,修补5处。", ["要通过巡查走访,修补5处"]),
      ("会议要求,通过巡查,清理楼道。", ["通过巡查,清理楼道"]),
      ("要清理楼道,报送。", ["要清理楼道,报送"]),
      ("要清理楼道;报送。", ["要清理楼道", "报送"]),
      ("要加强管理,抓好工作。", ["要加强管理,抓好工作"]),
      ("要加强日常管理、抓好各项工作。", ["要加强日常管理、抓好各项工作"]),
      ("要加强日常管理、抓好各项工作,加强管理。", ["要加强日常管理、抓好各项工作,加强管理"]),
      ("要清理楼道;全部楼道修补一次。", ["要清理楼道", "全部楼道修补一次"]),
      ("要清理楼道;入冬以前,城管局要修补5处。", ["要清理楼道", "入冬以前,城管局要修补5处"]),
      ("要加强管理;要抓好工作。", ["要加强管理;要抓好工作"]),
      ("一要加强管理,二要抓好工作。", ["一要加强管理", "二要抓好工作"]),
      ("要加强管理,城管局抓好工作。", ["要加强管理", "城管局抓好工作"]),
      ("去年修补5处,要清理楼道。", ["要清理楼道"]),
      ("会议要求,清理楼道。修补5处。", ["清理楼道", "修补5处"]),
      ("会议要求,清理楼道。\n修补5处。", ["清理楼道"]),
      ("要清理楼道;逾期追责。", ["要清理楼道", "逾期追责"]),
      // What says no act yet, or an act in general alone, takes the act behind it.
      ("要看重汛期,修补全部楼道和门前台阶5处。", ["要看重汛期,修补全部楼道和门前台阶5处"]),
      ("要加强管理,修补全部楼道和门前台阶5处。", ["要加强管理,修补全部楼道和门前台阶5处"]),
      // What is counted is work of its own, however short; an act without a known object is, too.
      ("要清理楼道,3日前修补5处。", ["要清理楼道,3日前修补5处"]),
      ("要清理楼道,修补井盖、3日前加强5处。", ["要清理楼道", "修补井盖、3日前加强5处"]),
      ("要清理楼道,修补道边各种标志牌。", ["要清理楼道", "修补道边各种标志牌"]),
      ("要清理楼道,修补道边标志牌3日前。", ["要清理楼道,修补道边标志牌3日前"]),
      ("要加强管理;修补全部楼道和门前台阶5处。", ["要加强管理", "修补全部楼道和门前台阶5处"]),
      ("要看重汛期,要修补全部楼道和门前台阶5处。", ["要看重汛期", "要修补全部楼道和门前台阶5处"]),
      ("城管局要看重汛期,住建局要修补5处。", ["城管局要看重汛期", "住建局要修补5处"]),
      ("要清理楼道,修补全部楼道和门前台阶5处。", ["要清理楼道", "修补全部楼道和门前台阶5处"]),
      // What is ordered in one sentence of a speech goes on up to its end.
      ("“要清理楼道。修补5处。”城管局修补3处。", ["要清理楼道", "修补5处"]),
    ])
  func splits(_ text: String, _ expected: [String]) throws {
    #expect(try analyze(text).directiveList == expected, "\(text)")
  }

  /// The tiny pack with the optional marks `joins` and `adverb`.
  private func analyzeWithOptionalMarks(_ text: String) throws -> AnalysisResult {
    let rules = """
        - {id: m/told, gives: told, any: [事故频发]}
        - {id: m/joins, gives: joins, any: [^城管局修补]}
        - {id: m/adverb, gives: adverb, within: clause, any: [切实, 进一步]}
        - {id: m/plan, gives: opener, any: [^城管局按图]}
      """
    return try analyze(text, rules: rules, marks: ["told", "joins", "adverb"])
  }

  @Test(
    "Rules may say what joins and what adds no length",
    arguments: [
      ("要清理楼道,城管局修补5处。", ["要清理楼道,城管局修补5处"]),
      ("要清理楼道;城管局修补5处。", ["要清理楼道", "城管局修补5处"]),
      ("要加强管理,城管局抓好工作。", ["要加强管理", "城管局抓好工作"]),
      ("要加强管理;要切实进一步抓好各项工作。", ["要加强管理;要切实进一步抓好各项工作"]),
      // What is told begins nothing, waits for nothing, and ends nothing that it stands inside of.
      ("会议要求,修补不力事故频发,要清理楼道。", ["要清理楼道"]),
      ("要清理楼道,修补不力事故频发,加强管理。", ["要清理楼道,修补不力事故频发,加强管理"]),
      ("要清理楼道;修补不力事故频发。", ["要清理楼道"]),
      ("会议要求,修补不力事故频发。", []),
      // Who is named in what waits acts in what follows.
      ("会议要求,城管局按图,3日前修补5处。", ["城管局按图,3日前修补5处"]),
      // Who is named in an act that has its manner begins none of their own.
      ("会议要求,通过必须走访,城管局修补5处。", ["通过必须走访,城管局修补5处"]),
      // Where both are told by words of force, each has an order of their own.
      ("会议要求,城管局按图必须走访,城管局要修补5处。", ["城管局按图必须走访", "城管局要修补5处"]),
      ("会议要求,城管局按图必须走访,要修补5处。", ["城管局按图必须走访,要修补5处"]),
    ])
  func optionalMarks(_ text: String, _ expected: [String]) throws {
    #expect(try analyzeWithOptionalMarks(text).directiveList == expected, "\(text)")
  }

  @Test("Words around a speaker may reach beyond the verb that opens what is said")
  func asideBeyondOpener() throws {
    let rules = """
        - {id: m/inline, gives: opens, any: [指出]}
        - {id: m/aside, gives: aside, any: [局长指出大会, 第三次]}
      """
    let text = "局长指出大会上第三次部署,清理楼道。"
    let result = try analyze(text, rules: rules, marks: ["aside"])
    #expect(result.directives.first?.speaker == nil)
    #expect(result.directiveList.last?.hasSuffix("清理楼道") == true)
  }

  @Test("A sentence that repeats an earlier one gives no second directive")
  func repeats() throws {
    let sentence = "各有关单位必须抓紧时间清理楼道杂物。"
    let result = try analyze(sentence + sentence)
    #expect(result.directives.count == 1)
    #expect(result.noise == [NoiseCount(kind: "repeated-sentences", count: 1)])
  }

  @Test(
    "A paragraph begins anew, whatever the one before it said",
    arguments: [
      ("去年修补过这里。", "各街道必须清理楼道。", ["各街道必须清理楼道"]),
      ("这里修补过。", "各街道必须清理楼道。", ["各街道必须清理楼道"]),
      ("必须清理楼道。", "修补5处。", ["必须清理楼道"]),
    ])
  func blocks(_ before: String, _ quoted: String, _ expected: [String]) throws {
    // The sentence that opens the second quotation is a repeat and passed over.
    let opening = "市长今天到各街道走访调研群众身边急难愁盼问题的办理情况:“各位同志大家好。"
    let text = "\(opening)”\n\(before)\n\(opening)\(quoted)”"
    #expect(try analyze(text).directiveList == expected)
  }

  @Test(
    "The bearer is found in the directive, before it, or not at all",
    arguments: [
      ("城管局要清理楼道。", 1.0, [String](), "城管局"),
      ("城管局要加强管理;必须清理楼道。", 1.0, ["same-sentence"], "城管局"),
      ("会议要求,城管局抓好工作。清理楼道。", 0.8, ["inherited"], "城管局"),
      ("会议要求,清理楼道。", 0.1, ["implied"], ""),
    ])
  func bearer(_ text: String, _ value: Double, _ flags: [String], _ words: String) throws {
    let slot = try #require(try analyze(text).directives.last?.slot("obligor"))
    #expect(abs(slot.value - value) < 1e-9)
    #expect(slot.flags == flags)
    #expect(slot.text == words)
  }

  /// The tiny pack with orders to check others: 核查组 checks, what stands before 的单位 is checked.
  private func analyzeWithPerspective(_ text: String) throws -> AnalysisResult {
    let header = TinyPack.header
      .replacing(
        "  umbrella: {on: directive, mark: true}",
        with: """
            umbrella: {on: directive, mark: true}
            checks: {on: directive, mark: true}
            checked: {on: directive, amount: true}
          """
      )
      .replacing(
        "  force: {slot: force, bare-order: 0.7}",
        with: """
            force: {slot: force, bare-order: 0.7}
            perspective: {mark: checks, supervised: checked, unnamed: 0.1}
          """)
    let rules = """
        - {id: s/group, gives: [obligor = 1.0, kind = unit], any: [^核查组]}
        - {id: s/checks, gives: checks, any: [^核查组]}
        - {id: s/checked, gives: checked = 0.5, any: [的单位]}
        - {id: s/unsure-checked, gives: checked = 0.8, any: [商户], confidence: 0.2}
      """
    let analyzer = try Analyzer(try TinyPack.resolve(header + "\n" + rules + "\n"))
    var scratch = Analyzer.Scratch()
    return analyzer.analyze(SourceFile(name: "t.txt", bytes: Array(text.utf8)), &scratch)
  }

  @Test(
    "Who is sent to check answers neither for the check nor for what is said next",
    arguments: [
      ("核查组要清理楼道。", 0.1, ["perspective-switch"]),
      ("核查组要清理落后的单位;要修补5处。", 0.5, ["same-sentence", "perspective-switch"]),
      ("核查组要清理楼道;要修补5处。", 0.1, ["same-sentence", "perspective-switch"]),
      ("会议要求,核查组清理落后的单位。修补5处。", 0.4, ["inherited", "perspective-switch"]),
      ("会议要求,城管局清理落后的单位。修补5处。", 0.8, ["inherited"]),
    ])
  func perspective(_ text: String, _ value: Double, _ flags: [String]) throws {
    let slot = try #require(
      try analyzeWithPerspective(text).directives.last?.slot("obligor"), "\(text)")
    #expect(abs(slot.value - value) < 1e-9, "\(text)")
    #expect(slot.flags == flags, "\(text)")
  }

  @Test(
    "Who is checked by an unsure rule alone counts in the high score only",
    arguments: [
      ("核查组要清理落后的单位。", 0.5, 0.5),
      ("核查组要清理商户。", 0.8, 0.1),
      ("核查组要清理落后的单位和商户。", 0.8, 0.5),
      ("会议要求,核查组清理落后的单位和商户。修补5处。", 0.64, 0.4),
    ])
  func unsureChecked(_ text: String, _ value: Double, _ low: Double) throws {
    let slot = try #require(
      try analyzeWithPerspective(text).directives.last?.slot("obligor"), "\(text)")
    #expect(abs(slot.value - value) < 1e-9, "\(text)")
    #expect(abs(slot.lowValue - low) < 1e-9, "\(text)")
  }

  @Test("A directive without a cue of its own takes over no more force than a bare order has")
  func force() throws {
    let bare = try analyze("会议要求,清理楼道。").directives
    #expect(bare[0].slot("force")?.value == 0.7)
    #expect(bare[0].slot("force")?.flags == ["bare-order"])
    let strong = try analyze("必须清理楼道;修补5处。").directives
    #expect(strong.map { $0.slot("force")?.value } == [1, 0.7])
    let may = """
        - {id: s/may, gives: force = 0.4, any: [争取]}
        - {id: m/may, gives: demand, any: [争取]}
      """
    let weak = try analyze("争取清理楼道;修补5处。", rules: may).directives
    #expect(weak.map { $0.slot("force")?.value } == [0.4, 0.4])
  }

  @Test("Scores add up, adjustments are told, classes follow")
  func scores() throws {
    let sharp = try #require(try analyze("城管局要于5日前清理楼道。").directives.first)
    let precise = try #require(sharp.score("precise"))
    #expect(precise.score == 60)
    #expect(precise.band == "sharp")
    #expect(precise.parts.map(\.points) == [20, 20, 20])
    #expect(sharp.score("answer")?.score == 33)
    #expect(sharp.classification == "order")
    let gated = try #require(try analyze("要于5日前使楼道改观。").directives.first)
    #expect(gated.score("precise")?.score == 15)
    #expect(gated.score("precise")?.adjustments.map(\.id) == ["gate"])
    #expect(gated.classification == "slogan")
  }

  @Test(
    "Points beyond the numbers are none",
    arguments: [
      ("N * N * (time - time)", 40), ("N * N * time", 40), ("NN * time", 100),
      ("if(time, NN, NN)", 100), ("NN + NN", 40),
    ])
  func hugePoints(_ formula: String, _ expected: Int) throws {
    let number = String(repeating: "9", count: 200)
    let longest = String(repeating: "9", count: 308)
    let written = formula.replacing("NN", with: longest).replacing("N", with: number)
    let header = TinyPack.header.replacing("time: 20 * time}", with: "time: '\(written)'}")
    let analyzer = try Analyzer(try TinyPack.resolve(header + "\n"))
    var scratch = Analyzer.Scratch()
    let text = Array("要于5日前清理楼道。".utf8)
    let result = analyzer.analyze(SourceFile(name: "t.txt", bytes: text), &scratch)
    #expect(result.directives.first?.score("precise")?.score == expected, "\(formula)")
  }

  @Test("Evidence below the confidence floor counts in the high score only")
  func confidence() throws {
    let score = try #require(try analyze("要在汛期清理楼道。").directives.first?.score("precise"))
    #expect([score.low, score.score, score.high] == [40, 52, 52])
  }

  @Test("A mark below the confidence floor lowers no score of the confident rules")
  func unsureMarks() throws {
    let unsure = "  - {id: s/unsure-boast, gives: boast, any: [争先创优], confidence: 0.2}"
    let score = try #require(
      try analyze("要争先创优清理楼道。", rules: unsure).directives.first?.score("precise"))
    #expect([score.low, score.score, score.high] == [30, 30, 40])
    let both = try #require(
      try analyze("要争先创优背水一战勇往直前清理楼道。", rules: unsure).directives.first?
        .score("precise"))
    #expect([both.low, both.score, both.high] == [30, 30, 30])
  }

  @Test("Words of a tail fill no slot")
  func tails() throws {
    let result = try analyze("要清理楼道,确保5日前无积存,逾期追责。")
    #expect(result.directives.count == 1)
    #expect(result.directives.first?.slot("time") == nil)
    #expect(result.directives.first?.tail?.text == "确保5日前无积存")
    #expect(result.directives.first?.slot("outcome") != nil)
    #expect(result.directiveList == ["要清理楼道,确保5日前无积存,逾期追责"])
  }

  @Test("A general sanction is lent to others in context, more in its own paragraph")
  func umbrella() throws {
    let near = try analyze("要清理楼道。对敷衍的要一律追责。").directives
    #expect(near.first?.score("answer")?.inContext == 2.5 + 8 + 20 * 0.35)
    let far = try analyze("要清理楼道。\n对敷衍的要一律追责。").directives
    #expect(far.first?.score("answer")?.inContext == 2.5 + 8 + 20 * 0.175)
  }

  @Test(
    "An or-else says what it sanctions and lends it its consequence in full",
    arguments: [
      ("要清理楼道;逾期追责。", [nil, 0], [24.5, nil]),
      ("要清理楼道。会议要求,逾期追责。", [nil, 0], [24.5, nil]),
      ("要清理楼道;逾期追责;逾期通报。", [nil, 0, 0], [24.5, nil, nil]),
      // A general one behind a stop covers all by its factor; another paragraph is not sanctioned.
      ("要清理楼道。会议要求,逾期一律追责。", [nil, nil], [17.5, nil]),
      ("要清理楼道。\n会议要求,逾期追责。", [nil, nil], [nil, nil]),
    ] as [(String, [Int?], [Double?])])
  func orElse(_ text: String, _ orders: [Int?], _ inContext: [Double?]) throws {
    let directives = try analyze(text).directives
    #expect(directives.map(\.orElseOf) == orders)
    for (directive, expected) in zip(directives, inContext) {
      guard let expected else { continue }
      let found = try #require(directive.score("answer")?.inContext)
      #expect(abs(found - expected) < 1e-9, "\(found)")
    }
  }

  @Test(
    "What a directive is as a statement depends on its slots and its or-else",
    arguments: [
      ("要清理楼道。", ["norm"]),
      ("要清理楼道,逾期追责。", ["rule"]),
      ("要清理楼道;逾期追责。", ["rule", "rule"]),
      // Neither a general sanction nor that of another paragraph is an or-else.
      ("要清理楼道。会议要求,逾期一律追责。", ["norm", "rule"]),
      ("要清理楼道。\n会议要求,逾期追责。", ["norm", "rule"]),
    ] as [(String, [String?])])
  func grammar(_ text: String, _ expected: [String?]) throws {
    #expect(try analyze(text).directives.map(\.grammar) == expected)
  }

  @Test("The share of a mark lowers a score only above its threshold")
  func share() throws {
    let plain = try analyze("要清理楼道勇往直前早日完成任务。").directives
    #expect(plain.first?.score("precise")?.score == 40)
    let boasting = try analyze("要背水一战勇往直前清理楼道。").directives
    #expect(boasting.first?.score("precise")?.score == 30)
  }
}
