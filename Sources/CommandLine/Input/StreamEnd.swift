/// Gives the pieces of a stream until it ends or the system refuses the next one.
struct StreamEnd {
  /// Why the stream ended before its end; nil where it did not.
  private(set) var refusal: SystemError?

  /// What `read` gives; nil at the end, and from the first refusal on.
  mutating func next<Piece>(_ read: () throws(SystemError) -> Piece?) -> Piece? {
    guard refusal == nil else { return nil }
    do throws(SystemError) {
      return try read()
    } catch {
      refusal = error
      return nil
    }
  }
}
