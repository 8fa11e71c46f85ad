import Analysis
package import Decoding
package import Documents
import JSONText
import SourceText

/// What the user said about files that hold one article in each record.
package struct RecordRequest: Hashable, Sendable {
  /// How records are told apart.
  package var form: RecordForm
  /// The field or column that holds the text of the article.
  package var textField: String
  /// The field or column that names the article; a record without it is named by file and line.
  package var idField: String
  /// The encoding of the files; nil for UTF-8.
  package var encoding: TextEncoding?

  /// Files of that form in UTF-8, unless another encoding is named.
  package init(
    form: RecordForm, textField: String = "text", idField: String = "id",
    encoding: TextEncoding? = nil
  ) {
    self.form = form
    self.textField = textField
    self.idField = idField
    self.encoding = encoding
  }
}

/// Turns the records of one file into articles.
package struct RecordReader: Sendable {
  /// A value of an unknown field that is longer is not kept, in bytes.
  static let longestValue = 1000

  private let request: RecordRequest
  private let source: String
  private let header: Header
  /// What tells plausible text from damage.
  private let sample: ReadingSample?

  /// What the first record of a table says of the others.
  package struct Header: Hashable, Sendable {
    /// The names of the columns.
    package var columns: [String]
    /// What stands between cells.
    package var separator: UInt8

    /// The header with these columns; without any for a form that has no header.
    package init(columns: [String] = [], separator: UInt8 = DelimitedText.separators[0]) {
      self.columns = columns
      self.separator = separator
    }
  }

  /// Reads the records of the file called `source`; their texts are repaired by `sample`.
  package init(
    _ request: RecordRequest, source: String, header: Header = Header(),
    sample: ReadingSample? = nil
  ) {
    self.sample = sample
    self.request = request
    self.source = source
    self.header = header
  }

  /// The header in the first record of a table: cells are separated by what makes one of them the
  /// name of the text's column.
  ///
  /// - Throws: `InputProblem` where the record cannot be decoded, no cell of it names the text, or
  ///   two columns have one name.
  package static func header(
    _ piece: RecordStream.Piece, _ request: RecordRequest, source: String
  ) throws(InputProblem) -> Header {
    let reader = RecordReader(request, source: source)
    let place = reader.place(of: piece)
    let bytes = try reader.decoded(piece, place)
    var headers: [Header] = []
    for separator in DelimitedText.separators {
      let names = try cells(bytes, separator, place)
      headers.append(Header(columns: names, separator: separator))
    }
    guard let header = headers.first(where: { $0.columns.contains(request.textField) }) else {
      let likely = headers.max { $0.columns.count < $1.columns.count } ?? Header()
      throw InputProblem(
        source,
        "has no column `\(request.textField)`; it has \(list(likely.columns)); "
          + "`--text-field NAME` names another")
    }
    let names = header.columns
    if let twice = names.firstRepeated {
      throw InputProblem(source, "has two columns `\(twice)`")
    }
    return header
  }

  /// The file and the line on which the record begins.
  func place(of piece: RecordStream.Piece) -> String { "\(source):\(piece.line)" }

  /// What a record holds.
  struct Content: Sendable {
    /// Named by its id or else by its line.
    let article: Article
    /// What is to be said about it and its fields.
    let notices: [InputProblem]
  }

  /// The article in a record.
  ///
  /// - Throws: `InputProblem` where the record cannot be used.
  func article(_ piece: RecordStream.Piece) throws(InputProblem) -> Content {
    let place = place(of: piece)
    let bytes = try decoded(piece, place)
    var notices: [InputProblem] = []
    let fields: [(name: String, value: JSONFields.Value)]
    switch request.form {
    case .csv: fields = try tableFields(bytes, place)
    case .ndjson:
      do throws(JSONCursor.Failure) {
        let object = try JSONFields(bytes)
        fields = object.fields
        if object.loneSurrogates > 0 {
          notices.append(
            InputProblem(
              place, "halves of characters in it (\(object.loneSurrogates)) are U+FFFD now",
              isError: false, topic: .halves))
        }
      } catch {
        throw InputProblem(
          place, "\(error.message), at byte \(error.offset) of the line", topic: .syntax)
      }
    }
    return try article(fields, place, notices)
  }

  private func article(
    _ fields: [(name: String, value: JSONFields.Value)], _ place: String, _ notices: [InputProblem]
  ) throws(InputProblem) -> Content {
    var text: String?
    var notices = notices
    var id: String?
    var stated = StatedMetadata()
    for (name, value) in fields {
      switch (name, value) {
      case (request.textField, .text(let value)): text = value
      case (request.textField, _):
        throw InputProblem(
          place, "the field `\(name)` is \(words(value)), not text", topic: .wrongField(name))
      case (request.idField, .text(let value)), (request.idField, .number(let value)): id = value
      // A database writes null where a column has no value.
      case (request.idField, .null): continue
      case (request.idField, _):
        throw InputProblem(
          place, "the field `\(name)` is \(words(value)), no id", topic: .wrongField(name))
      case (_, .text(let value)), (_, .number(let value)):
        let length = value.utf8.count
        if length > Self.longestValue {
          notices.append(Self.notice(place, name, hasBytes: length))
        } else {
          stated.add(StatedMetadata.Fact(name: name, value: value, source: .record))
        }
      case (_, .boolean):
        stated.add(StatedMetadata.Fact(name: name, value: words(value), source: .record))
      case (_, .nested(let kind)): notices.append(Self.notice(place, name, is: kind))
      case (_, .null): continue
      }
    }
    guard let text else {
      throw InputProblem(
        place,
        "has no field `\(request.textField)`; it has \(Self.list(fields.map(\.name))); "
          + "`--text-field NAME` names another",
        topic: .missingField(request.textField))
    }
    let name = id.flatMap { $0.isEmpty ? nil : $0 } ?? place
    if text.isEmpty {
      notices.append(
        InputProblem(place, "has an empty text", isError: false, topic: .emptyText))
    }
    return Content(
      article: Article(
        file: SourceFile(name: name, bytes: Array(text.utf8)), stated: stated,
        reading: ReadingOptions(encoding: FoundEncoding(.utf8, .detected), sample: sample)),
      notices: notices)
  }

  private static func notice(
    _ place: String, _ name: String, hasBytes length: Int
  ) -> InputProblem {
    InputProblem(
      place,
      "the field `\(name)` has \(length) bytes; what is longer than \(longestValue) states no "
        + "metadata (told once a file)",
      isError: false, topic: .longField(name))
  }

  private static func notice(_ place: String, _ name: String, is kind: String) -> InputProblem {
    InputProblem(
      place,
      "the field `\(name)` is \(kind), which states no metadata; write it as text (told once a file)",
      isError: false, topic: .nestedField(name, kind: kind))
  }

  /// The record in UTF-8.
  private func decoded(
    _ piece: RecordStream.Piece, _ place: String
  ) throws(InputProblem) -> [UInt8] {
    switch piece.defect {
    case .tooLong:
      throw InputProblem(place, "the record is larger than \(RecordStream.longest >> 20) MB")
    case .openQuote:
      throw InputProblem(place, "the quotation mark that opens in the record never closes")
    case .cutOff, .misplaced, .trailing: throw InputProblem(place, "no record of a list")
    case nil: break
    }
    if let encoding = request.encoding, encoding != .utf8 {
      guard let decoded = TextDecoder.decode(piece.bytes, as: encoding) else {
        throw InputProblem(
          place, "the C library cannot convert \(encoding.rawValue)", topic: .encoding)
      }
      return decoded.text
    }
    let damage = UTF8Probe.firstDamage(in: piece.bytes)
    if damage != nil || piece.bytes.contains(0),
      EncodingDetector.encoding(of: piece.bytes).encoding.isWide
    {
      throw InputProblem(
        place,
        "looks like UTF-16, but records are read line by line; convert the file to UTF-8 first",
        topic: .wideEncoding)
    }
    if let offset = damage {
      throw InputProblem(
        place,
        "is not UTF-8 at byte \(offset) of the record; name the encoding with `--encoding`",
        topic: .encoding)
    }
    return piece.bytes
  }

  private func tableFields(
    _ bytes: [UInt8], _ place: String
  ) throws(InputProblem) -> [(name: String, value: JSONFields.Value)] {
    let cells = try Self.cells(bytes, header.separator, place)
    let columns = header.columns
    guard cells.count == columns.count else {
      throw InputProblem(
        place, "has \(cells.count) cells, but there are \(columns.count) columns", topic: .cells)
    }
    return zip(columns, cells).map { ($0, .text($1)) }
  }

  private static func cells(
    _ bytes: [UInt8], _ separator: UInt8, _ place: String
  ) throws(InputProblem) -> [String] {
    do throws(DelimitedText.OpenQuote) {
      return try DelimitedText(separator: separator).records(bytes).first?.fields ?? []
    } catch {
      throw InputProblem(place, "the quotation mark that opens in the record never closes")
    }
  }

  private func words(_ value: JSONFields.Value) -> String {
    switch value {
    case .text: "text"
    case .number: "a number"
    case .boolean(let value): value ? "true" : "false"
    case .null: "null"
    case .nested(let kind): kind
    }
  }

  private static func list(_ names: [String]) -> String {
    names.isEmpty ? "none" : names.prefix(20).map { "`\($0)`" }.joined(separator: ", ")
  }
}
