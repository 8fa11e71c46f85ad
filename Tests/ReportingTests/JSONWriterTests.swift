import FoundationEssentials
import Reporting
import TestSupport
import Testing

struct JSONWriterTests {
  private func written(_ body: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter()
    body(&json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test(
    "Characters that JSON forbids are escaped, all others stay",
    arguments: [
      ("plain", "\"plain\""), ("say \"so\"", "\"say \\\"so\\\"\""), ("a\\b", "\"a\\\\b\""),
      ("a\nb\r\tc", "\"a\\nb\\r\\tc\""), ("\u{0}\u{1B}\u{7F}", "\"\\u0000\\u001b\\u007f\""),
      ("督办：要😀", "\"督办：要😀\""), ("a/b", "\"a/b\""), ("", "\"\""),
    ])
  func escapes(text: String, expected: String) {
    #expect(written { $0.string(text) } == expected)
  }

  @Test("Commas stand between values and nowhere else")
  func commas() {
    let text = written { json in
      json.object { json in
        json.field("a", 1)
        json.array("b", [[1, 2], [], [3]]) { json, row in
          json.array(row) { $0.integer($1) }
        }
        json.object("c") { _ in }
        json.field("d", Double?.none)
        json.field("e", true)
        json.array("f", ["x", "y"])
      }
    }
    #expect(
      text == #"{"a":1,"b":[[1,2],[],[3]],"c":{},"d":null,"e":true,"f":["x","y"]}"#)
  }

  @Test(
    "Numbers have at most four decimals and no needless zeros",
    arguments: [
      (0.0, "0"), (42.0, "42"), (0.3, "0.3"), (1.0 / 3, "0.3333"), (2.0 / 3, "0.6667"),
      (-1.25, "-1.25"), (99.99999, "100"), (-0.00001, "0"), (0.0625, "0.0625"), (0.1 + 0.2, "0.3"),
      (12.005, "12.005"), (.infinity, "null"), (.nan, "null"),
    ] as [(Double, String)])
  func numbers(value: Double, expected: String) {
    #expect(written { $0.number(value) } == expected)
  }

  @Test("Any text comes back from a JSON parser as it went in")
  func roundTrip() throws {
    var generator = SeededGenerator(seed: 8259)
    let pool: [ClosedRange<UInt32>] = [0...0x7F, 0x80...0x7FF, 0x4E00...0x9FFF, 0x1F600...0x1F64F]
    for _ in 0..<300 {
      var text = ""
      for _ in 0..<Int.random(in: 0...12, using: &generator) {
        let range = pool[Int.random(in: 0..<pool.count, using: &generator)]
        let value = UInt32.random(in: range, using: &generator)
        if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
      }
      var json = JSONWriter()
      json.array([text]) { $0.string($1) }
      let decoded = try JSONDecoder().decode([String].self, from: Data(json.bytes))
      #expect(
        decoded.first.map { Array($0.utf8) } == Array(text.utf8), "seed \(generator.seed)")
    }
  }

  @Test("Any number comes back within half of the fourth decimal")
  func numberRoundTrip() {
    var generator = SeededGenerator(seed: 754)
    for _ in 0..<1000 {
      let value = Double.random(in: -1e6...1e6, using: &generator)
      let text = NumberFormat.decimal(value)
      let back = Double(text)
      #expect(back.map { abs($0 - value) <= 0.000_051 } == true, "\(text), seed \(generator.seed)")
      #expect(!text.hasSuffix(".") && !(text.contains(".") && text.hasSuffix("0")))
    }
  }
}
