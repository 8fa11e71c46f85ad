import CommandLine
import SourceText
import Testing

struct RulesLocatorTests {
  private static let header = "pack:\n  name: x\n"

  private func environment(
    _ workingFolder: String, _ variable: String? = nil, program: String? = nil
  ) -> Environment {
    Environment(
      variables: variable.map { ["DUBAN_RULES": $0] } ?? [:], workingFolder: workingFolder,
      executable: program)
  }

  @Test("The option beats the variable, the variable beats the folders above")
  func order() throws {
    let folder = try TemporaryFolder()
    let root = folder.path
    for pack in ["mine", "set/civic-campaign", "rules/civic-campaign", "rules/other"] {
      try folder.write("\(pack)/main.yaml", Self.header)
    }
    try folder.write("deep/below/a.txt")
    let below = environment("\(root)/deep/below")
    let set = environment("\(root)/deep/below", "\(root)/set")
    #expect(try RulesLocator(below).locate(.init()) == "\(root)/rules/civic-campaign")
    #expect(try RulesLocator(set).locate(.init()) == "\(root)/set/civic-campaign")
    #expect(try RulesLocator(set).locate(.init(folder: "\(root)/mine")) == "\(root)/mine")
    #expect(try RulesLocator(below).locate(.init(pack: "other")) == "\(root)/rules/other")
    #expect(
      try RulesLocator(below).locate(.init(folder: "\(root)/rules", pack: "other"))
        == "\(root)/rules/other")
  }

  @Test(
    "Rules beside an installed program or around a build folder are found from anywhere",
    arguments: [
      ("bin/duban", "share/duban/rules"), (".build/x/debug/duban", "rules"),
      ("dist/duban", "dist/rules"),
      (".build-ci/release/duban", "rules"),
    ])
  func besideProgram(program: String, rules: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("\(rules)/civic-campaign/main.yaml", Self.header)
    let environment = environment("/", program: "\(folder.path)/\(program)")
    #expect(
      try RulesLocator(environment).locate(.init()) == "\(folder.path)/\(rules)/civic-campaign")
  }

  @Test("A folder with its own pack in rules stands for that pack")
  func project() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine/rules/main.yaml", Self.header)
    try folder.write("set/rules/civic-campaign/main.yaml", Self.header)
    let environment = environment("/")
    let root = folder.path
    let locator = RulesLocator(environment)
    #expect(try locator.locate(.init(folder: "\(root)/mine")) == "\(root)/mine/rules")
    #expect(throws: RulesLocator.NotFound.self) {
      try locator.locate(.init(folder: "\(root)/mine", pack: "other"))
    }
    #expect(throws: RulesLocator.NotFound.self) {
      try locator.locate(.init(folder: "\(root)/set"))
    }
  }

  @Test("The starter is taken from the first place that holds one")
  func starter() throws {
    let folder = try TemporaryFolder()
    let root = folder.path
    try folder.write("mine/rules/main.yaml", Self.header)
    try folder.write("rules/starter/zh/README.md")
    try folder.write("other/starter/zh/README.md")
    let locator = RulesLocator(environment("\(root)/mine"))
    #expect(try locator.starter(.init(), language: "zh") == "\(root)/rules/starter/zh")
    #expect(
      try locator.starter(.init(folder: "\(root)/other"), language: "zh")
        == "\(root)/other/starter/zh")
    let error = #expect(throws: RulesLocator.NotFound.self) {
      try locator.starter(.init(folder: "\(root)/mine"), language: "zh")
    }
    #expect(
      try #require(error).starterMessage.hasPrefix(
        "the starter pack is not found; looked at\n  \(root)/mine: has no folder starter/zh"))
  }

  @Test("A search in vain names every place and why it will not do")
  func notFound() throws {
    let folder = try TemporaryFolder()
    try folder.write("rules/other/main.yaml", Self.header)
    try folder.write("checkout/rules", "a file")
    let environment = environment("\(folder.path)/checkout", program: "\(folder.path)/bin/duban")
    let error = #expect(throws: RulesLocator.NotFound.self) {
      try RulesLocator(environment).locate(.init())
    }
    let places = try #require(error).places
    #expect(places[0].path == "\(folder.path)/checkout/rules")
    #expect(places[0].reason == "is not a folder")
    #expect(places[1].reason == "has no pack `civic-campaign`, but other")
    #expect(places.contains { $0.path.hasSuffix("/share/duban/rules (beside the program)") })
    #expect(error?.message.hasSuffix("or `--rules DIR` with a folder that holds the pack") == true)
  }

  @Test("A folder that is given is the only place looked at")
  func givenOnly() throws {
    let folder = try TemporaryFolder()
    try folder.write("rules/civic-campaign/main.yaml", Self.header)
    try folder.write("empty/a.yaml", "rules: []\n")
    let error = #expect(throws: RulesLocator.NotFound.self) {
      try RulesLocator(environment(folder.path)).locate(.init(folder: "\(folder.path)/empty"))
    }
    #expect(error?.places.count == 1)
  }

  @Test(
    "A pack that is named in vain has the remedy that its command has",
    arguments: [
      (["diff", "nosuch", "rules", "a.txt"], "nosuch: does not exist", "a folder that holds"),
      (["watch", "nosuch", "a.txt"], "nosuch: does not exist", "a folder that holds a pack"),
      (["check", "rules/pack.yaml"], "rules/pack.yaml: is not a folder", "its folder, rules"),
      (["check", "pack.yaml"], "pack.yaml: is not a folder", "its folder, ."),
      (["check", "many"], "many: has no pack", "many/one"),
      (["classify", "a.txt", "--rules", "many"], "many: has no pack", "many/one"),
    ])
  func namedInVain(arguments: [String], place: String, remedy: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("rules/pack.yaml", Self.header)
    try folder.write("pack.yaml", Self.header)
    try folder.write("many/one/pack.yaml", Self.header)
    try folder.write("a.txt")
    let run = try ProgramProcess(arguments, in: folder)
    #expect(run.error.contains("  \(place)"), "\(run.error)")
    #expect(run.error.contains("name \(remedy)"), "\(run.error)")
    #expect(!run.error.contains("use `--"), "\(run.error)")
    #expect(run.status == 2)
  }

  @Test(
    "What needs the pack of saved analyses is called by what was asked for",
    arguments: [
      (["-f", "html"], "a page needs the pack of the analyses"),
      (["--wording"], "`--wording` needs the pack of the analyses"),
      (["--wording", "-f", "html"], "`--wording` needs the pack of the analyses"),
    ])
  func savedWithoutPack(options: [String], message: String) throws {
    let folder = try TemporaryFolder.ofTasks()
    let saved = try ProgramProcess(
      ["classify", "articles", "--rules", "rules", "-f", "ndjson"], in: folder)
    try folder.write("all.ndjson", saved.output)
    let run = try ProgramProcess(
      ["compare", "--input", "analysis", "../all.ndjson", "--by", "year"] + options, in: folder,
      variables: ["DUBAN_RULES=absent"], before: "mkdir in; cd in;")
    #expect(run.error.contains("duban: \(message): name"), "\(run.error)")
    #expect(run.status == 2)
  }

  @Test("Rule files are read in the order of the bytes of their paths, hidden ones left out")
  func reads() throws {
    let folder = try TemporaryFolder()
    for name in ["b.yaml", "a/z.yaml", "a.yaml", ".x.yaml", "notes.txt", ".git/c.yaml"] {
      try folder.write(name)
    }
    let names = try RulesReader.read(folder.path).map(\.name)
    #expect(names == ["a.yaml", "a/z.yaml", "b.yaml"])
  }
}
