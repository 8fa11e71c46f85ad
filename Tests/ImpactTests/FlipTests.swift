import Analysis
import Impact
import RuleLanguage
import SourceText
import TestSupport
import Testing

struct FlipTests {
  /// A change of one rule, a text, and the flips in words.
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var id: String
    var rule: String?
    var text: String
    var flips: [String]

    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "nothing changed", id: "t/head",
      rule: "{id: t/head, gives: duty = strong, any: [<head>负责]}", text: "组长负责。", flips: []),
    Case(
      name: "a rule is gone", id: "t/head", rule: nil, text: "组长负责。",
      flips: ["- tag duty: strong → – | -t/head(gone)", "~ via: background → none | -t/head(gone)"]),
    Case(
      name: "a rule is new", id: "t/new", rule: "{id: t/new, gives: duty = strong, any: [包干]}",
      text: "责任包干。",
      flips: ["~ tag duty: weak → strong | -t/word +t/new(new)"]),
    Case(
      name: "a level is edited", id: "t/head",
      rule: "{id: t/head, gives: duty = weak, any: [<head>负责]}", text: "组长负责。",
      flips: ["~ tag duty: strong → weak | -t/head(edited) +t/head(edited)"]),
    Case(
      name: "an exception is added", id: "t/word",
      rule: "{id: t/word, gives: duty = weak, any: [责任], except: [责任编辑, 责任田]}",
      text: "他种了责任田。",
      flips: [
        "- tag duty: weak → – | -t/word(edited)", "~ via: background → none | -t/word(edited)",
      ]),
    Case(
      name: "a veto is taken back", id: "t/word",
      rule: "{id: t/word, gives: duty = weak, any: [责任]}", text: "招聘有责任心的人。",
      flips: [
        "+ tag duty: – → weak | +t/word(edited)", "~ via: none → background | +t/word(edited)",
      ]),
    Case(
      name: "a rule is renamed", id: "t/head",
      rule: "{id: t/chief, gives: duty = strong, any: [<head>负责]}",
      text: "组长负责。", flips: []),
    Case(
      name: "a field of the document", id: "m/place",
      rule: "{id: m/place, gives: place, within: block, any: [云川]}", text: "云川市开会。",
      flips: ["~ document place: 云川市 → 云川 | -m/place(edited) +m/place(edited)"]),
    Case(
      name: "a block leaves the body", id: "z/footer",
      rule: "{id: z/footer, gives: zone = footer, any: [版权, 组长]}", text: "组长负责。\n天气好。",
      flips: [
        "~ zone: body → footer | +z/footer(edited)", "- tag duty: strong → – | -t/head",
      ]),
    Case(
      name: "a directive appears", id: "c/opens",
      rule: "{id: c/opens, gives: opens, any: [(要求|强调|指出)$]}",
      text: "会议指出,清理楼道。",
      flips: ["+ directive: – → 清理楼道 | +c/opens(edited)"]),
    Case(
      name: "a directive vanishes", id: "c/order", rule: nil, text: "会议要求,清理楼道。",
      flips: ["- directive: 清理楼道 → – | -c/order(gone)"]),
    Case(
      name: "a slot and its score", id: "s/time", rule: nil, text: "会议要求,清理楼道5日前完。",
      flips: [
        "- slot time: 1 5日前 → – | -s/time(gone)",
        "~ score precise: 100 → 50 | -s/time(gone)",
      ]),
    Case(
      name: "words of a slot", id: "s/time",
      rule: "{id: s/time, gives: time = 1.0, any: [<number>日前, <number>日前完]}",
      text: "会议要求,清理楼道5日前完。",
      flips: ["~ slot time: 1 5日前 → 1 5日前完 | -s/time(edited) +s/time(edited)"]),
    Case(
      name: "a mark that a score reads", id: "s/boast", rule: nil,
      text: "会议要求,清理楼道勇往直前。",
      flips: ["~ score precise: 25 → 50 | -s/boast(gone)"]),
    Case(
      name: "a class", id: "s/action", rule: "{id: s/action, gives: action = 1.0, any: [修补]}",
      text: "会议要求,清理楼道5日前完。",
      flips: [
        "~ class: order → slogan | -s/action(edited)",
        "- slot action: 1 清理 → – | -s/action(edited)",
        "~ score precise: 100 → 0 | -s/action(edited)",
      ]),
    Case(
      name: "a kind of sentence", id: "f/report", rule: nil, text: "责任书签订完成。",
      flips: ["~ via: report → background | -f/report(gone)"]),
  ]

  @Test("One change of a rule gives these flips", arguments: cases)
  func oneRule(_ example: Case) throws {
    let before = SmallPack()
    var after = before.with(example.id, example.rule)
    if example.name == "a rule is renamed" {
      after = before.with("t/head", nil)
      if let rule = example.rule { after.rules.append(rule) }
    }
    let found = try flips(before, after, example.text)
    #expect(found.map(\.words) == example.flips)
  }

  @Test("A term of a lexicon is named as what the change came through")
  func throughLexicon() throws {
    var after = SmallPack()
    after.lexicons = "head: [组长]"
    let found = try flips(SmallPack(), after, "队长负责。")
    #expect(found.first?.words == "- tag duty: strong → – | -t/head(<head>)")
  }

  @Test("A title and a note make no rule another one")
  func retitled() throws {
    let rule = "{id: t/head, title: {en: a head}, note: who, gives: duty = strong, any: [<head>负责]}"
    let after = SmallPack().with("t/head", rule)
    let delta = PackDelta(try SmallPack().analyzer().rulePack, try after.analyzer().rulePack)
    #expect(delta.isEmpty)
  }

  @Test("A lexicon by which words of labels are trimmed changes more than rules")
  func trimmed() throws {
    var (before, after) = (SmallPack(), SmallPack())
    before.labels = before.labels.replacing("text: true}", with: "text: true, trim: [<aside>]}")
    after.labels = before.labels
    before.lexicons += "\n  aside: [召开]"
    after.lexicons += "\n  aside: [召开, 讯]"
    let delta = PackDelta(try before.analyzer().rulePack, try after.analyzer().rulePack)
    #expect(delta.rules.isEmpty)
    #expect(!delta.isNarrow)
  }

  @Test(
    "Titles of values change more than rules where facts may be stated by them",
    arguments: [
      ("{on: document, role: metadata, choices: [notice, report]", false),
      ("{on: paragraph, role: tag, levels: [notice, report]", true),
    ])
  func retitledValues(_ label: String, isNarrow: Bool) throws {
    func pack(_ title: String) throws -> RulePack {
      var pack = SmallPack()
      pack.labels += "\n  sort: \(label), value-titles: {report: {en: \(title)}}}"
      pack.rules.append("{id: m/sort, gives: sort = report, any: [通报]}")
      return try pack.analyzer().rulePack
    }
    #expect(PackDelta(try pack("report"), try pack("a report")).isNarrow == isNarrow)
  }

  @Test(
    "Examples of rules that ask for a zone are touched by what gives zones",
    arguments: [
      ("any: [天气], zone: body", true),
      ("any: [天气], unless: [{any: [版权], zone: footer, in: block}]", true),
      ("any: [天气]", false),
    ])
  func zoned(_ condition: String, isTouched: Bool) throws {
    var before = SmallPack()
    before.rules.append("{id: t/zoned, gives: duty = weak, \(condition)}")
    let after = before.with("z/footer", "{id: z/footer, gives: zone = footer, any: [版权, 天气]}")
    let touched = TouchedExamples.rules(
      from: try before.analyzer().rulePack, to: try after.analyzer().rulePack)
    #expect(try #require(touched).contains("t/zoned") == isTouched)
  }

  @Test(
    "A table of places changes more than its names",
    arguments: [
      ("", "", true), ("990100\t云川市", "990101\t云川市", false), ("\tcity\t", "\tcounty\t", false),
      ("city\t湘南省", "city\t湘北省", false), ("2030", "2029", false),
    ])
  func places(_ old: String, _ new: String, isSame: Bool) throws {
    let table =
      "code\tname\tlevel\tprovince\tfirst_year\tlast_year\n990100\t云川市\tcity\t湘南省\t2000\t2030\n"
    func pack(_ table: String) throws -> RulePack {
      let rules = SmallPack().text.replacing(
        "rules:", with: "gazetteers:\n  towns: {file: towns.tsv, label: place}\nrules:")
      let files = [("small.yaml", rules), ("towns.tsv", table)].map {
        SourceFile(name: $0, bytes: Array($1.utf8))
      }
      let (pack, diagnostics) = PackResolver.resolve(files: files)
      return try #require(pack, "\(diagnostics)")
    }
    let edited = old.isEmpty ? table : table.replacing(old, with: new)
    #expect((edited == table) == isSame)
    #expect(PackDelta(try pack(table), try pack(edited)).isEmpty == isSame)
  }

  @Test("A score that is defined otherwise says so")
  func redefinedScore() throws {
    var after = SmallPack()
    after.scores = "precise: {parts: {action: 40 * action, time: 50 * time}}"
    let found = try flips(SmallPack(), after, "会议要求,清理楼道。")
    #expect(found.map(\.words) == ["~ score precise: 50 → 40 |  redefined"])
  }

  @Test("A label that one pack has gives no flips and is listed once")
  func oneSidedLabel() throws {
    var after = SmallPack()
    after.labels += "\n  repair: {on: paragraph, role: tag, levels: [weak]}"
    after.rules.append("{id: t/repair, gives: repair = weak, any: [修补]}")
    #expect(try flips(SmallPack(), after, "修补道路。\n\n修补房屋。").filter { $0.kind == .tag }.isEmpty)
    let delta = PackDelta(try SmallPack().analyzer().rulePack, try after.analyzer().rulePack)
    #expect(delta.oneSided.map { "\($0.kind) \($0.name) \($0.isNew)" } == ["tag repair true"])
    #expect(!delta.isNarrow)
  }

  @Test("Line and paragraph are those of the text")
  func place() throws {
    let found = try flips(SmallPack(), SmallPack().with("t/head", nil), "天气好。\n\n版权\n\n组长负责。")
    #expect(found.first?.line == 5)
    #expect(found.first?.paragraph == 2)
    #expect(found.first?.text == "组长负责。")
  }

  @Test("Edits of an article are compared paragraph by paragraph")
  func editedArticle() throws {
    let text = "组长负责。\n\n天气好。\n\n会议要求,清理楼道5日前完。"
    let pack = SmallPack()
    #expect(try flips(pack, pack, text, then: "新的一段。\n\n" + text).isEmpty)
    #expect(
      try flips(pack, pack, text, then: "新的一段。\n\n" + text.replacing("天气好", with: "责任大"))
        .map(\.words) == [
          "+ tag duty: – → weak | +t/word", "~ via: none → background | +t/word",
        ])
    #expect(
      try flips(pack, pack, text, then: text.replacing("5日前", with: "6日前")).map(\.words) == [
        "~ directive: 清理楼道5日前完 → 清理楼道6日前完 | ",
        "~ slot time: 1 5日前 → 1 6日前 | -s/time +s/time",
      ])
    #expect(
      try flips(pack, pack, text, then: "天气好。").map(\.words) == [
        "- tag duty: strong → – | -t/head",
        "- directive: 清理楼道5日前完 → – | -c/order",
      ])
  }

  @Test("Totals count each flip once a label and once a rule")
  func totals() throws {
    let found = try flips(
      SmallPack(), SmallPack().with("s/time", nil), "会议要求,清理楼道5日前完,修补6日前完。")
    let totals = FlipTotals(found)
    #expect(totals.labels.map { "\($0.kind) \($0.label) \($0.count.total)" }.first == "slot time 1")
    #expect(totals.rules.map(\.mention.rule) == ["s/time"])
    #expect(totals.rules.first?.count.total == found.count)
    #expect(totals.articles == 1)
  }
}
