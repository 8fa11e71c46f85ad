// The one file that knows which C library the program runs on, and the only one that is allowed
// pointers: everything else works with bytes, strings and the values declared here.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A refusal by the operating system.
package struct SystemError: Error, Hashable, Sendable {
  /// The value of `errno`.
  package let code: Int32

  /// The words of the C library, with a small first letter.
  package var message: String {
    guard let words = unsafe strerror(code) else { return "error \(code)" }
    let text = unsafe String(cString: words)
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  /// Permission is denied.
  static let denied = SystemError(code: EACCES)

  /// Whether nothing stands at the path.
  package var isMissing: Bool { code == ENOENT || code == ENOTDIR }
  /// Whether nobody reads any more what is written.
  package var isClosedPipe: Bool { code == EPIPE }
}

/// The three streams every program is born with, and what can be asked of them.
package enum StandardStreams {
  /// The descriptor of standard input.
  package static let input: Int32 = 0
  /// The descriptor of standard output.
  package static let output: Int32 = 1
  /// The descriptor of standard error.
  package static let error: Int32 = 2

  /// Makes a closed pipe an error of `write` instead of the end of the process.
  package static func ignoreBrokenPipes() {
    _ = signal(SIGPIPE, SIG_IGN)
  }

  /// Puts something in the place of each stream that is closed, so that no file which is opened later becomes one;
  /// it refuses what the stream is for.
  ///
  /// Called before anything else opens files, as the threads of the library do.
  package static func occupyClosed() {
    // The lowest free number is taken, so that those before must be occupied first.
    for (descriptor, access) in [(input, O_WRONLY), (output, O_RDONLY), (error, O_RDONLY)]
    where fcntl(descriptor, F_GETFD) == -1 && errno == EBADF {
      _ = unsafe open("/dev/null", access)
    }
  }

  /// Makes an interrupt from the keyboard the orderly end of a program that runs until then.
  package static func endOnInterrupt() {
    _ = signal(SIGINT) { _ in _exit(0) }
  }

  /// Whether a person sees what is written to `descriptor`.
  package static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The columns of the terminal at `descriptor`, or nil where there is none.
  package static func terminalWidth(_ descriptor: Int32) -> Int? {
    var size = winsize()
    let status = unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size)
    return status == 0 && size.ws_col > 0 ? Int(size.ws_col) : nil
  }

  /// Writes all of `bytes`, however often the system takes only a part.
  ///
  /// - Throws: `SystemError` where the system refuses; a part may be written then.
  package static func write(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
    var failure: SystemError?
    unsafe bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[offset...])
        let count = unsafe systemWrite(descriptor, rest.baseAddress, rest.count)
        if count >= 0 {
          offset += count
        } else if !isWorthRepeating(errno, descriptor, POLLOUT) {
          failure = SystemError(code: errno)
          return
        }
      }
    }
    if let failure { throw failure }
  }

  /// Reads to the end of the stream, or until more than `limit` bytes have come.
  ///
  /// - Throws: `SystemError` where the system refuses.
  package static func readAll(
    _ descriptor: Int32, limit: Int
  ) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count <= limit {
      let chunk = try readChunk(descriptor)
      if chunk.isEmpty { break }
      bytes.append(contentsOf: chunk)
    }
    return bytes
  }

  /// The next bytes of the stream, at most a quarter of a megabyte; none at its end.
  ///
  /// - Throws: `SystemError` where the system refuses.
  package static func readChunk(_ descriptor: Int32) throws(SystemError) -> [UInt8] {
    let chunkSize = 1 << 18
    var failure: SystemError?
    let chunk = unsafe [UInt8](unsafeUninitializedCapacity: chunkSize) { buffer, count in
      while true {
        let got = unsafe read(descriptor, buffer.baseAddress, chunkSize)
        if got < 0 && isWorthRepeating(errno, descriptor, POLLIN) { continue }
        if got < 0 { failure = SystemError(code: errno) }
        count = max(got, 0)
        return
      }
    }
    if let failure { throw failure }
    return chunk
  }
}

