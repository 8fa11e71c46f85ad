import Analysis
import RuleLanguage
import SourceText

/// A small pack and an analysis by it, with every kind of field filled at least once.
enum SampleArticle {
  static let pack: PackSummary = {
    let place = LocatedSpan(file: 0, span: SourceSpan(0, 0))
    func label(
      _ name: String, _ unit: UnitKind, _ role: LabelDeclaration.Role,
      _ kind: LabelDeclaration.Kind, _ title: LocalizedText
    ) -> LabelDeclaration {
      LabelDeclaration(
        name: name, unit: unit, kind: kind, role: role, title: title, span: place)
    }
    let levels = LabelDeclaration.Kind.level(["formulaic", "substantive"])
    var summary = PackSummary(
      RulePack(
        name: "sample", version: "1.2.0", title: LocalizedText(en: "sample"),
        fingerprint: "0123456789abcdef", files: [],
        labels: [
          label("duty", .paragraph, .tag, levels, LocalizedText(en: "duty", zh: "责任")),
          label("repair", .paragraph, .tag, levels, LocalizedText(en: "repair", zh: "整改")),
          label("action", .directive, .slot, .amount, LocalizedText(en: "action", zh: "行动")),
          label("deadline", .directive, .slot, .amount, LocalizedText(en: "deadline", zh: "时限")),
          label("place", .document, .metadata, .text, LocalizedText(en: "place", zh: "地点")),
          label("campaign", .document, .metadata, .text, LocalizedText(en: "campaign")),
          label(
            "matter", .paragraph, .metadata, .choice(["roads", "water"]),
            LocalizedText(en: "matter", zh: "事项")),
        ],
        lexicons: [], patterns: [], values: [], rules: [], stages: [],
        scores: [
          ScoreDefinition(
            name: "clarity", title: LocalizedText(en: "clarity", zh: "明确度"), parts: [],
            adjustments: [],
            bands: [.init(name: "clear", minimum: 60, title: LocalizedText(en: "clear"))],
            span: place)
        ],
        directives: nil, confidenceFloor: 0.5))
    summary.grammar = PackSummary.Entry(
      name: "form", title: LocalizedText(en: "form"), values: ["norm"],
      valueTitles: ["norm": LocalizedText(en: "norm", zh: "规范")])
    summary.weights = [
      ScoreWeights(
        name: "clarity",
        parts: [.init(name: "action", full: 20), .init(name: "deadline", full: 35.5)])
    ]
    return summary
  }()

  static let result = AnalysisResult(
    source: "fixtures/articles/sample.txt",
    metadata: Metadata(fields: [
      .init(name: "title", value: "云川市召开\"创建\"推进会", bytes: SourceSpan(0, 30), rule: "title"),
      .init(name: "place", value: "云川市", bytes: SourceSpan(0, 9), rule: "place"),
      .init(name: "weather", value: "=rain", bytes: nil, rule: nil),
    ]),
    paragraphs: [opening, orders],
    otherBlocks: [
      BlockResult(
        zone: "footer", line: 9, bytes: SourceSpan(500, 512), text: "责编:林某", rule: "zone/footer")
    ],
    scores: DocumentScores(
      means: [.init(name: "clarity", value: 42.5)], directives: 1, actionableShare: 0,
      exhortationShare: nil,
      slotFill: [.init(name: "action", value: 1), .init(name: "deadline", value: nil)],
      ranges: [.init(name: "clarity", low: 35, high: 60, equal: 41)]),
    noise: [NoiseCount(kind: "pinyin", count: 3)],
    notices: ["2 bytes could not be decoded"])

  private static let opening = ParagraphResult(
    index: 1, zone: "body", line: 3, bytes: SourceSpan(31, 100),
    text: "昨天上午,云川市召开推进会,总结前段工作,分析当前形势,对下一阶段任务作了安排,市直各单位和各街道的同志参加了会议。",
    tags: [], via: "none", directives: [])

  private static let orders = {
    var paragraph = taggedOrders
    paragraph.directives[0].grammar = "norm"
    paragraph.fields = [
      .init(name: "matter", value: "roads", bytes: SourceSpan(160, 166), rule: "matter/roads")
    ]
    return paragraph
  }()

  private static let taggedOrders = ParagraphResult(
    index: 2, zone: "body", line: 5, bytes: SourceSpan(101, 400),
    text: "会议要求,各街道要在6月底前完成背街小巷破损路面修补,由街道主任负责;要拿出真劲头。",
    tags: [
      TagResult(
        tag: "duty", level: 2, levelName: "substantive",
        evidence: [
          Evidence(rule: "duty/head", text: "由街道主任负责", bytes: SourceSpan(200, 221)),
          Evidence(rule: "duty/other", text: "由街道主任负责", bytes: SourceSpan(200, 221)),
        ]),
      TagResult(
        tag: "repair", level: 1, levelName: "formulaic",
        evidence: [Evidence(rule: "repair/road", text: "修补", bytes: SourceSpan(190, 196))]),
    ],
    via: "directive",
    directives: [
      DirectiveResult(
        text: "各街道要在6月底前完成背街小巷破损路面修补,由街道主任负责",
        bytes: SourceSpan(114, 221), classification: "directive", obligorKind: "unit",
        slots: [
          SlotResult(
            name: "action", value: 1, lowValue: 0.6, text: "修补", bytes: SourceSpan(190, 196),
            rule: "action/repair", flags: [],
            others: [
              Evidence(
                rule: "action/finish", text: "完成", bytes: SourceSpan(160, 166),
                inText: SourceSpan(46, 52))
            ]),
          SlotResult(
            name: "deadline", value: 0.85, lowValue: 0.85, text: "", bytes: nil, rule: nil,
            flags: ["inherited", "vague"]),
        ],
        scores: [
          ScoreResult(
            name: "clarity", score: 43, low: 35, high: 60, equal: 41,
            parts: [.init(name: "action", points: 20), .init(name: "deadline", points: 30.25)],
            adjustments: [.init(id: "gate", before: 50.25, after: 42.5)], band: "clear",
            inContext: 51.5,
            course: ScoreCourse(times: 0.987654321, plus: -2.5, least: 0, most: 42.5))
        ],
        tail: Evidence(rule: "tail", text: "确保路面平整", bytes: SourceSpan(222, 240)),
        isExcluded: false)
    ])

  static let empty = AnalysisResult(
    source: "empty.txt", metadata: Metadata(fields: []), paragraphs: [], otherBlocks: [],
    scores: DocumentScores(
      means: [.init(name: "clarity", value: nil)], directives: 0, actionableShare: nil,
      exhortationShare: nil, slotFill: []),
    noise: [], notices: [])
}
