/// Why a command ended before its time.
enum CommandFailure: Error, Hashable, Sendable {
  /// Everything is said already.
  case reported(ExitStatus)
  /// The output could not be written.
  case output(SystemError)
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
