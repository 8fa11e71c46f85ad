import Testing

@testable import CommandLine

/// What a file of records gives, and what is said of it as a whole.
struct RecordFileTests {
  private func file(
    _ text: String, _ form: RecordForm = .ndjson, broken: Bool = false
  ) -> RecordFile {
    let read = chunks(of: text, size: 7)
    return RecordFile(RecordRequest(form: form), source: "r") { () throws(SystemError) in
      let chunk = try read()
      if broken, chunk.isEmpty { throw SystemError(code: 5) }
      return chunk
    }
  }

  private func problem(_ topic: InputProblem.Topic?) -> InputProblem {
    InputProblem("r:1", "is wrong", topic: topic)
  }

  /// The lines on which the records begin that `file` gives, each of them an article.
  private func lines(_ file: inout RecordFile) -> [Int] {
    var lines: [Int] = []
    while let record = file.next() {
      if file.takes(isArticle: true, []) { lines.append(record.line) }
    }
    return lines
  }

  @Test(
    "The header of a table is no record, and says what separates cells",
    arguments: [
      ("id,text\n1,a\n2,b\n", RecordForm.csv, [2, 3]),
      ("id;text\n1;\"a\nb\"\n2;b\n", .csv, [2, 4]),
      ("{}\n{}\n", .ndjson, [1, 2]),
    ])
  func header(text: String, form: RecordForm, expected: [Int]) throws {
    var file = file(text, form)
    _ = try file.reader(nil)
    #expect(lines(&file) == expected)
    #expect(file.closing == nil)
  }

  @Test("A header without the column of the text is refused")
  func noColumn() {
    var file = file("id,body\n1,a\n", .csv)
    let refusal = #expect(throws: InputProblem.self) { _ = try file.reader(nil) }
    #expect(refusal?.path == "r")
  }

  @Test(
    "Of a file without records it is said what it is",
    arguments: [
      ("", RecordForm.ndjson, false, "is empty", false),
      ("\n \n", .ndjson, false, "holds no record", false), ("", .csv, false, "is empty", false),
      ("id,text\n", .csv, false, "holds no record", false),
      ("", .ndjson, true, "cannot be read to its end: ", true),
      ("{}\n", .ndjson, true, "cannot be read to its end: ", true),
    ])
  func closing(
    text: String, form: RecordForm, broken: Bool, message: String, isError: Bool
  ) throws {
    var file = file(text, form, broken: broken)
    _ = try file.reader(nil)
    _ = lines(&file)
    let problem = try #require(file.closing)
    #expect(problem.message.hasPrefix(message))
    #expect(problem.isError == isError)
  }

  @Test(
    "A file in UTF-16 ends with the first record, unless one before it was an article",
    arguments: [(false, 1), (true, 3)])
  func wide(isBehindArticle: Bool, count: Int) {
    var file = file("a\nb\nc\n")
    var taken = 0
    while file.next() != nil {
      let isArticle = isBehindArticle && taken == 0
      if file.takes(isArticle: isArticle, isArticle ? [] : [problem(.wideEncoding)]) { taken += 1 }
    }
    #expect(taken == count)
    #expect(file.closing == nil)
  }

  @Test("What was read ahead in such a file is not handed on")
  func ahead() {
    var file = file("a\nb\nc\n")
    _ = (file.next(), file.next())
    let first = file.takes(isArticle: false, [problem(.wideEncoding)])
    let second = file.takes(isArticle: true, [])
    let rest = file.next()
    #expect(first)
    #expect(!second)
    #expect(rest == nil)
  }
}
