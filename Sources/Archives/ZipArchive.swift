/// A zip archive in memory: its directory, and its entries one by one.
///
/// Only what office programs write is read: entries that are stored or deflated, on one disk,
/// smaller than four gigabytes.
package struct ZipArchive: Sendable {
  /// What an archive may cost.
  package struct Limits: Sendable, Hashable {
    /// Bytes of one entry when unpacked.
    package var size = 64 << 20
    /// Bytes out for each byte in.
    package var ratio = 200
    /// Entries of the directory.
    package var entries = 4096

    /// The limits that the properties begin with: 64 MiB, 200 to 1, 4096 entries.
    package init() {}
  }

  /// One file of the archive, as the directory describes it; nothing of its content is read yet.
  package struct Entry: Sendable, Hashable {
    /// The path inside the archive as it is written there, with damage as U+FFFD; names may repeat.
    package let name: String
    let method: Int
    let isEncrypted: Bool
    let checksum: UInt32
    let packedSize: Int
    let size: Int
    /// Offset of the entry's own header in the file.
    let header: Int
  }

  private let bytes: [UInt8]
  private let limits: Limits
  /// In the order of the directory.
  package let entries: [Entry]
  /// Where the directory begins: the entries end before it.
  private let directory: Int

  /// Reads the directory.
  ///
  /// - Throws: `ArchiveError` where there is none, where it is damaged, or beyond the limits.
  /// - Complexity: O(entries log entries), after a search through the last 64 KB.
  package init(_ bytes: [UInt8], limits: Limits = Limits()) throws(ArchiveError) {
    self.bytes = bytes
    self.limits = limits
    guard let end = ZipArchive.endRecord(bytes) else { throw .notAnArchive }
    let count = bytes.number(2, at: end + 10)
    let size = bytes.number(4, at: end + 12)
    directory = bytes.number(4, at: end + 16)
    if count == 0xFFFF || size == 0xFFFF_FFFF || directory == 0xFFFF_FFFF { throw .zip64 }
    guard count <= limits.entries else { throw .tooManyEntries(limits.entries) }
    guard directory + size <= end else { throw .damaged(offset: end) }
    var entries: [Entry] = []
    var offset = directory
    for _ in 0..<count {
      let (entry, next) = try ZipArchive.entry(bytes, at: offset, before: directory + size)
      entries.append(entry)
      offset = next
    }
    self.entries = entries
    try checkOverlaps()
  }

  /// Whether `bytes` begin as zip archives do.
  package static func isLikely(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
  }

  private static let endSignature = 0x0605_4B50
  private static let directorySignature = 0x0201_4B50
  private static let headerSignature = 0x0403_4B50

  /// The offset of the last record, after which at most a comment comes.
  private static func endRecord(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= 22 else { return nil }
    let first = max(0, bytes.count - 22 - 0xFFFF)
    return stride(from: bytes.count - 22, through: first, by: -1).first {
      bytes[$0] == 0x50 && bytes.number(4, at: $0) == endSignature
        && $0 + 22 + bytes.number(2, at: $0 + 20) <= bytes.count
    }
  }

  private static func entry(
    _ bytes: [UInt8], at offset: Int, before end: Int
  ) throws(ArchiveError) -> (Entry, next: Int) {
    guard offset + 46 <= end, bytes.number(4, at: offset) == directorySignature else {
      throw .damaged(offset: offset)
    }
    let nameLength = bytes.number(2, at: offset + 28)
    let next =
      offset + 46 + nameLength + bytes.number(2, at: offset + 30) + bytes.number(2, at: offset + 32)
    guard next <= end else { throw .damaged(offset: offset) }
    let name = String(decoding: bytes[offset + 46..<offset + 46 + nameLength], as: UTF8.self)
    let sizes = [20, 24, 42].map { bytes.number(4, at: offset + $0) }
    if sizes.contains(0xFFFF_FFFF) { throw .zip64 }
    return (
      Entry(
        name: name, method: bytes.number(2, at: offset + 10),
        isEncrypted: bytes.number(2, at: offset + 8) & 1 == 1,
        checksum: UInt32(bytes.number(4, at: offset + 16)), packedSize: sizes[0], size: sizes[1],
        header: sizes[2]), next
    )
  }

  /// Entries that share bytes are the way to make a small file unpack to a huge one.
  private func checkOverlaps() throws(ArchiveError) {
    var end = 0
    for entry in entries.sorted(by: { $0.header < $1.header }) {
      guard entry.header >= end else { throw .overlapping(name: entry.name) }
      end = entry.header + 30 + entry.packedSize
      guard end <= directory else { throw .damaged(offset: entry.header) }
    }
  }

  /// The bytes of `entry`, unpacked and checked.
  ///
  /// - Throws: `ArchiveError` where it is encrypted, damaged, or beyond the limits.
  /// - Complexity: O(bytes in and out).
  package func content(of entry: Entry) throws(ArchiveError) -> [UInt8] {
    if entry.isEncrypted { throw .encrypted }
    let offset = entry.header
    guard offset + 30 <= directory, bytes.number(4, at: offset) == ZipArchive.headerSignature
    else { throw .damaged(offset: offset) }
    let start =
      offset + 30 + bytes.number(2, at: offset + 26) + bytes.number(2, at: offset + 28)
    guard start + entry.packedSize <= directory else { throw .damaged(offset: offset) }
    let content: [UInt8]
    switch entry.method {
    case 0:
      if entry.packedSize > limits.size { throw .tooLarge(limit: limits.size) }
      content = Array(bytes[start..<start + entry.packedSize])
    case 8: content = try inflate(start..<start + entry.packedSize)
    default: throw .unknownMethod(entry.method)
    }
    guard content.count == entry.size, Checksum.crc32(content) == entry.checksum else {
      throw .wrongChecksum(name: entry.name)
    }
    return content
  }

  private func inflate(_ range: Range<Int>) throws(ArchiveError) -> [UInt8] {
    // Small parts repeat themselves much without harm.
    let dense = max(range.count * limits.ratio, 1 << 20)
    do throws(ArchiveError) {
      return try Inflater.inflate(bytes, range, limit: min(limits.size, dense)).text
    } catch .tooLarge where dense < limits.size {
      throw .tooDense(limit: limits.ratio)
    }
  }
}

extension [UInt8] {
  /// The number of `count` bytes at `offset`, the lowest byte first.
  fileprivate func number(_ count: Int, at offset: Int) -> Int {
    (0..<count).reduce(0) { $0 | Int(self[offset + $1]) << (8 * $1) }
  }
}
