/// An encoding in which articles come.
package enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  /// ASCII too.
  case utf8 = "UTF-8"
  /// The lower byte of a unit first; also `UTF-16` without a byte order mark.
  case utf16LittleEndian = "UTF-16LE"
  /// The higher byte of a unit first.
  case utf16BigEndian = "UTF-16BE"
  /// Holds GBK and GB2312.
  case gb18030 = "GB18030"
  /// With the characters that Windows and, in places that are free there, Hong Kong add.
  case big5 = "Big5"

  /// The names that are understood, small and without `-`, `_` and blanks.
  private static let names: [String: TextEncoding] = [
    "utf8": .utf8, "unicode11utf8": .utf8, "ascii": .utf8, "usascii": .utf8,
    "utf16": .utf16LittleEndian, "unicode": .utf16LittleEndian, "utf16le": .utf16LittleEndian,
    "utf16be": .utf16BigEndian,
    "gb18030": .gb18030, "gbk": .gb18030, "gb2312": .gb18030, "xgbk": .gb18030,
    "gb231280": .gb18030, "euccn": .gb18030, "cp936": .gb18030, "ms936": .gb18030,
    "windows936": .gb18030, "chinese": .gb18030, "csgb2312": .gb18030,
    "big5": .big5, "big5eten": .big5, "xxbig5": .big5, "csbig5": .big5, "cnbig5": .big5,
    "cp950": .big5, "windows950": .big5, "big5hkscs": .big5, "big5hk": .big5,
  ]

  /// The names to offer when one is not understood.
  package static let commonNames = [
    "UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "GB18030", "GBK", "GB2312", "Big5", "Big5-HKSCS",
    "CP936", "CP950",
  ]

  /// The encoding that goes by `name` on pages and in programs; case and `-`, `_` do not matter.
  package init?(named name: String) {
    guard let known = TextEncoding.names[Self.plain(name)] else { return nil }
    self = known
  }

  private static func plain(_ name: String) -> String {
    name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
  }

  /// Whether the name of a wide encoding says in which order the bytes of a character come.
  fileprivate static func namesOrder(_ name: String) -> Bool {
    ["utf16le", "utf16be"].contains(plain(name))
  }

  /// Whether every character has at least two bytes, so that lines do not end at the byte LF.
  package var isWide: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }

  /// The encoding, by the name in the C library, that knows characters which this one lacks.
  var supplementName: String? { self == .big5 ? "BIG5-HKSCS" : nil }

  /// The name by which the C library knows the encoding.
  var converterName: String {
    switch self {
    case .utf8, .utf16LittleEndian, .utf16BigEndian, .gb18030: rawValue
    case .big5: "CP950"
    }
  }
}

/// The encoding of a file, and how it is known.
package struct FoundEncoding: Sendable, Hashable {
  /// How an encoding is known.
  package enum Origin: String, Sendable, Hashable {
    /// The user said so.
    case given
    /// The file begins with a mark that only this encoding has.
    case byteOrderMark = "byte-order-mark"
    /// The file says so in its markup.
    case declared
    /// The bytes look like it.
    case detected
  }

  /// The one in which the file is read.
  package let encoding: TextEncoding
  /// On whose word; a notice tells it where the encoding is not UTF-8.
  package let origin: Origin
  /// Whether the name that was given leaves the order of bytes open, as `UTF-16` does.
  private let isOrderOpen: Bool

  /// An encoding whose order of bytes is settled, however it is known.
  package init(_ encoding: TextEncoding, _ origin: Origin) {
    self.encoding = encoding
    self.origin = origin
    isOrderOpen = false
  }

  /// The encoding that the user calls `name`; nil where no encoding goes by it.
  package init?(given name: String) {
    guard let encoding = TextEncoding(named: name) else { return nil }
    self.encoding = encoding
    origin = .given
    isOrderOpen = encoding.isWide && !TextEncoding.namesOrder(name)
  }

  /// The encoding of a file with `bytes`: a mark settles the order of bytes that the name leaves open.
  package func settled(by bytes: [UInt8]) -> FoundEncoding {
    guard isOrderOpen, let marked = EncodingDetector.markedEncoding(bytes), marked.isWide,
      marked != encoding
    else { return self }
    return FoundEncoding(marked, .byteOrderMark)
  }
}
