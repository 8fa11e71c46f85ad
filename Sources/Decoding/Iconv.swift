// The one file of this target that calls the C library, and the only one that is allowed pointers.
//
// Invariants: `handle` is open from `init` to `deinit` and never leaves the value, which cannot be
// copied; a conversion is given the addresses of two arrays for the time of one call, with their
// true sizes, and says itself how far it came in each.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A converter of the C library from one encoding to UTF-8.
@safe struct Iconv: ~Copyable {
  /// Why a conversion stopped.
  enum Stop {
    case finished
    /// The next bytes are no character.
    case invalid
    /// The next character is cut off.
    case incomplete
    /// The output is full.
    case full
  }

  private let handle: iconv_t
  /// Where one call writes; copied from here, so that no other array is open to the C library.
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)

  /// Nil where the C library has no such converter.
  init?(from name: String) {
    guard let opened = unsafe iconv_open("UTF-8", name), Int(bitPattern: opened) != -1 else {
      return nil
    }
    unsafe handle = opened
  }

  deinit { _ = unsafe iconv_close(handle) }

  /// Converts `range` of `bytes` as far as 64 KiB of output go, and adds it to `output`.
  ///
  /// - Returns: How many bytes were converted, and why no more.
  mutating func convert(
    _ bytes: [UInt8], _ range: Range<Int>, to output: inout [UInt8]
  ) -> (count: Int, stop: Stop) {
    var input = Array(bytes[range])
    var inputLeft = input.count
    var outputLeft = buffer.count
    var stop = Stop.finished
    unsafe input.withUnsafeMutableBytes { source in
      unsafe buffer.withUnsafeMutableBytes { target in
        var from = unsafe source.baseAddress?.assumingMemoryBound(to: CChar.self)
        var to = unsafe target.baseAddress?.assumingMemoryBound(to: CChar.self)
        if unsafe iconv(handle, &from, &inputLeft, &to, &outputLeft) == -1 {
          switch errno {
          case E2BIG: stop = .full
          case EINVAL: stop = .incomplete
          default: stop = .invalid
          }
        }
      }
    }
    output += buffer[..<(buffer.count - outputLeft)]
    return (range.count - inputLeft, stop)
  }
}
