import Decoding

extension Invocation {
  /// What the options say of files of records; nil where every file is an article.
  static func records(
    _ arguments: ParsedArguments, in encoding: TextEncoding?
  ) throws(UsageError) -> RecordRequest? {
    guard let typed = arguments[.input]?.value else {
      for id in [OptionID.textField, .idField] {
        if let option = arguments[id] {
          throw .missingCompanion(option.spelling, needs: "--input FORM")
        }
      }
      return nil
    }
    var request = RecordRequest(form: try choice(typed, RecordForm.self, of: "--input"))
    if let encoding, encoding.isWide {
      throw .conflict(
        "--encoding \(encoding.rawValue)", "--input",
        reason: "records are read line by line; convert the file to UTF-8 first")
    }
    request.encoding = encoding
    if let name = arguments[.textField]?.value { request.textField = name }
    if let name = arguments[.idField]?.value { request.idField = name }
    if request.textField == request.idField {
      throw .wrongValue("--id-field", request.idField, expected: ["another field than the text"])
    }
    return request
  }
}
