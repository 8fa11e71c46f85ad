/// How far apart two values of a slot, from 0 to 1, may lie and count as the same.
enum SlotTolerance {
  /// Between two labellings: half a step of the values that people give, and a hair for what doubles
  /// cannot hold.
  static let labelled = 0.051
  /// Between an expectation and an analysis: what is lost where three decimals are written.
  static let written = 0.000_501

  /// `value` with three decimals.
  static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}
