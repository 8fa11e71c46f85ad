import Synchronization

/// A part of a comparison that may take long.
package enum ComparisonStage: Hashable, Sendable {
  /// Figures, intervals and tests of all tables.
  case tables
  /// What the words of groups have in common and apart.
  case wording
  /// The tables once more, without repeated sentences.
  case tablesWithoutRepeats
}

/// Hears how much of a stage is done, in hundredths from 1 to 100: more each time, from any thread, one call
/// after the other.
package typealias ComparisonProgress = @Sendable (ComparisonStage, Int) -> Void

extension ComparisonStage {
  /// What takes in parts of the work of the stage, of which all together are `whole`, and tells `progress` of
  /// every further hundredth.
  func meter(
    whole: Double, _ progress: @escaping ComparisonProgress
  ) -> @Sendable (Double) -> Void {
    let state = Mutex((done: 0.0, told: 0))
    return { part in
      // Where no group is left there is no work.
      guard whole > 0 else { return }
      state.withLock { state in
        state.done += part
        // Parts that are all there may add up to a little less than the whole.
        let hundredths = min(100, Int((100 * state.done / whole + 1e-6).rounded(.down)))
        guard hundredths > state.told else { return }
        state.told = hundredths
        progress(self, hundredths)
      }
    }
  }
}
