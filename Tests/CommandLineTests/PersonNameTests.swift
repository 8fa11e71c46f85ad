import TestSupport
import Testing

/// Names of persons on pages, by the default pack.
struct PersonNameTests {
  private func page(_ text: String, _ options: [String] = []) throws -> String {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", text)
    let run = try ProgramProcess(
      ["classify", "a.txt", "-f", "html", "--rules", Repository.root + "/rules"] + options,
      in: folder)
    try #require(run.status == 0, "\(run.error)")
    return run.output
  }

  @Test(
    "A name is hidden where its post, its speech or its signature tells it",
    arguments: [
      ("市委书记苗立群主持会议,副市长樊静出席。", ["苗立群", "樊静"]),
      ("区委书记欧阳立到了街道。", ["欧阳立"]),
      ("会后,苗立群指出,各单位要在6月底前整改。", ["苗立群"]),
      ("县领导苗立群、卢一舟、樊静参加会议。", ["苗立群", "卢一舟", "樊静"]),
      ("记者 樊静 通讯员 卢一舟", ["樊静", "卢一舟"]),
      ("责任编辑:俞小禾 校对:薛平", ["俞小禾", "薛平"]),
      ("会场(俞小禾 摄)", ["俞小禾"]),
      ("散会时卢副市长要求,各单位连夜传达。", ["卢副市长"]),
      ("社区书记阮红同志负责排查。", ["阮红"]),
      ("市长樊静主持。整改由街道负责。夜里樊静又到市场查看。", ["樊静"]),
    ])
  func hidden(_ text: String, _ names: [String]) throws {
    let masked = try page("会议召开\n\n\(text)\n")
    for name in names { #expect(!masked.contains(name), "\(name)") }
    let kept = try page("会议召开\n\n\(text)\n", ["--names", "keep"])
    for name in names { #expect(kept.contains(name), "\(name)") }
  }

  @Test(
    "Words that only look like a name stay",
    arguments: [
      "各行业主管部门对照指标自查。", "村干部包组、党员包户。", "有关负责同志参加。",
      "街道主任任组长,每周调度。", "县长任抗旱指挥部指挥长。", "完成友谊路、胡杨路两处配时。",
      "业主方案要求在小区公示。", "城管、住建、公安、卫健四家联动。",
    ])
  func kept(_ text: String) throws {
    let masked = try page("会议召开\n\n会议要求整改。\(text)\n")
    #expect(masked.contains(text))
  }

  private static let speeches = ["苗立群讲话", "樊静讲话", "会议纪要"]

  private func speeches() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, person) in zip(Self.speeches, ["苗立群", "樊静", "樊静"]) {
      try folder.write(
        "稿/\(name).txt", "云川市召开会议\n\n市委书记\(person)强调,市住建局要在6月底前整改破损道板。\n")
    }
    return folder
  }

  private func run(_ arguments: [String], in folder: borrowing TemporaryFolder) throws -> String {
    let run = try ProgramProcess(arguments + ["--rules", Repository.root + "/rules"], in: folder)
    try #require(run.status == 0, "\(run.error)")
    return run.output
  }

  @Test(
    "Names are hidden in what articles are called too, and no two are called the same",
    arguments: [
      "classify -f html", "classify -f csv", "classify --names mask",
      "classify -f json --names mask",
      "classify -f ndjson --names mask", "ledger -f csv", "ledger -f markdown",
      "ledger --names mask", "ledger -f json --names mask", "review --names mask",
      "review -f json --names mask", "compare --by place -f html",
      "compare --by place -f json --names mask",
      "compare --by place --wording -f json --names mask",
    ])
  func sources(_ command: String) throws {
    let folder = try speeches()
    let words = command.split(separator: " ").map(String.init)
    let masked = try run(words + ["稿"], in: folder)
    for name in ["苗立群", "樊静"] { #expect(!masked.contains(name), "\(name)") }
    for source in ["稿/×××讲话.txt", "稿/××讲话.txt", "稿/会议纪要.txt"] {
      #expect(masked.contains(source), "\(source)")
    }
    let unmasked = words.filter { $0 != "--names" && $0 != "mask" } + ["--names", "keep", "稿"]
    let kept = try run(unmasked, in: folder)
    for name in Self.speeches { #expect(kept.contains("稿/\(name).txt")) }
  }

  @Test("review in SARIF hides the name of a file, and points at the same bytes in it")
  func reviewSARIF() throws {
    let folder = try TemporaryFolder()
    try folder.write("苗立群.txt", "会议\n\n市委书记苗立群强调,市住建局要加强管理。\n")
    let words = ["review", "苗立群.txt", "-f", "sarif"]
    let masked = try run(words + ["--names", "mask"], in: folder)
    let kept = try run(words, in: folder)
    let places = [masked, kept].map {
      $0.split(separator: "\"region\":").dropFirst().map { $0.prefix { $0 != "}" } }
    }
    #expect(places[0] == places[1])
    #expect(!places[0].isEmpty)
    #expect(kept.contains("\"uri\":\"%E8%8B%97%E7%AB%8B%E7%BE%A4.txt\""))
    #expect(masked.contains("\"uri\":\"%C3%97%C3%97%C3%97.txt\""), "\(masked)")
    #expect(!masked.contains("%E8%8B%97"))
  }

  @Test("Two speakers whose names leave the same path stay two articles", arguments: ["1", "4"])
  func collapsed(_ threads: String) throws {
    let folder = try TemporaryFolder()
    for name in ["苗立群", "樊立群"] {
      try folder.write("\(name).txt", "会议\n\n市委书记\(name)强调,市住建局要在6月底前整改。\n")
    }
    let output = try run(
      [
        "classify", "苗立群.txt", "樊立群.txt", "-f", "ndjson", "--names", "mask", "--threads", threads,
      ], in: folder)
    let sources = output.split(separator: "\n").map { $0.prefix(60) }
    #expect(sources.count == 2)
    #expect(sources.first?.contains("\"source\":\"×××.txt\"") == true, "\(sources)")
    #expect(sources.last?.contains("\"source\":\"×××-2.txt\"") == true, "\(sources)")
  }
}
