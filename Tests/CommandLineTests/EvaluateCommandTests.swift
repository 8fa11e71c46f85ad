import Testing

/// `evaluate` run as a process.
@Suite(.serialized)
struct EvaluateCommandTests {
  private func run(
    _ arguments: String..., in folder: borrowing TemporaryFolder
  ) throws -> ProgramProcess {
    try ProgramProcess(
      arguments + ["--lang", "en"], in: folder, variables: ["COLUMNS=100"])
  }

  @Test("evaluate finds the articles beside the labels and counts what agrees")
  func evaluate() throws {
    let run = try run("evaluate", "gold", "--rules", "rules", "-f", "csv", in: .ofTasks())
    #expect(run.status == 0, "\(run.error)")
    for row in [
      "program,all,,paragraphs,,f1,4,4,1,",
      "program,all,,tag,duty,f1,2,2,1,",
      "program,all,,tag,duty,level,0,1,0,",
      "program,all,,directives,,f1,4,4,1,",
      "program,all,,slot,when,value,2,2,1,",
      "program,all,,slot,when,words,1,1,1,",
      "program,all,,slot,when,overlap,1,,0.8889,",
      "program,all,,score,specificity,error,2,,5,",
      "program,all,,score,accountability,error,2,,20,",
      "program,type,D1,directives,,f1,4,4,1,",
      "program,noise,clean,directives,,f1,4,4,1,",
    ] {
      #expect(run.output.contains("\r\n\(row)"), "\(row)\n\(run.output)")
    }
  }

  @Test("Articles may lie in a folder within that of the labels")
  func articlesInside() throws {
    let folder = try TemporaryFolder.ofTasks()
    let labels = try folder.text("gold/a.json")
    try folder.write("own/a.json", labels.replacing("a.txt", with: "inner.txt"))
    try folder.write("own/articles/inner.txt", try folder.text("articles/a.txt"))
    let run = try run("evaluate", "own", "--rules", "rules", "-f", "csv", in: folder)
    #expect(run.status == 0, "\(run.error)")
    #expect(run.output.contains("\r\nprogram,all,,directives,,f1,4,4,1,"), "\(run.output)")
  }

  @Test("An article that two folders label is held against both")
  func labelledTwice() throws {
    let folder = try TemporaryFolder.ofTasks()
    try folder.write("other/a.json", try folder.text("gold/a.json"))
    let run = try run("evaluate", "gold", "other", "--rules", "rules", "-f", "csv", in: folder)
    #expect(run.status == 0 && run.error.isEmpty, "\(run.error)")
    #expect(run.output.contains("\r\nprogram,all,,directives,,f1,8,8,1,"), "\(run.output)")
  }

  @Test("A run that could read no article leaves the old output")
  func nothingRead() throws {
    let folder = try TemporaryFolder.ofTasks()
    try folder.write("old", "old\n")
    try folder.write("empty/other.txt")
    let run = try run(
      "evaluate", "gold", "--articles", "empty", "--rules", "rules", "-o", "old", in: folder)
    #expect(run.status == 2)
    #expect(run.error.contains("a.txt"))
    #expect(try folder.text("old") == "old\n")
  }

  @Test("A second person is held against the first, without the program")
  func second() throws {
    let folder = try TemporaryFolder.ofTasks()
    try folder.write(
      "second/a.json",
      """
      {"article": "a.txt", "paragraphs": [
        {"n": 1, "text": "王某强调，各街道要于9月3日前清理楼道。城管局要每日巡查。",
         "tags": {"duty": 2}, "frames": []}]}
      """)
    let run = try run(
      "evaluate", "gold", "--second", "second", "--rules", "rules", "-f", "csv", in: folder)
    #expect(run.output.contains("\r\ncoder,all,,directives,,recall,0,2,0,"), "\(run.output)")
    #expect(run.output.contains("\r\ncoder,all,,tag,duty,f1,0,2,0,"), "\(run.output)")
  }