extension StandardStreams {
  /// Whether what ended with `code` is to be done again, as soon as the stream is ready for `event`.
  ///
  /// Who starts the program may have left the standard streams such that nothing waits for them. Of files, which
  /// are opened so on purpose, none is waited for.
  private static func isWorthRepeating(
    _ code: Int32, _ descriptor: Int32, _ event: some BinaryInteger
  ) -> Bool {
    if code == EINTR { return true }
    guard code == EAGAIN || code == EWOULDBLOCK, descriptor <= error else { return false }
    var request = pollfd(fd: descriptor, events: Int16(event), revents: 0)
    return unsafe poll(&request, 1, -1) >= 0 || errno == EINTR
  }
}

/// What the file system says of one path.
package struct FileStatus: Hashable, Sendable {
  /// What can stand at a path.
  package enum Kind: Hashable, Sendable {
    /// A regular file, which can be read again and has a size.
    case file
    case folder
    /// A pipe or a device, in words: bytes come out of it, but how many nobody knows.
    case stream(String)
    /// A socket, in words.
    case special(String)
  }

  /// Two paths with equal identities are the same file.
  package struct Identity: Hashable, Sendable {
    let device: UInt64
    let node: UInt64
  }

  /// What stands there.
  package let kind: Kind
  /// In bytes.
  package let size: Int
  /// What tells it from every other file.
  package let identity: Identity
  /// When the content changed last: two states of a file with one number are of one time, and nothing else
  /// can be told from it.
  package let modified: Int
  /// The lowest twelve bits of the mode, as `chmod` takes them.
  package let permissions: UInt32
  /// Whether the permissions let nobody write.
  package var isProtected: Bool { permissions & 0o222 == 0 }

  /// Whether it is what stands at `path`, symbolic links followed.
  package func isAt(_ path: String) -> Bool {
    (try? FileSystem.status(of: path))?.identity == identity
  }
}

