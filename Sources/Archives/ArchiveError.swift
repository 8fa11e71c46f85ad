/// Why an archive, or a part of it, cannot be read.
package enum ArchiveError: Error, Hashable, Sendable {
  /// It does not end with the directory that every zip file has.
  case notAnArchive
  /// The bytes at `offset` of the file are not what they must be.
  case damaged(offset: Int)
  /// Compressed data that is no deflate stream; `offset` counts from its start.
  case badStream(offset: Int)
  /// What was unpacked differs from the size or the checksum (CRC-32) that the directory gives.
  case wrongChecksum(name: String)
  /// Two entries share bytes of the file.
  case overlapping(name: String)
  /// The entry asks for a password.
  case encrypted
  /// A way of storing that is not read here, with its number.
  case unknownMethod(Int)
  /// The directory has more entries than the limit, which is given.
  case tooManyEntries(Int)
  /// More bytes than the limit, in bytes, would come out.
  case tooLarge(limit: Int)
  /// More bytes than `limit` would come out for each byte that goes in.
  case tooDense(limit: Int)
  /// Sizes beyond four gigabytes.
  case zip64

  /// In words, lower case, without a full stop.
  package var message: String {
    switch self {
    case .notAnArchive: "it is not a zip archive, or its end is missing"
    case .damaged(let offset): "it is damaged at byte \(offset)"
    case .badStream(let offset): "its compressed text is damaged at byte \(offset)"
    case .wrongChecksum(let name): "the checksum of `\(name)` is wrong, so it is damaged"
    case .overlapping(let name): "`\(name)` shares bytes with another part, so it is damaged"
    case .encrypted: "it is encrypted"
    case .unknownMethod(let number): "it is compressed by method \(number)"
    case .tooManyEntries(let limit): "it has more than \(limit) parts"
    case .tooLarge(let limit): "it unpacks to more than \(limit >> 20) MB"
    case .tooDense(let limit): "it unpacks to more than \(limit) times its size"
    case .zip64: "it is in the form for files of more than 4 GB (zip64)"
    }
  }
}
