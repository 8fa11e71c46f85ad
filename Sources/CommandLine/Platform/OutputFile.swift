/// Where a command writes: standard output, or a file that appears when all is written.
package struct OutputFile: Sendable {
  private let descriptor: Int32
  /// The file that was asked for, with the temporary one beside it; nil for streams.
  private let paths: (temporary: String, final: String)?

  /// Opens the file at `path`, or takes standard output for nil.
  ///
  /// A device or pipe is written to directly, since a file put in its place would destroy it; a
  /// symbolic link stays, and what it leads to is replaced. A file that is replaced leaves its
  /// permissions to the new one.
  ///
  /// - Throws: `SystemError` where no file can be made there, or one stands there that nobody may write.
  package init(_ path: String?) throws(SystemError) {
    guard let path else {
      descriptor = StandardStreams.output
      paths = nil
      return
    }
    let status = try? FileSystem.status(of: path)
    // The folder alone decides whether another file can take its place.
    if let status, status.kind == .file, status.isProtected { throw .denied }
    if status == nil || status?.kind == .file {
      let target = FileSystem.linkTarget(path)
      let new = try FileSystem.createBeside(target, permissions: status?.permissions)
      descriptor = new.descriptor
      paths = (new.path, target)
    } else {
      descriptor = try FileSystem.create(path)
      paths = nil
    }
  }

  /// Writes a file that holds `bytes`, whole or not at all.
  ///
  /// - Throws: `SystemError` where it cannot be written; a file that stood there stays.
  package static func put(_ bytes: [UInt8], at path: String) throws(SystemError) {
    let file = try OutputFile(path)
    do throws(SystemError) {
      try file.write(bytes)
    } catch {
      file.abandon()
      throw error
    }
    try file.finish()
  }

  /// Writes `bytes` behind what is written already.
  ///
  /// - Throws: `SystemError` where not all of it could be written.
  package func write(_ bytes: [UInt8]) throws(SystemError) {
    try StandardStreams.write(bytes, to: descriptor)
  }

  /// Writes `text` behind what is written already.
  ///
  /// - Throws: `SystemError` where not all of it could be written.
  package func write(_ text: String) throws(SystemError) { try write(Array(text.utf8)) }

  /// From now on a signal that ends the process removes the unfinished file.
  package func removeOnInterrupt() {
    if let paths { FileSystem.removeOnInterrupt(paths.temporary) }
  }

  /// Puts the file in its place; where that fails no trace of it is left.
  ///
  /// - Throws: `SystemError` where the last bytes are lost or the file cannot take its place.
  package func finish() throws(SystemError) {
    guard descriptor != StandardStreams.output else { return }
    do throws(SystemError) {
      try FileSystem.closeFile(descriptor)
      if let paths { try FileSystem.move(paths.temporary, to: paths.final) }
    } catch {
      if let paths { FileSystem.remove(paths.temporary) }
      throw error
    }
  }

  /// Leaves no trace of a run that failed; called instead of `finish`.
  package func abandon() {
    guard descriptor != StandardStreams.output else { return }
    try? FileSystem.closeFile(descriptor)
    if let paths { FileSystem.remove(paths.temporary) }
  }
}