/// The few questions the program asks of the file system.
package enum FileSystem {
  /// What stands at `path`, symbolic links followed.
  ///
  /// - Throws: `SystemError` where nothing stands there, or the system will not tell.
  package static func status(of path: String) throws(SystemError) -> FileStatus {
    var record = stat()
    guard unsafe stat(path, &record) == 0 else { throw SystemError(code: errno) }
    return status(record)
  }

  private static func status(_ record: stat) -> FileStatus {
    let kind: FileStatus.Kind =
      switch record.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFIFO: .stream("a named pipe")
      case S_IFSOCK: .special("a socket")
      default: .stream("a device")
      }
    let identity = FileStatus.Identity(
      device: UInt64(truncatingIfNeeded: record.st_dev),
      node: UInt64(truncatingIfNeeded: record.st_ino))
    #if canImport(Darwin)
      let time = record.st_mtimespec
    #else
      let time = record.st_mtim
    #endif
    return FileStatus(
      kind: kind, size: Int(record.st_size), identity: identity,
      // In nanoseconds the years from 2262 on have no number; they come round to those of others.
      modified: Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec),
      permissions: UInt32(record.st_mode) & 0o7777)
  }

  /// Whether `path` itself is a symbolic link.
  package static func isLink(_ path: String) -> Bool {
    var record = stat()
    return unsafe lstat(path, &record) == 0 && record.st_mode & S_IFMT == S_IFLNK
  }

  /// Where a chain of symbolic links leads, whether anything stands there or not; `path` itself
  /// where it is no link.
  package static func linkTarget(_ path: String) -> String {
    // The system follows no more links than these either.
    let mostLinks = 40
    var path = path
    for _ in 0..<mostLinks {
      var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
      let count = unsafe readlink(path, &buffer, Int(PATH_MAX))
      guard count > 0 else { return path }
      let target = String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
      let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
      path = target.hasPrefix("/") ? target : folder + target
    }
    return path
  }

  /// The names in a folder without `.` and `..`, sorted by their bytes.
  ///
  /// - Throws: `SystemError` where it is no folder, or may not be read.
  /// - Complexity: O(n log n) for n names.
  package static func names(in path: String) throws(SystemError) -> [String] {
    guard let folder = unsafe opendir(path) else { throw SystemError(code: errno) }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        unsafe tuple.withMemoryRebound(
          to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee)
        ) { unsafe String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The bytes of the file at `path`; more than `limit` come back only to show that it is larger.
  ///
  /// - Throws: `SystemError` where it cannot be opened or read.
  package static func read(_ path: String, limit: Int) throws(SystemError) -> [UInt8] {
    let descriptor = try openForReading(path)
    defer { close(descriptor) }
    return try StandardStreams.readAll(descriptor, limit: limit)
  }

  /// Opens `path` for reading; the caller closes it.
  ///
  /// With `waits` a pipe opens when somebody writes to it, and reading it waits for bytes.
  ///
  /// - Throws: `SystemError` where nothing stands there, or it may not be read.
  package static func openForReading(
    _ path: String, waits: Bool = false
  ) throws(SystemError) -> Int32 {
    // Without O_NONBLOCK a pipe that took the place of the file would never open.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | (waits ? 0 : O_NONBLOCK))
    guard descriptor >= 0 else { throw SystemError(code: errno) }
    return descriptor
  }

  /// The bytes of the regular file at `path`, as `read` gives them; nil where something else stands
  /// there, which is not waited for.
  ///
  /// - Throws: `SystemError` where nothing stands there, or it may not be read.
  package static func readRegular(_ path: String, limit: Int) throws(SystemError) -> [UInt8]? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw SystemError(code: errno) }
    defer { close(descriptor) }
    var record = stat()
    guard unsafe fstat(descriptor, &record) == 0 else { throw SystemError(code: errno) }
    guard status(record).kind == .file else { return nil }
    return try StandardStreams.readAll(descriptor, limit: limit)
  }

  /// Opens `path` for writing, empty; the caller closes it.
  ///
  /// - Throws: `SystemError` where it cannot be made or written.
  package static func create(_ path: String) throws(SystemError) -> Int32 {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw SystemError(code: errno) }
    return descriptor
  }

  /// A new, empty file beside `path`, open for writing, that takes the name of no other.
  ///
  /// The caller closes it. It has `permissions`, or where they are nil what the process gives to any
  /// file.
  ///
  /// - Throws: `SystemError` where no file can be made there, or 1,000 names are taken.
  package static func createBeside(
    _ path: String, permissions: UInt32?
  ) throws(SystemError) -> (descriptor: Int32, path: String) {
    // What runs that were killed left behind takes a name each.
    let mostNames = 1000
    let first: mode_t = permissions == nil ? 0o644 : 0o600
    for number in 1...mostNames {
      let name = number == 1 ? "\(path).partial" : "\(path).\(number).partial"
      let descriptor = unsafe open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, first)
      if descriptor < 0, errno == EEXIST { continue }
      guard descriptor >= 0 else { throw SystemError(code: errno) }
      // Where it is the same already nothing is asked: some file systems refuse any change.
      if let permissions, permissions != 0o600, fchmod(descriptor, mode_t(permissions)) != 0 {
        let code = errno
        _ = close(descriptor)
        remove(name)
        throw SystemError(code: code)
      }
      return (descriptor, name)
    }
    throw SystemError(code: EEXIST)
  }

  /// Makes the folder `path`, whose parent exists.
  ///
  /// - Throws: `SystemError` where something stands there, or the parent does not.
  package static func makeFolder(_ path: String) throws(SystemError) {
    guard unsafe mkdir(path, 0o755) == 0 else { throw SystemError(code: errno) }
  }

  /// Closes what `create`, `createBeside` or `openForReading` opened.
  ///
  /// - Throws: `SystemError` where bytes that were written are lost; it is closed all the same.
  package static func closeFile(_ descriptor: Int32) throws(SystemError) {
    guard close(descriptor) == 0 else { throw SystemError(code: errno) }
  }

  /// Gives the file at `path` the name `target`, in the place of what stands there.
  ///
  /// - Throws: `SystemError` where the system refuses; both stay as they were.
  package static func move(_ path: String, to target: String) throws(SystemError) {
    guard unsafe rename(path, target) == 0 else { throw SystemError(code: errno) }
  }

  /// Removes the file at `path`, if it is there and may be removed.
  package static func remove(_ path: String) {
    _ = unsafe unlink(path)
  }

  /// From now on an interrupt, a request to end, or the loss of the terminal removes the file at
  /// `path` before it ends the process; of two paths the last counts.
  package static func removeOnInterrupt(_ path: String) {
    // A handler may not allocate, so the path stays where it is until the process ends.
    unsafe unfinishedPath = strdup(path)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      // What a shell has told the process to ignore stays ignored.
      let before = unsafe unsafeBitCast(signal(number, SIG_IGN), to: Int.self)
      if unsafe before == unsafeBitCast(SIG_IGN, to: Int.self) { continue }
      _ = signal(number) { number in
        if let path = unsafe unfinishedPath { _ = unsafe unlink(path) }
        _ = signal(number, SIG_DFL)
        _ = raise(number)
      }
    }
  }

  /// The absolute path of the working folder, or `.` where the system will not tell.
  package static func workingFolder() -> String { resolved(".") ?? "." }

  /// `path` made absolute with every symbolic link followed, or nil where it does not exist.
  package static func resolved(_ path: String) -> String? {
    guard let buffer = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(buffer) }
    return unsafe String(cString: buffer)
  }
}

