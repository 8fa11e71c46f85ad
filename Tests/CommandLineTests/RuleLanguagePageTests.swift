import FoundationEssentials
import TestSupport
import Testing

/// The page on the rule language says what the program does: its files, commands and tables are run.
///
/// With `UPDATE_GOLDEN=1` in the environment the outputs and tables on the page are written instead.
@Suite(.serialized) struct RuleLanguagePageTests {
  private static let path = "docs/rule-language.md"
  private static var page: MarkdownPage? { try? MarkdownPage(Repository.text(path)) }

  private static let examples =
    page?.blocks.filter { $0.info == "yaml" || $0.info.hasPrefix("yaml wrong ") } ?? []

  @Test func `the commands of the tutorial print what the page shows`() throws {
    var page = try #require(Self.page)
    let folder = try TemporaryFolder()
    for index in page.blocks.indices {
      let block = page.blocks[index]
      if block.info == "console" {
        let actual = try Self.run(block.lines.filter { $0.hasPrefix("$ ") }, folder)
        if Self.updates {
          page.blocks[index].lines = actual
        } else {
          #expect(actual == block.lines, "\(Self.path):\(block.line)")
        }
      } else if let name = block.fileName {
        try folder.write(name, block.text)
      }
    }
    if Self.updates { try Self.write(page) }
  }

  @Test("an example of the reference means what the page says", arguments: examples)
  func example(_ block: MarkdownPage.Block) throws {
    let place = "\(Self.path):\(block.line)"
    let folder = try TemporaryFolder()
    try folder.write("pack/example.yaml", block.text)
    if !block.text.hasPrefix("pack:") {
      let base = try #require(Self.page?.blocks.first { $0.fileName == "base.yaml" })
      try folder.write("pack/base.yaml", base.text)
    }
    for table in Self.page?.blocks ?? [] where table.info.hasPrefix("text ") {
      if let name = table.fileName, block.text.contains(" \(name)") {
        try folder.write("pack/\(name)", table.text)
      }
    }
    let check = try ProgramProcess(["check", "pack"], in: folder)
    if block.info.hasPrefix("yaml wrong ") {
      let id = block.info.dropFirst("yaml wrong ".count)
      #expect(check.output.contains("error[\(id)]"), "\(place)\n\(check.output)")
      #expect(check.output.components("error[") == 1, "\(place)\n\(check.output)")
      return
    }
    #expect(check.status == 0, "\(place)\n\(check.output)\(check.error)")
    if block.text.contains("fires-on") || block.text.contains("silent-on") {
      let test = try ProgramProcess(["test", "--rules", "pack"], in: folder)
      #expect(test.status == 0, "\(place)\n\(test.output)\(test.error)")
    }
  }

  @Test func `the tables of keys are those of the program, and every key has an example`() throws {
    var page = try #require(Self.page)
    let folder = try TemporaryFolder()
    let printed = MarkdownPage(try ProgramProcess(["schema", "markdown"], in: folder).output)
    for (name, lines) in printed.sections(level: 3) {
      let section = try #require(page.section(name), "\(Self.path) has no section `\(name)`")
      if Self.updates {
        page.replaceTable(of: name, by: lines)
      } else {
        let table = section.lines.prefix(lines.count)
        #expect(Array(table) == lines, "\(Self.path), section `\(name)`")
      }
      let examples = section.blocks.filter { $0.info.hasPrefix("yaml") }.map(\.text).joined()
      for line in lines where line.hasPrefix("| `") {
        let key = line.dropFirst(3).prefix { $0 != "`" }
        #expect(examples.contains("\(key):"), "`\(key)` of `\(name)` has no example")
      }
    }
    if Self.updates { try Self.write(page) }
  }

  private static var updates: Bool {
    ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"
  }

  private static func write(_ page: MarkdownPage) throws {
    try Data(page.text.utf8).write(to: URL(filePath: Repository.root + "/" + path))
  }

  /// The commands, each followed by what it printed.
  private static func run(
    _ commands: [String], _ folder: borrowing TemporaryFolder
  ) throws -> [String] {
    var lines: [String] = []
    for command in commands {
      let words = command.split(separator: " ").map(String.init)
      let process = try ProgramProcess(Array(words.dropFirst(2)), in: folder)
      lines.append(command)
      let text = process.error + process.output
      lines += text.split(separator: "\n", omittingEmptySubsequences: false).map {
        String($0.reversed().drop { $0 == " " }.reversed())
      }
      while lines.last == "" { lines.removeLast() }
    }
    return lines
  }
}

extension String {
  /// How often `part` occurs.
  fileprivate func components(_ part: String) -> Int { ranges(of: part).count }
}
