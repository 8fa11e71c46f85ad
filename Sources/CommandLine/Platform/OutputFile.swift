/// Where a command writes: standard output, or a file that appears when all is written.
struct OutputFile: Sendable {
  private let descriptor: Int32
  /// The file that was asked for, with the temporary one beside it; nil for streams.
  private let paths: (temporary: String, final: String)?

  /// Opens the file at `path`, or takes standard output for nil.
  ///
  /// A device or pipe is written to directly, since a file put in its place would destroy it; a
  /// symbolic link stays, and what it leads to is replaced.
  init(_ path: String?) throws(SystemError) {
    guard let path else {
      descriptor = StandardStreams.output
      paths = nil
      return
    }
    let kind = try? FileSystem.status(of: path).kind
    if kind == nil || kind == .file {
      let target = FileSystem.linkTarget(path)
      let temporary = "\(target).partial"
      descriptor = try FileSystem.create(temporary)
      paths = (temporary, target)
    } else {
      descriptor = try FileSystem.create(path)
      paths = nil
    }
  }

  func write(_ bytes: [UInt8]) throws(SystemError) {
    try StandardStreams.write(bytes, to: descriptor)
  }

  func write(_ text: String) throws(SystemError) { try write(Array(text.utf8)) }

  /// Puts the file in its place.
  func finish() throws(SystemError) {
    if descriptor != StandardStreams.output { try FileSystem.closeFile(descriptor) }
    if let paths { try FileSystem.move(paths.temporary, to: paths.final) }
  }

  /// Leaves no trace of a run that failed.
  func abandon() {
    if let paths { FileSystem.remove(paths.temporary) }
  }
}
