import Decoding
import Documents
import SourceText

/// A stage of reading clean articles, and what must come out of it.
enum ReadingCase: String, CaseIterable {
  /// Finding out that a text is UTF-8.
  case validate = "reading-validate"
  /// Decoding GB18030 with its map.
  case decode = "reading-decode-gb18030"
  /// Script, width and signs of a text in UTF-8.
  case normalise = "reading-normalise"
  /// All that happens to a clean text in UTF-8, from its bytes to clauses.
  case document = "reading-document"

  /// Files that are UTF-8; bytes of text; bytes of text; clauses.
  var expected: Int {
    switch self {
    case .validate: 2035
    case .decode: 0
    case .normalise: 0
    case .document: 0
    }
  }

  struct Outcome {
    let count: Int
    let bytes: Int
    /// In seconds, the median of five runs.
    let time: Double
  }

  /// Runs the stage five times over 16 MiB of articles of 8 KiB.
  func run() -> Outcome {
    var source = SyntheticText(seed: 2, words: [], rarity: 0)
    var files: [SourceFile] = []
    var total = 0
    while total < 16 << 20 {
      var bytes = source.article(8 << 10).bytes
      if self == .decode { bytes = Self.gb18030(bytes) }
      files.append(SourceFile(name: "article", bytes: bytes))
      total += bytes.count
    }
    let texts = self == .normalise ? files.map { $0.text(SourceSpan(0, $0.bytes.count)) } : []
    let clock = ContinuousClock()
    var times: [Double] = []
    var count = 0
    for _ in 0..<5 {
      count = 0
      let begin = clock.now
      switch self {
      case .validate:
        for file in files where EncodingDetector.encoding(of: file.bytes).encoding == .utf8 {
          count += 1
        }
      case .decode:
        for file in files {
          count += TextDecoder.decode(file.bytes, as: .gb18030)?.text.count ?? 0
        }
      case .normalise:
        for text in texts { count += Normalizer.fold(text).count }
      case .document:
        for file in files { count += DocumentReader.read(file).clauses.count }
      }
      let duration = (clock.now - begin).components
      times.append(Double(duration.seconds) + Double(duration.attoseconds) * 1e-18)
    }
    return Outcome(count: count, bytes: total, time: times.sorted()[2])
  }

  /// The text in GB18030; characters without a pair are left out.
  private static func gb18030(_ bytes: [UInt8]) -> [UInt8] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.flatMap { scalar -> [UInt8] in
      if scalar.isASCII { return [UInt8(scalar.value)] }
      let code = PairTable.gb18030.code(of: scalar.value)
      return code == 0 ? [] : [UInt8(code >> 8), UInt8(code & 0xFF)]
    }
  }
}
