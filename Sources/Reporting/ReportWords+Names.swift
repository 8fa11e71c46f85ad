extension ReportWords {
  /// Names that the program gives to what it finds; packs title their own.
  ///
  /// Tables of other languages translate them under the raw values.
  package enum Name: String, Hashable, Sendable, CaseIterable {
    case flagBareOrder = "flag-bare-order"
    case flagHeading = "flag-heading"
    case flagImplied = "flag-implied"
    case flagInherited = "flag-inherited"
    case flagPerspectiveSwitch = "flag-perspective-switch"
    case flagSameSentence = "flag-same-sentence"
    case noiseDoubledPunctuation = "noise-doubled-punctuation"
    case noiseDoubtfulBoundary = "noise-doubtful-boundary"
    case noiseEntities = "noise-entities"
    case noiseInnerBlanks = "noise-inner-blanks"
    case noiseInvisibleCharacters = "noise-invisible-characters"
    case noiseNulBytes = "noise-nul-bytes"
    case noisePageMarkers = "noise-page-markers"
    case noisePinyin = "noise-pinyin"
    case noiseRepeatedSentences = "noise-repeated-sentences"
    case noiseTraditionalCharacters = "noise-traditional-characters"
    case noiseUndecodableBytes = "noise-undecodable-bytes"
    case noticeDamageLeft = "notice-not every place that looks damaged was searched for lost bytes"
    case noticeNoBody = "notice-no body text was found"
    case obstacleCondition = "obstacle-condition"
    case obstacleExcept = "obstacle-except"
    case obstacleUnless = "obstacle-unless"
  }

  /// Whether these words have a translation under the raw value of a key, sentence or name.
  package func translates(_ name: String) -> Bool { translation(name) != nil }

  /// What the program calls `name` among its kind, in the language of these words; a name that is
  /// not the program's own stays as it is.
  func name(_ name: String, _ kind: String) -> String { translation("\(kind)-\(name)") ?? name }
}
