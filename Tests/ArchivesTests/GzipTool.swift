import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The program `gzip`, where the machine has it.
struct GzipTool {
  init?() {
    guard unsafe system("gzip --version >/dev/null 2>&1") == 0 else { return nil }
  }

  /// Each text as a gzip file: ten bytes of header, the stream, checksum and size.
  func pack(_ texts: [[UInt8]], level: Int) throws -> [[UInt8]] {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "duban-gzip-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (index, text) in texts.enumerated() {
      try Data(text).write(to: folder.appending(path: "\(index)"))
    }
    guard unsafe system("cd '\(folder.path)' && gzip -n -\(level) *") == 0 else { return [] }
    return try texts.indices.map {
      Array(try Data(contentsOf: folder.appending(path: "\($0).gz")))
    }
  }
}
