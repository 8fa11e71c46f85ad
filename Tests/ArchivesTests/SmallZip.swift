import Archives

/// A zip archive with one entry, laid out by hand: header, content, directory, end.
struct SmallZip {
  var name = "a"
  var packed: [UInt8]
  var text: [UInt8]
  var method = 0

  init(text: String) {
    packed = Array(text.utf8)
    self.text = packed
  }

  init(name: String, packed: [UInt8], text: [UInt8], method: Int) {
    self.name = name
    self.packed = packed
    self.text = text
    self.method = method
  }

  /// Offset of the directory's first entry.
  var directory: Int { 30 + name.utf8.count + packed.count }
  /// Offset of the record at the end.
  var end: Int { directory + 46 + name.utf8.count }

  var bytes: [UInt8] {
    let sums =
      number(Int(Checksum.crc32(text)), 4) + number(packed.count, 4) + number(text.count, 4)
    let common = number(20, 2) + number(0, 2) + number(method, 2) + number(0, 4) + sums
    var result = number(0x0403_4B50, 4) + common + number(name.utf8.count, 2) + number(0, 2)
    result += Array(name.utf8) + packed
    result += number(0x0201_4B50, 4) + number(20, 2) + common + number(name.utf8.count, 2)
    result += number(0, 4) + number(0, 4) + number(0, 4) + number(0, 4) + Array(name.utf8)
    result += number(0x0605_4B50, 4) + number(0, 4) + number(1, 2) + number(1, 2)
    return result + number(46 + name.utf8.count, 4) + number(directory, 4) + number(0, 2)
  }

  private func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}

/// Ways in which a zip archive is wrong.
enum ZipDamage: CaseIterable {
  case truncated, empty, checksum, encrypted, method, zip64, overlap, farHeader, shortDirectory
  case badHeader

  func done(to zip: SmallZip) -> [UInt8] {
    var bytes = zip.bytes
    switch self {
    case .truncated: bytes.removeLast(5)
    case .empty: bytes = []
    case .checksum: bytes[31] ^= 1
    case .encrypted: bytes[zip.directory + 8] |= 1
    case .method: bytes[zip.directory + 10] = 12
    case .zip64: bytes.replaceSubrange(zip.end + 16..<zip.end + 20, with: [255, 255, 255, 255])
    case .overlap:
      // A second entry of the directory that points at the same content.
      let entry = Array(bytes[zip.directory..<zip.end])
      bytes.insert(contentsOf: entry, at: zip.end)
      let end = zip.end + entry.count
      bytes[end + 8] = 2
      bytes[end + 10] = 2
      bytes[end + 12] = UInt8(2 * entry.count)
    case .farHeader: bytes[zip.directory + 43] = 1
    case .shortDirectory: bytes[zip.end + 10] = 2
    case .badHeader: bytes[0] = 0
    }
    return bytes
  }

  var error: ArchiveError {
    let zip = SmallZip(text: "text text text")
    return switch self {
    case .truncated, .empty: .notAnArchive
    case .checksum: .wrongChecksum(name: "a")
    case .encrypted: .encrypted
    case .method: .unknownMethod(12)
    case .zip64: .zip64
    case .overlap: .overlapping(name: "a")
    case .farHeader: .damaged(offset: 256)
    case .shortDirectory: .damaged(offset: zip.end)
    case .badHeader: .damaged(offset: 0)
    }
  }
}
