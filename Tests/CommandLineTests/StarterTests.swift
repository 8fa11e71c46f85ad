import TestSupport
import Testing

/// `duban init` and what follows it, with the starters of the repository.
@Suite(.serialized)
struct StarterTests {
  private static let rules = Repository.root + "/rules"

  @Test("A starter passes its own test and check at once", arguments: ["en", "zh"])
  func passes(language: String) throws {
    let folder = try TemporaryFolder()
    let made = try ProgramProcess(
      ["init", "mine", "--lang", language, "--rules", Self.rules], in: folder)
    #expect(made.error == "")
    #expect(made.status == 0)
    #expect(made.output.contains("mine/rules/pack.yaml\n"))
    #expect(made.output.hasSuffix("next: duban test mine\n"))
    let test = try ProgramProcess(["test", "mine"], in: folder)
    #expect(test.error == "")
    #expect(test.status == 0)
    #expect(test.output.contains("articles: 1,"))
    #expect(test.output.contains(" 0 to look at\n"))
    let check = try ProgramProcess(["check", "mine"], in: folder)
    #expect(check.output == "mine/rules: 5 files, 0 errors, 0 warnings\n")
    #expect(check.status == 0)
  }

  @Test(
    "The next step can be typed as it stands",
    arguments: [("my pack", "'my pack'"), ("it's", #"'it'\''s'"#), ("-x", "./-x"), ("规则", "规则")])
  func nextStep(folder name: String, word: String) throws {
    let folder = try TemporaryFolder()
    let made = try ProgramProcess(
      ["init", "--lang", "zh", "--rules", Self.rules, "--", name], in: folder)
    #expect(made.output.hasSuffix("next: duban test \(word)\n"))
    let isThere = folder.exists("\(name)/rules/pack.yaml")
    #expect(isThere)
  }

  @Test("A starter copied to a place inside of itself is copied once")
  func intoItself() throws {
    let folder = try TemporaryFolder()
    let copied = try ProgramProcess(
      ["init", "own/starter/en", "--lang", "en", "--rules", Self.rules], in: folder,
      before: "mkdir -p own/starter &&")
    #expect(copied.status == 0, "\(copied.error)")
    let made = try ProgramProcess(
      ["init", "own/starter/en/new", "--lang", "en", "--rules", "own"], in: folder)
    #expect(made.status == 0, "\(made.error)")
    #expect(made.output == copied.output.replacing("starter/en", with: "starter/en/new"))
    let (isThere, isTwice) = (
      folder.exists("own/starter/en/new/rules/pack.yaml"), folder.exists("own/starter/en/new/new")
    )
    #expect(isThere && !isTwice)
  }

  @Test("A starter whose rule is broken no longer passes")
  func broken() throws {
    let folder = try TemporaryFolder()
    _ = try ProgramProcess(["init", "mine", "--lang", "en", "--rules", Self.rules], in: folder)
    let scores = try folder.text("mine/rules/scores.yaml")
    try folder.write("mine/rules/scores.yaml", scores.replacing("20 * due", with: "0 * due"))
    let test = try ProgramProcess(["test", "mine"], in: folder)
    #expect(test.status == 1)
    #expect(test.output.contains("p2.d1.clarity"))
  }

  @Test("The starter works from inside its folder")
  func inside() throws {
    let folder = try TemporaryFolder()
    // The folder is there already and holds hidden files only.
    let made = try ProgramProcess(
      ["init", ".", "--lang", "en", "--rules", Self.rules], in: folder)
    #expect(made.status == 0)
    let test = try ProgramProcess(["test"], in: folder)
    #expect(test.status == 0)
    #expect(test.output.contains("articles: 1,"))
  }

  @Test("What stands there already is never overwritten")
  func refuses() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine/notes.txt", "kept\n")
    try folder.write("file")
    for (name, reason) in [("mine", "is not empty"), ("file", "is not a folder")] {
      let run = try ProgramProcess(["init", name, "--rules", Self.rules], in: folder)
      #expect(run.status == 2)
      #expect(run.error.hasPrefix("duban: \(name): \(reason)"), "\(run.error)")
    }
    #expect(try folder.text("mine/notes.txt") == "kept\n")
    let hasRules = folder.exists("mine/rules")
    #expect(!hasRules)
  }

  @Test("Rules without a starter and folders that cannot be made are errors")
  func failures() throws {
    let folder = try TemporaryFolder()
    try folder.write("bare/note.txt")
    let bare = try ProgramProcess(["init", "mine", "--rules", "bare"], in: folder)
    #expect(bare.status == 2)
    #expect(bare.error.contains("the starter pack is not found; looked at\n  bare: has no folder"))
    let deep = try ProgramProcess(["init", "no/such/mine", "--rules", Self.rules], in: folder)
    #expect(deep.status == 2)
    #expect(deep.error.hasPrefix("duban: no/such/mine: "))
  }

  @Test("A single path that is a pack is tested with that pack, unless another is asked for")
  func packAsPath() throws {
    let folder = try TemporaryFolder()
    let examples = try ProgramProcess(["test", Self.rules + "/council-minutes"], in: folder)
    #expect(examples.status == 0)
    #expect(examples.error == "")
    let other = try ProgramProcess(
      ["test", Self.rules + "/council-minutes", "--rules", Self.rules], in: folder)
    #expect(other.status == 2)
    #expect(other.error.contains("holds nothing to read"))
  }

  @Test("Both packs of the repository are chosen by name")
  func packsByName() throws {
    let folder = try TemporaryFolder()
    for name in ["civic-campaign", "council-minutes"] {
      let run = try ProgramProcess(["check", "--rules", Self.rules, "--pack", name], in: folder)
      #expect(run.output.contains("/\(name): "))
      #expect(run.output.contains(" 0 errors, "))
      #expect(run.status == 0)
    }
  }

  @Test("The schema is one line of JSON, the reference Markdown, other forms are refused")
  func schema() throws {
    let folder = try TemporaryFolder()
    let json = try ProgramProcess(["schema"], in: folder)
    #expect(json.output.hasPrefix(#"{"$schema":"https://json-schema.org/draft/2020-12/schema","#))
    #expect(json.output.filter { $0 == "\n" }.count == 1)
    #expect(try ProgramProcess(["schema", "json"], in: folder).output == json.output)
    let markdown = try ProgramProcess(["schema", "markdown", "-o", "keys.md"], in: folder)
    #expect(markdown.status == 0)
    #expect(try folder.text("keys.md").contains("| `gives` |"))
    let wrong = try ProgramProcess(["schema", "xml"], in: folder)
    #expect(wrong.status == 2)
    #expect(wrong.error.contains("`FORM` cannot be `xml`"))
  }
}