  @Test(
    "What cannot be used is said with its place, and the status is 2",
    arguments: [
      ("{\"article\": \"a.txt\"}", "gold/b.json: `paragraphs` is missing"),
      (
        "{\"article\": \"a.txt\",\n\"paragraphs\": [{\"text\": \"x\"}]}",
        "gold/b.json: `tags` is missing at `paragraphs[0]`, in line 2"
      ),
      (
        "{\"article\": \"a.txt\", \"paragraphs\": [{\"text\": \"x\", \"tags\": {\"duty\": 1, \"duty\": 2}}]}",
        "gold/b.json: stands twice at `paragraphs[0].tags.duty`, in line 1"
      ),
      ("{\"paragraphs\": []}", "gold/b.json: `article` is missing: the name of the labelled file"),
      ("{", "gold/b.json: expected a name or text in `\"`, in line 1"),
      (
        "{\"article\": \"a.txt\", \"paragraphs\": [{\"text\": 1, \"tags\": {}}]}",
        "gold/b.json: expected a name or text in `\"` at `paragraphs[0].text`, in line 1"
      ),
      (
        "{\"article\": \"a.txt\", \"paragraphs\": [{\"text\": \"x\", \"tags\": {\"dutty\": 1}}]}",
        "gold/b.json: the pack has no tag `dutty`"
      ),
      (
        "{\"article\": \"a.txt\", \"paragraphs\": [{\"text\": \"x\", \"tags\": {}, "
          + "\"frames\": [{\"text\": \"x\", \"slots\": {\"z\": 1}}]}]}",
        "gold/b.json: the pack has no slot `z`"
      ),
      (
        "{\"article\": \"a.txt\", \"paragraphs\": [{\"text\": \"x\", \"tags\": {}, "
          + "\"frames\": [{\"text\": \"x\", \"slots\": {\"t\": 1, \"when\": 0.5}}]}]}",
        "gold/b.json: the slot `when` is labelled twice in one frame"
      ),
      (
        "{\"article\": \"a.txt\", \"paragraphs\": [{\"text\": \"x\", \"tags\": {}, "
          + "\"frames\": [{\"text\": \"x\", \"specificity\": [1e308, 1.7e308]}]}]}",
        "gold/b.json: expected a number from 0 to 100 at "
          + "`paragraphs[0].frames[0].specificity[0]`, in line 1"
      ),
      (
        "{\"article\": \"z.txt\", \"paragraphs\": []}",
        "gold/b.json: the article z.txt is not beside the labels; name its folder by --articles"
      ),
    ])
  func badLabels(json: String, message: String) throws {
    let folder = try TemporaryFolder.ofTasks()
    try folder.write("gold/b.json", json)
    let run = try run("evaluate", "gold", "--rules", "rules", in: folder)
    #expect(run.error.contains(message), "\(run.error)")
    #expect(run.status == 2)
    #expect(run.output.contains("directives"), "the other labels are evaluated")
    let alone = try self.run("evaluate", "gold/b.json", "--rules", "rules", in: folder)
    #expect(alone.error.contains(message) && !alone.error.contains("no labels were found"))
    #expect(alone.status == 2)
  }

  @Test(
    "An output takes the place of no labels and of no file that people write",
    arguments: ["gold/a.json", "articles/a.txt", "rules/pack.yaml"])
  func keptInputs(output: String) throws {
    let folder = try TemporaryFolder.ofTasks()
    let before = try folder.text(output)
    let run = try run("evaluate", "gold", "--rules", "rules", "-o", output, in: folder)
    #expect(run.status == 2)
    #expect(run.error.contains("choose another name or folder for `--output`"), "\(run.error)")
    #expect(try folder.text(output) == before)
  }

  @Test("A split that no labels have is an error, not an empty table")
  func emptySplit() throws {
    let run = try run("evaluate", "gold", "--split", "tset", "--rules", "rules", in: .ofTasks())
    #expect(run.error.contains("no labels of the split `tset` were found"))
    #expect(run.status == 2)
  }
}
