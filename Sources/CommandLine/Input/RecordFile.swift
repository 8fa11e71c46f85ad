package import Documents

/// A file of records while it is worked on: gives them one by one, and knows from what became of them what
/// is to be said of the file as a whole.
package struct RecordFile {
  private let request: RecordRequest
  private let source: String
  private var stream: RecordStream
  private var end = StreamEnd()
  private var hasRecords = false
  private var hasArticles = false
  /// Whether it is in an encoding that cannot be cut into records.
  private var isWide = false

  /// The file called `source` over `read`, which gives its next bytes, none at the end.
  package init(
    _ request: RecordRequest, source: String, read: @escaping () throws(SystemError) -> [UInt8]
  ) {
    self.request = request
    self.source = source
    stream = RecordStream(request.form, read: read)
  }

  /// Takes the header of a table off the file, before any record is asked for.
  ///
  /// - Returns: what turns the records into articles, whose texts are repaired by `sample`.
  /// - Throws: `InputProblem` where the header cannot be used, and no record with it.
  package mutating func reader(_ sample: ReadingSample?) throws(InputProblem) -> RecordReader {
    var header = RecordReader.Header()
    if request.form == .csv, let first = next() {
      header = try RecordReader.header(first, request, source: source)
    }
    stream.separator = header.separator
    return RecordReader(request, source: source, header: header, sample: sample)
  }

  /// The next record; nil at the end, and where more records say nothing.
  package mutating func next() -> RecordStream.Piece? {
    // UTF-16 is cut wherever a byte of a character looks like a line end: more of it says nothing.
    guard !isWide else { return nil }
    return end.next { () throws(SystemError) in try stream.next() }
  }

  /// Notes what became of the next record: whether it is an article, and what was wrong with it.
  ///
  /// - Returns: whether that is to be handed on; records that were read ahead of one that ends the file are not.
  package mutating func takes(isArticle: Bool, _ problems: [InputProblem]) -> Bool {
    hasRecords = true
    guard !isWide else { return false }
    hasArticles = hasArticles || isArticle
    isWide = !hasArticles && problems.contains { $0.topic == .wideEncoding }
    return true
  }

  /// What is to be said of the file behind its last record.
  package var closing: InputProblem? {
    if let broken = end.refusal {
      return InputProblem(source, "cannot be read to its end: \(broken.message)")
    }
    if hasRecords { return nil }
    return InputProblem(source, stream.hasBytes ? "holds no record" : "is empty", isError: false)
  }
}
