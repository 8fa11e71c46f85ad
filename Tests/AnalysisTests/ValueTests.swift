import Analysis
import SourceText
import Testing

@Suite struct ValueTests {
  /// Values as a pack would write them.
  private static let values = """
    values:
      share:
        measured-in: one
        forms:
          - {pattern: <number>分之<number>, value: second-number / number}
          - {pattern: <number>%, value: number / 100}
          - {pattern: <number>成, value: number / 10}
      duration:
        measured-in: days
        forms:
          - {pattern: <number>个月, value: number * 30}
          - {pattern: '<number>(个)?工作日', value: number * 1.4}
          - {pattern: <number>周, value: number * 7}
          - {pattern: <number>(天|日), value: number}
        except: [第<number>, 每<number>]
      quantity:
        forms:
          - {pattern: <number>(处|元|把|部|步|个), value: number}
        except: [一把手, 统一, 进一步, 第<number>]
      term:
        measured-in: days
        forms: [{pattern: '<number>周(以内)?', value: number * 7}]
        except: [以内]
      frequency:
        measured-in: times a year
        forms:
          - {pattern: '每<number>(天|日)(一|<number>)次', value: 365 / number}
          - {pattern: 每周<number>次, value: 52 * number}
      dotted:
        forms:
          - {pattern: <digits>.<digits>.<digits>, date: {year: number, month: second-number, day: third-number}}
          - {pattern: <dots>前, date: {month: number, day: second-number}}
          - {pattern: <number>月底, date: {month: number, day: 31}}
          - {pattern: <digits>月底, date: {month: number, day: 31}}
        except: [^<digits>.]
      ratio:
        forms:
          - {pattern: <number>比<digits>, value: number / second-number}
      date:
        forms:
          - {pattern: <number>年<number>月<number>日, date: {year: number, month: second-number, day: third-number}}
          - {pattern: <number>月<number>日, date: {month: number, day: second-number}}
          - {pattern: <number>月底, date: {month: number, day: 31}}
          - {pattern: <number>年, date: {year: number}}
          - {pattern: 明年<number>月, date: {years-after: 1, month: number}}
          - {pattern: 下月<number>日, date: {months-after: 1, day: number}}
          - {pattern: 年底, date: {month: 12, day: 31}}
          - {pattern: 本周五, date: {weekday: 5}}
          - {pattern: 逢周<number>, date: {weekday: number}}
          - {pattern: 下周一, date: {weeks-after: 1, weekday: 1}}
      deadline:
        forms:
          - {pattern: <date>前, date: {of: date}}
          - {pattern: <date>至<date>, date: {of: date}}
          - {pattern: 季度末, date: {quarters-after: 0, day: 31}}
          - {pattern: 下季度末, date: {quarters-after: 1, day: 31}}
          - {pattern: <duration>内, date: {days-after: duration}}
          - {pattern: <date>起<duration>内, date: {of: date, days-after: duration}}
          - {pattern: '(<date>)?期满', date: {of: date}}
    patterns:
      dots: <digits>.<digits>
    """

  /// `dated` is the date that the text gives, `stated` the one beside it.
  private func analysis(
    _ slot: String, _ text: String, dated: String? = nil, stated: String? = nil
  ) throws -> AnalysisResult {
    let date =
      "  - {id: meta/date, gives: date, within: block, any: [^发布于<number>年<number>月<number>日]}\n"
    let rules =
      TinyPack.header.replacing(
        "  zone:", with: "  date: {on: document, role: metadata, date: true}\n  zone:")
      + "\n" + date + "  - {id: x/time, gives: time = 1.0, any: ['<\(slot)>']}\n" + Self.values
    let analyzer = try Analyzer(try TinyPack.resolve(rules))
    var scratch = Analyzer.Scratch()
    let head = dated.map { "发布于\($0)\n" } ?? ""
    var facts = StatedMetadata()
    if let stated { facts.add(.init(name: "date", value: stated, source: .frontMatter)) }
    return analyzer.analyze(
      SourceFile(name: "t.txt", bytes: Array("\(head)会议要求,清理楼道\(text)。".utf8)),
      stating: facts, &scratch)
  }