/// The process and the machine under it.
package enum Machine {
  /// Ends the process with `status`.
  package static func exit(_ status: Int32) -> Never { systemExit(status) }

  /// Lets the other threads work until one of them, or a signal, ends the process.
  package static func waitForExit() -> Never {
    // The other threads take no signals, and who starts the program may have kept them from this one.
    var none = sigset_t()
    _ = unsafe sigemptyset(&none)
    while true { _ = unsafe sigsuspend(&none) }
  }

  /// The cores that this process may use, at least 1: where the system does not tell that of a process, those
  /// of the machine that work.
  package static var coreCount: Int {
    let status = (try? FileSystem.read("/proc/self/status", limit: 1 << 16)) ?? []
    return cores(inStatus: status, working: max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
  }

  /// How many of the `working` cores a process may use by what Linux says of its status; all where that does
  /// not tell.
  ///
  /// Cores that the machine could be given and does not have count as allowed there. The call that asks for the
  /// same is none of those that Swift can see.
  package static func cores(inStatus status: [UInt8], working: Int) -> Int {
    let field = Array("Cpus_allowed:".utf8)
    let lines = status.split(separator: UInt8(ascii: "\n"))
    guard let line = lines.first(where: { $0.starts(with: field) }) else { return working }
    let count = line.dropFirst(field.count).reduce(0) { count, digit in
      count + (Character(Unicode.Scalar(digit)).hexDigitValue?.nonzeroBitCount ?? 0)
    }
    return count > 0 ? min(count, working) : working
  }

  /// The absolute path of the running program, or nil where the system will not tell.
  package static var executablePath: String? {
    #if canImport(Darwin)
      var size: UInt32 = 4096
      let path = unsafe String(unsafeUninitializedCapacity: Int(size)) { buffer in
        unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
          guard unsafe _NSGetExecutablePath(characters.baseAddress, &size) == 0,
            let start = unsafe characters.baseAddress
          else { return 0 }
          return unsafe strlen(start)
        }
      }
      return FileSystem.resolved(path)
    #else
      return FileSystem.resolved("/proc/self/exe")
    #endif
  }

  /// The value of an environment variable; nil where it is unset or empty.
  package static func variable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }
}

/// Ends the process at once.
private func systemExit(_ status: Int32) -> Never { exit(status) }

/// The path that a signal removes.
///
/// It is set once, before there are threads that write files, and read by the handler alone.
nonisolated(unsafe) private var unfinishedPath: UnsafeMutablePointer<CChar>?

/// `write(2)`, which the methods of the same name would hide.
private func systemWrite(
  _ descriptor: Int32, _ start: UnsafeRawPointer?, _ count: Int
) -> Int {
  unsafe write(descriptor, start, count)
}
