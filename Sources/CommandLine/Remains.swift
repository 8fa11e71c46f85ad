import Synchronization

/// What is not given back before the process ends.
///
/// A pack is a hundred thousand small pieces of memory. To free each took a tenth of a short run, and the
/// system takes back all at once.
enum Remains {
  private struct State {
    var isKeeping = false
    var kept: (any Sendable)?
  }

  private static let state = Mutex(State())

  /// From now on something is kept: the process ends with the command that it runs.
  ///
  /// Never called where it goes on, as in tests.
  static func begin() { state.withLock { $0.isKeeping = true } }

  /// Keeps `value` instead of what was kept before, so that who reads packs again and again keeps one.
  static func keep(_ value: some Sendable) {
    // What was kept is freed behind the lock.
    _ = state.withLock { state -> (any Sendable)? in
      guard state.isKeeping else { return nil }
      defer { state.kept = value }
      return state.kept
    }
  }
}