  /// The readings of the time slot, as `30 days` or `2025-06-30`.
  private func readings(
    _ slot: String, _ text: String, dated: String? = nil, stated: String? = nil
  ) throws -> [String] {
    try analysis(slot, text, dated: dated, stated: stated).directives.flatMap(\.slots).filter {
      $0.name == "time"
    }
    .flatMap(\.measures).map { measure in
      switch measure.reading {
      case .number(let number, let unit): "\(number) \(unit ?? "-")"
      case .date(let date): date ?? "unknown"
      }
    }
  }

  @Test(
    "a number is read off the words by the first form that matches them",
    arguments: [
      ("share", "三分之一", ["0.3333333333333333 one"]),
      ("share", "百分之八十", ["0.8 one"]),
      ("share", "千分之五", ["0.005 one"]),
      ("share", "85%", ["0.85 one"]),
      ("share", "八成", ["0.8 one"]),
      ("duration", "三天", ["3.0 days"]),
      ("duration", "十五个工作日", ["21.0 days"]),
      ("duration", "两个月", ["60.0 days"]),
      // About so many is not one number.
      ("duration", "二三十天", []),
      ("duration", "两三天", []),
      ("duration", "第三天", []),
      ("duration", "每三天", []),
      ("quantity", "一百三十七处", ["137.0 -"]),
      ("quantity", "3.5万元", ["35000.0 -"]),
      ("quantity", "3.5.6元", []),
      ("quantity", "一把手", []),
      ("quantity", "统一部", []),
      ("quantity", "进一步", []),
      ("quantity", "第一个", []),
      ("frequency", "每两天一次", ["182.5 times a year"]),
      ("frequency", "每周三次", ["156.0 times a year"]),
      ("ratio", "3.5比2", ["1.75 -"]),
    ] as [(String, String, [String])])
  func numbers(_ slot: String, _ text: String, _ expected: [String]) throws {
    #expect(try readings(slot, text) == expected, "\(text)")
  }

  @Test(
    "a date counts from the date of the document where its words do",
    arguments: [
      ("date", "二〇二五年六月三日", "", ["2025-06-03"]),
      ("date", "2024年2月30日", "", ["2024-02-29"]),
      ("date", "2021年13月5日", "", ["unknown"]),
      ("date", "0月5日", "2025年3月1日", ["unknown"]),
      ("date", "7月0日", "2025年3月1日", ["unknown"]),
      ("date", "2023年2月底", "", ["2023"]),
      ("date", "6月底", "2025年3月1日", ["2025-06-30"]),
      ("date", "2月底", "2024年1月31日", ["2024-02-29"]),
      ("date", "6月3日", "", ["unknown"]),
      ("date", "6月3日", "2025年3月1日", ["2025-06-03"]),
      // Nine months and more before the document it is a month of the next year.
      ("date", "1月10日", "2025年12月28日", ["2026-01-10"]),
      ("date", "3月31日", "2025年12月1日", ["2026-03-31"]),
      ("date", "4月1日", "2025年12月28日", ["2025-04-01"]),
      ("date", "2025年1月10日", "2025年12月28日", ["2025-01-10"]),
      ("date", "明年1月", "2025年12月28日", ["2026-01"]),
      ("date", "明年5月", "2025年3月1日", ["2026-05"]),
      ("date", "下月10日", "2025年12月20日", ["2026-01-10"]),
      ("date", "年底", "2025年3月1日", ["2025-12-31"]),
      ("date", "本周五", "2025年3月5日", ["2025-03-07"]),
      ("date", "下周一", "2025年3月5日", ["2025-03-10"]),
      ("date", "下周一", "2025年3月9日", ["2025-03-10"]),
      ("deadline", "三周内", "2025年12月20日", ["2026-01-10"]),
      ("deadline", "三周内", "", ["unknown"]),
      ("deadline", "99999999999999999999天内", "2025年12月20日", ["unknown"]),
      ("deadline", "1.5天内", "2025年12月20日", ["2025-12-22"]),
      ("date", "逢周二", "2025年12月20日", ["2025-12-16"]),
      ("date", "逢周八", "2025年12月20日", ["unknown"]), ("date", "逢周0", "2025年12月20日", ["unknown"]),
      ("deadline", "6月3日前", "2025年3月1日", ["2025-06-03"]),
      ("deadline", "2024年6月3日前", "2025年3月1日", ["2024-06-03"]),
      ("deadline", "6月3日至7月2日", "2025年3月1日", ["2025-07-02"]),
      // Figures between points are numbers of their own where the form names digits alone.
      ("dotted", "2023.5.20", "", ["2023-05-20"]),
      ("dotted", "5.20前", "2023年4月10日", ["2023-05-20"]),
      ("dotted", ",1.6月底", "2023年4月10日", ["2023-06-30"]),
      // Of a date that cannot be read, or is not there, nothing is left.
      ("deadline", "3.5.6月3日前", "2025年3月1日", []),
      ("deadline", "期满", "2025年3月1日", []),
      ("deadline", "6月3日期满", "2025年3月1日", ["2025-06-03"]),
      ("deadline", "2024年6月3日起三天内", "", ["2024-06-06"]),
      ("deadline", "季度末", "2025年5月10日", ["2025-06-30"]),
      ("deadline", "下季度末", "2025年12月10日", ["2026-03-31"]),
    ] as [(String, String, String, [String])])
  func dates(_ slot: String, _ text: String, _ dated: String, _ expected: [String]) throws {
    let found = try readings(slot, text, dated: dated.isEmpty ? nil : dated)
    #expect(found.first == expected.first, "\(text) \(found)")
  }

