import CommandLine
import SourceText
import Testing

struct FileWalkerTests {
  private func names(_ walker: FileWalker, in folder: borrowing TemporaryFolder) -> [String] {
    walker.inputs.map { input in
      switch input {
      case .standardInput: "-"
      case .file(let path), .pipe(let path): String(path.dropFirst(folder.path.count + 1))
      }
    }
  }

  @Test("A folder gives its articles, sorted by bytes, without hidden and other files")
  func folder() throws {
    let folder = try TemporaryFolder()
    for name in [
      "b.txt", "a.txt", "B.md", "a/z.text", "a/y.TXT", ".hidden.txt", ".git/c.txt", "a.expect.yaml",
      "picture.png", "甲.txt",
    ] { try folder.write(name) }
    let walker = FileWalker([folder.path])
    #expect(
      names(walker, in: folder) == ["B.md", "a/y.TXT", "a/z.text", "a.txt", "b.txt", "甲.txt"])
    #expect(walker.problems.isEmpty)
  }

  @Test("Paths keep their order; a file that is named is read whatever its ending")
  func named() throws {
    let folder = try TemporaryFolder()
    for name in ["one.dat", "d/two.txt"] { try folder.write(name) }
    let walker = FileWalker(["\(folder.path)/one.dat", "-", "\(folder.path)/d/"])
    #expect(names(walker, in: folder) == ["one.dat", "-", "d/two.txt"])
  }

  @Test(
    "What cannot be read is named with the reason, and the others are kept",
    arguments: [
      ("missing", "does not exist", true), ("empty-folder", "holds nothing to read", true),
      ("broken", "is a symbolic link to nothing", true),
      ("good.txt", "is the same file as one before; read once", false),
    ])
  func problems(name: String, message: String, isError: Bool) throws {
    let folder = try TemporaryFolder()
    try folder.write("good.txt")
    try folder.write("empty-folder/notes.pdf")
    try folder.link("broken", to: "nowhere")
    let path = name.hasPrefix("/") ? name : "\(folder.path)/\(name)"
    let walker = FileWalker(["\(folder.path)/good.txt", path])
    #expect(names(walker, in: folder) == ["good.txt"])
    #expect(walker.problems.map(\.path) == [path])
    #expect(walker.problems.first?.message.hasPrefix(message) == true)
    #expect(walker.problems.first?.isError == isError)
  }

  @Test("A link that leads back up is not followed for ever")
  func loop() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/one.txt")
    try folder.link("a/up", to: "..")
    let walker = FileWalker([folder.path])
    #expect(names(walker, in: folder) == ["a/one.txt"])
    #expect(walker.problems.map(\.isError) == [false])
  }

  @Test("A folder is searched once, however many ways lead to it", .timeLimit(.minutes(1)))
  func ladder() throws {
    let folder = try TemporaryFolder()
    let depth = 40
    for step in 0..<depth {
      try folder.write("\(step)/notes.pdf")
      try folder.link("\(step)/a", to: "../\(step + 1)")
      try folder.link("\(step)/b", to: "../\(step + 1)")
    }
    try folder.write("\(depth)/one.txt")
    let walker = FileWalker(["\(folder.path)/0"])
    #expect(walker.inputs.count == 1)
    #expect(walker.problems.count == depth)
    #expect(walker.problems.allSatisfy { !$0.isError })
    #expect(
      walker.problems.last?.message == "is the same folder as one before; searched once")
  }

  @Test("A folder that is given twice is searched once")
  func twice() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/b/one.txt")
    let walker = FileWalker(["\(folder.path)/a", "\(folder.path)/a/b", "\(folder.path)/a/"])
    #expect(names(walker, in: folder) == ["a/b/one.txt"])
    #expect(
      walker.problems.map(\.message)
        == Array(repeating: "is the same folder as one before; searched once", count: 2))
  }

  @Test(
    "Bytes that are no UTF-8 text are refused or noticed",
    arguments: [
      ([], "is empty", false), ([0, 0, 0, 0], "holds 4 NUL bytes", true),
      ([0xE4, 0xB8, 0xAD, 0xFF, 0xE4, 0xB8, 0xAD, 0x0A], "holds bytes that are not UTF-8", false),
    ] as [([UInt8], String, Bool)])
  func bytes(bytes: [UInt8], message: String, isError: Bool) throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", bytes)
    var problem: InputProblem?
    do throws(InputProblem) {
      let content = try ArticleReader.read(.file("\(folder.path)/a.txt"))
      #expect(content.file.bytes == bytes)
      problem = content.notice
    } catch {
      problem = error
    }
    #expect(problem?.message.hasPrefix(message) == true)
    #expect(problem?.isError == isError)
  }

  @Test("A file above the limit is refused before it is read")
  func limit() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "123456")
    #expect(throws: InputProblem.self) {
      try ArticleReader.read(.file("\(folder.path)/a.txt"), limit: 5)
    }
    #expect(try ArticleReader.read(.file("\(folder.path)/a.txt"), limit: 6).file.bytes.count == 6)
  }
}
