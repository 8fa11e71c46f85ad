extension ReportWords {
  /// Names that the program gives to what it finds; packs title their own.
  ///
  /// Tables of other languages translate them under the raw values; `{name}` stands for what is filled in.
  /// Flags of rules and columns of tables, which packs name, go the same way: `flag-`, `key-`.
  package enum Name: String, Hashable, Sendable, CaseIterable {
    case expectedDate = "expected-a date such as {examples}"
    case expectedOneOf = "expected-one of {names}"
    case examplesOfDates = "examples-2024-05-31, 2024-05 or 2024"
    case flagBareOrder = "flag-bare-order"
    case flagHeading = "flag-heading"
    case flagImplied = "flag-implied"
    case flagInherited = "flag-inherited"
    case flagPerspectiveSwitch = "flag-perspective-switch"
    case flagSameSentence = "flag-same-sentence"
    case noiseCellLines = "noise-cell-lines"
    case noiseDoubledPunctuation = "noise-doubled-punctuation"
    case noiseDoubtfulBoundary = "noise-doubtful-boundary"
    case noiseEntities = "noise-entities"
    case noiseForumJunk = "noise-forum-junk"
    case noiseInnerBlanks = "noise-inner-blanks"
    case noiseInvisibleCharacters = "noise-invisible-characters"
    case noiseNulBytes = "noise-nul-bytes"
    case noisePageMarkers = "noise-page-markers"
    case noisePinyin = "noise-pinyin"
    case noiseRepeatedSentences = "noise-repeated-sentences"
    case noiseShiftedBytes = "noise-shifted-bytes"
    case noiseShiftedBytesRepaired = "noise-shifted-bytes-repaired"
    case noiseSiteNames = "noise-site-names"
    case noiseTagRemnants = "noise-tag-remnants"
    case noiseTraditionalCharacters = "noise-traditional-characters"
    case noiseUndecodableBytes = "noise-undecodable-bytes"
    case noiseWrappedLines = "noise-wrapped-lines"
    case noticeDamageLeft = "notice-not every place that looks damaged was searched for lost bytes"
    case noticeNotUsed =
      "notice-`{label}` from the {source} is not used: `{value}` is not {expected}"
    case noticeNoConverter = "notice-the C library cannot read {encoding}; read as UTF-8"
    case noticeReadAsAsked = "notice-read as {encoding}, as asked"
    case noticeReadAsDeclared = "notice-read as {encoding}, as it declares"
    case noticeReadByCharacters = "notice-read as {encoding}, by its characters"
    case noticeReadByMark = "notice-read as {encoding}, by its byte order mark"
    case noticeNoBody = "notice-no body text was found"
    case noticeShortened = "notice-so many places match that only the longest matches were followed"
    case obstacleCondition = "obstacle-condition"
    case obstacleExcept = "obstacle-except"
    case obstacleUnless = "obstacle-unless"
    case sourceFrontMatter = "source-front-matter"
    case sourceManifest = "source-manifest"
    case sourceRecord = "source-record"
    case sourceSidecar = "source-sidecar"
  }

  /// The kinds of names that packs choose.
  private static let open = ["flag-", "key-"]

  /// Whether `name` is a kind of names that packs choose, with one of them.
  static func isOpen(_ name: String) -> Bool { open.contains(where: name.hasPrefix) }

  /// What `name` is called among its kind, in the language of these words; what has no word, and is made
  /// after no sentence that has one, stays as it is.
  ///
  /// - Complexity: O(names · characters).
  func name(_ name: String, _ kind: String) -> String {
    if let word = translation("\(kind)-\(name)") { return word }
    for sentence in Name.allCases {
      guard sentence.rawValue.hasPrefix("\(kind)-"), let word = translation(sentence.rawValue),
        let values = Self.values(in: name, after: sentence.rawValue.dropFirst(kind.count + 1))
      else { continue }
      return fill(
        word, Dictionary(uniqueKeysWithValues: values.map { ($0, self.name($1, $0)) }))
    }
    return name
  }

  /// What stands in `text` for the names in the braces of `template`; nil where it is made otherwise, and
  /// where there are no braces.
  private static func values(
    in text: String, after template: Substring
  ) -> [(name: String, value: String)]? {
    let parts = template.split(separator: "{", omittingEmptySubsequences: false)
    guard parts.count > 1, text.hasPrefix(parts[0]) else { return nil }
    var rest = text.dropFirst(parts[0].count)
    var values: [(name: String, value: String)] = []
    for part in parts.dropFirst() {
      guard let close = part.firstIndex(of: "}") else { return nil }
      let next = part[part.index(after: close)...]
      let end = next.isEmpty ? rest.endIndex : rest.firstRange(of: next)?.lowerBound
      guard let end else { return nil }
      values.append((String(part[..<close]), String(rest[..<end])))
      rest = rest[end...].dropFirst(next.count)
    }
    return rest.isEmpty ? values : nil
  }
}
