/// Numbers as text: the same digits on every machine and in every locale.
package enum NumberFormat {
  private static let powers = [1.0, 10, 100, 1000, 10_000]

  /// `value` rounded half away from zero to at most `places` decimals (0 to 4), without trailing
  /// zeros: `0.3`, `42`, `-1.25`.
  ///
  /// - Precondition: `value` is finite.
  package static func decimal(_ value: Double, places: Int = 4) -> String {
    precondition(value.isFinite, "only finite numbers have digits")
    let power = powers[places]
    let scaled = (value.magnitude * power).rounded()
    guard scaled < 1e15 else { return "\(value)" }
    let digits = Int(scaled)
    let whole = digits / Int(power)
    var fraction = digits % Int(power)
    let sign = value < 0 && digits != 0 ? "-" : ""
    if fraction == 0 { return "\(sign)\(whole)" }
    var width = places
    while fraction % 10 == 0 {
      fraction /= 10
      width -= 1
    }
    let text = String(fraction)
    return "\(sign)\(whole)." + String(repeating: "0", count: width - text.count) + text
  }

  /// `value` with exactly one decimal, for columns of means: `42.0`.
  package static func oneDecimal(_ value: Double) -> String {
    let text = decimal(value, places: 1)
    return text.contains(".") ? text : text + ".0"
  }

  /// A share with exactly two decimals, for columns: `0.50`.
  package static func twoDecimals(_ value: Double) -> String {
    let text = decimal(value, places: 2)
    guard let point = text.firstIndex(of: ".") else { return text + ".00" }
    return text.distance(from: point, to: text.endIndex) == 2 ? text + "0" : text
  }

  /// A share as a whole percentage: `28%`.
  package static func percent(_ share: Double) -> String {
    decimal(share * 100, places: 0) + "%"
  }
}
