/// Why a command ended before its time.
enum CommandFailure: Error, Hashable, Sendable {
  /// Everything is said already.
  case reported(ExitStatus)
  /// The output could not be written; with what the run had come to by then.
  case output(SystemError, ExitStatus)
}

/// The value of `body`, whose failure is said already when it throws.
func commandFailure<Value>(
  _ body: () throws(ExitStatus) -> Value
) throws(CommandFailure) -> Value {
  do throws(ExitStatus) {
    return try body()
  } catch {
    throw .reported(error)
  }
}

extension OutputFile {
  /// Writes `bytes` in a run that has come to `status` so far.
  func write(_ bytes: [UInt8], _ status: ExitStatus) throws(CommandFailure) {
    do throws(SystemError) {
      try write(bytes)
    } catch {
      throw .output(error, status)
    }
  }

  /// Writes `text` in a run that has come to `status` so far.
  func write(_ text: String, _ status: ExitStatus) throws(CommandFailure) {
    try write(Array(text.utf8), status)
  }
}