  @Test(
    "of a stated year or month counts what the words need",
    arguments: [
      ("date", "6月3日", "2025", "2025-06-03"), ("date", "6月3日", "2025-04", "2025-06-03"),
      ("date", "2月底", "2024", "2024-02-29"), ("date", "明年5月", "2025", "2026-05"),
      ("date", "下月10日", "2025", "unknown"), ("date", "下月10日", "2025-12", "2026-01-10"),
      ("deadline", "季度末", "2025", "unknown"), ("deadline", "季度末", "2025-05", "2025-06-30"),
      ("date", "本周五", "2025-03", "unknown"), ("deadline", "三周内", "2025-12", "unknown"),
      ("deadline", "三周内", "2025-12-20", "2026-01-10"),
    ])
  func partlyDated(_ slot: String, _ text: String, _ stated: String, _ expected: String) throws {
    // What the text says of its date gives way to what is stated.
    for dated in [nil, "2019年1月31日"] {
      #expect(try readings(slot, text, dated: dated, stated: stated).first == expected)
    }
  }

  @Test(
    "formulas compare the values in their window",
    arguments: [
      ("highest(duration) <= 7 and highest(duration) > 0", "三天内清理。", true),
      ("highest(duration) <= 7 and highest(duration) > 0", "三天内清理,两周内修补。", false),
      ("lowest(duration) <= 7 and highest(duration) > 0", "三天内清理,两周内修补。", true),
      ("highest(duration) <= 7 and highest(duration) > 0", "清理楼道。", false),
      ("highest(share) >= 0.5", "三分之二的楼道。", true),
      // What is left of a match that is void in part is read as it stands.
      ("lowest(term) == 49 and highest(term) == 49", "七周以内清理。", true),
    ])
  func comparisons(_ formula: String, _ text: String, _ expected: Bool) throws {
    let rules = "  - {id: x/y, gives: duty = weak, where: '\(formula)'}\n" + Self.values
    #expect(try !analyze(text, rules: rules).tagList.isEmpty == expected, "\(formula) on \(text)")
  }

  @Test(.timeLimit(.minutes(1)))
  func `a value is read through as many others as packs may nest, each but once`() throws {
    let depth = 30
    let nested = (1...depth).map {
      "  v\($0): {forms: [{pattern: <v\($0 - 1)>内, value: v\($0 - 1) + v\($0 - 1)}]}"
    }
    let rules = """
        - {id: x/y, gives: duty = weak, where: highest(v\(depth)) == \(3 << depth)}
      values:
        v0: {forms: [{pattern: <number>天, value: number}]}
      \(nested.joined(separator: "\n"))
      """
    let text = "三天" + String(repeating: "内", count: depth) + "清理。"
    #expect(try analyze(text, rules: rules).tagList == ["duty 1"])
  }

  @Test func `a measure points to its words in the file`() throws {
    let text = "十五个工作日内"
    let slot = try #require(
      try analysis("duration", text).directives.first?.slots.first { $0.name == "time" })
    let measure = try #require(slot.measures.first)
    #expect(measure.text == "十五个工作日")
    #expect(measure.bytes == slot.bytes)
    #expect(measure.name == "duration")
  }
}
