import Testing

/// `diff`, `coverage` and `watch` run as processes.
@Suite(.serialized)
struct ImpactCommandTests {
  private static let pack = """
    pack: {name: tiny, version: 1.0.0}
    labels:
      zone: {on: block, role: zone, choices: [body]}
      duty: {on: paragraph, role: tag, levels: [weak, strong], title: {en: duty, zh: 责任}}
    lexicons:
      head: [组长, 队长]
    rules:
      - id: duty/head
        gives: duty = strong
        any: [<head>负责]
        except: [组长负责制]
        fires-on: [组长负责。]
      - id: duty/word
        gives: duty = weak
        any: [责任, 担当]

    """

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("old/pack.yaml", Self.pack)
    try folder.write("new/pack.yaml", Self.pack.replacing("[组长, 队长]", with: "[组长]"))
    try folder.write("articles/a.txt", "组长负责。\n\n天气好。\n")
    try folder.write("articles/b.txt", "天气好。\n\n队长负责责任区。\n")
    return folder
  }

  @Test("diff names what flips, where and by which rule")
  func diff() throws {
    let run = try ProgramProcess(
      ["diff", "old", "new", "articles", "--lang", "en"], in: try folder(),
      variables: ["COLUMNS=72"])
    #expect(run.error.isEmpty)
    #expect(run.status == 0)
    #expect(
      run.output == """
        ── articles/b.txt ──────────────────────────────────────────────────────
        ¶2 line 3
          队长负责责任区。
            ~ tag duty strong → weak
                -duty/head (through <head>)  +duty/word

        ── totals ──────────────────────────────────────────────────────────────
        flips 1 · articles 1/2

        label      +   -   ~
        tag duty  +0  -0  ~1

        rule        +   -   ~
        duty/head  +0  -0  ~1  (through <head>)
        duty/word  +0  -0  ~1

        """)
  }

  @Test("diff writes CSV and JSON, the same for any number of threads")
  func diffData() throws {
    let folder = try folder()
    let csv = try ProgramProcess(["diff", "old", "new", "articles", "-f", "csv"], in: folder)
    #expect(
      csv.output
        == "article,paragraph,line,kind,label,before,after,rules_before,rules_after,rules_changed,text\r\n"
        + "articles/b.txt,2,3,tag,duty,strong,weak,duty/head,duty/word,duty/head,队长负责责任区。\r\n")
    for number in 10..<40 { try folder.write("articles/n\(number).txt", "队长负责。\n") }
    let outputs = try ["1", "3"].map { threads in
      try ProgramProcess(
        ["diff", "old", "new", "articles", "-f", "json", "-j", threads], in: folder
      ).output
    }
    #expect(outputs[0].hasPrefix(#"{"schema":"duban.flips/1","before":{"name":"tiny""#))
    #expect(outputs[0] == outputs[1])
  }

  @Test(
    "diff --fail tells by the status whether anything flips",
    arguments: [(["old", "old"], 0), (["old", "new"], 1), (["new", "old"], 1)])
  func diffFail(packs: [String], status: Int) throws {
    let run = try ProgramProcess(["diff"] + packs + ["articles", "--fail"], in: try folder())
    #expect(Int(run.status) == status)
  }

  @Test("diff in CSV tells of labels that only one pack has")
  func diffOneSided() throws {
    let folder = try folder()
    try folder.write(
      "more/pack.yaml",
      Self.pack.replacing(
        "lexicons:", with: "  extra: {on: paragraph, role: tag, levels: [weak]}\nlexicons:"))
    for (packs, side) in [(["old", "more"], "second"), (["more", "old"], "first")] {
      let run = try ProgramProcess(
        ["diff"] + packs + ["articles", "-f", "csv", "--fail"], in: folder)
      #expect(
        run.error == "duban: only the \(side) pack has `extra`; the table lists flips alone\n")
      #expect(run.output.split(separator: "\r\n").count == 1)
      #expect(run.status == 1)
    }
  }

  @Test(
    "diff says which pack it cannot use", arguments: [["missing", "new"], ["old", "missing"]])
  func diffWithoutPack(packs: [String]) throws {
    let run = try ProgramProcess(["diff"] + packs + ["articles"], in: try folder())
    #expect(run.error.contains("missing: does not exist"))
    #expect(run.status == 2)
  }

  @Test("coverage counts, and lists what never took part")
  func coverage() throws {
    let folder = try folder()
    let run = try ProgramProcess(
      ["coverage", "--rules", "old", "articles", "-f", "csv"], in: folder)
    #expect(run.status == 0)
    #expect(
      run.output
        == [
          "kind,owner,text,file,line,count,articles", "rule,duty/head,,pack.yaml,8,2,2",
          "alternative,duty/head,<head>负责,pack.yaml,10,2,2",
          "exception,duty/head,组长负责制,pack.yaml,11,0,0", "rule,duty/word,,pack.yaml,13,1,1",
          "alternative,duty/word,责任,pack.yaml,15,1,1", "alternative,duty/word,担当,pack.yaml,15,0,0",
          "term,head,组长,pack.yaml,6,1,1", "term,head,队长,pack.yaml,6,1,1", "",
        ].joined(separator: "\r\n"))
    let never = try ProgramProcess(
      ["coverage", "--rules", "old", "articles", "--never", "--examples", "--lang", "en"],
      in: folder, variables: ["COLUMNS=72"])
    #expect(
      never.output == """
        ── pack.yaml ───────────────────────────────────────────────────────────
        rules fired 2/2 · alternatives that held 2/3 · exceptions used 0/1
        terms found 2/2
           :11    except duty/head: 组长负责制
           :15    alternative duty/word: 担当
        ── totals ──────────────────────────────────────────────────────────────
        articles 2
        rules fired 2/2 · alternatives that held 2/3 · exceptions used 0/1
        terms found 2/2

        """)
  }

  @Test("watch shows what a file replaced by rename flips")
  func watchRename() throws {
    let folder = try folder()
    let run = try ProgramProcess(
      ["watch", "old", "articles", "--once", "--lang", "en"], in: folder,
      before: "(sleep 2; cp new/pack.yaml .next; mv .next old/pack.yaml) &")
    #expect(run.status == 0)
    #expect(run.error.isEmpty)
    #expect(run.output.contains("changed files 1"))
    #expect(run.output.contains("~ tag duty strong → weak"))
    #expect(run.output.contains("-duty/head (through <head>)  +duty/word"))
    #expect(run.output.contains("1 of 1 as expected"))
    #expect(run.output.contains("flips 1 · articles 1/2"))
    #expect(run.output.contains("analysed again 1/2"))
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test("watch sees articles that are written, added and removed, and checks their expectations")
  func watchArticles() throws {
    let folder = try folder()
    try folder.write(
      "articles/b.expect.yaml",
      "paragraphs:\n  - {starts: 天气好, tags: {duty: 0}}\n  - {starts: 队长, tags: {duty: 2}}\n")
    try folder.write("next.txt", "天气好。\n\n队长说责任。\n")
    let run = try ProgramProcess(
      ["watch", "old", "articles", "--once", "--lang", "en"], in: folder,
      before:
        "(sleep 2; rm articles/a.txt; cp next.txt articles/b.txt; cp next.txt articles/c.txt) &")
    #expect(run.status == 0)
    #expect(run.output.contains("~ tag duty strong → weak"))
    #expect(run.output.contains("+ articles/c.txt\n- articles/a.txt"))
    #expect(run.output.contains("p2.tags.duty\n    expected 2, is 1"))
  }

  @Test("A broken file keeps the last good rules until it is mended; an interrupt ends in peace")
  func watchBroken() throws {
    let folder = try folder()
    try folder.write("broken.yaml", Self.pack + "more: [\n")
    let run = try ProgramProcess(
      ["watch", "old", "articles", "--lang", "en"], in: folder,
      after: """
        & watch=$!; sleep 2; cp broken.yaml old/pack.yaml; sleep 1; \
        echo 队长负责。 > articles/c.txt; sleep 1; cp new/pack.yaml old/pack.yaml; sleep 2; \
        kill -INT $watch; wait $watch
        """)
    #expect(run.status == 0)
    let output = run.output
    let broken = try #require(output.firstRange(of: "error[unclosed-flow]"))
    let kept = try #require(output.firstRange(of: "the pack has errors; still in use: tiny 1.0.0"))
    let added = try #require(output.firstRange(of: "+ articles/c.txt"))
    let mended = try #require(output.firstRange(of: "the pack is whole again"))
    #expect(broken.lowerBound < kept.lowerBound && kept.lowerBound < added.lowerBound)
    #expect(added.lowerBound < mended.lowerBound)
    #expect(output[mended.lowerBound...].contains("── articles/c.txt"))
    #expect(output[mended.lowerBound...].contains("flips 3 · articles 2/3"))
  }

  @Test("watch refuses what cannot be watched", arguments: [["-"], ["articles", "-"]])
  func watchStandardInput(paths: [String]) throws {
    let run = try ProgramProcess(["watch", "old"] + paths, in: try folder())
    #expect(run.error.contains("standard input cannot be watched"))
    #expect(run.status == 2)
  }
}
