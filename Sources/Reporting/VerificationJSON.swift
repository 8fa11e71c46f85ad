package import Analysis
import RuleLanguage
package import Verification

/// Writes the outcome of `duban test` as one JSON object on one line.
///
///     {"schema":"duban.test/1","pack":{"name","version","fingerprint"},"passes":…,
///      "examples":{"count":n,"as_expected":n,
///        "failures":[{"rule","text","should_fire","fired","obstacle","because"}]},
///      "articles":[{"source","compared":n,"failures":[D],"open":[D],"closed":[KEY]}]}
///
/// D, a difference, is `{"key","expected","actual","context"}`. `obstacle` is what stopped a rule that stayed
/// silent, `because` what the example names, in the words of rule files; what there is none of is null.
package struct VerificationJSON: Sendable {
  /// The form of the JSON.
  package static let schema = "duban.test/1"

  private let pack: PackSummary

  /// A writer of what was found out about `pack`.
  package init(pack: PackSummary) { self.pack = pack }

  /// All that was compared: examples in the order of the pack, articles in that of the input.
  package func bytes(
    _ verdicts: [ExampleVerdict], _ checks: [(source: String, check: ExpectationCheck)]
  ) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.head(Self.schema, pack)
      json.field("passes", verdicts.allSatisfy(\.isAsExpected) && checks.allSatisfy(\.check.passes))
      json.object("examples") { json in
        let failures = verdicts.filter { !$0.isAsExpected }
        json.field("count", verdicts.count)
        json.field("as_expected", verdicts.count - failures.count)
        json.array("failures", failures) { json, verdict in
          json.object { write(verdict, to: &$0) }
        }
      }
      json.array("articles", checks) { json, article in
        json.object { json in
          json.field("source", article.source)
          json.field("compared", article.check.compared)
          json.array("failures", article.check.failures) { write($1, to: &$0) }
          json.array("open", article.check.open) { write($1, to: &$0) }
          json.array("closed", article.check.closed)
        }
      }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private func write(_ verdict: ExampleVerdict, to json: inout JSONWriter) {
    json.field("rule", verdict.rule)
    json.field("text", verdict.example.text)
    json.field("should_fire", verdict.shouldFire)
    json.field("fired", verdict.fired)
    json.field("obstacle", verdict.obstacle?.rawValue)
    json.field("because", verdict.example.because)
  }

  private func write(_ difference: Difference, to json: inout JSONWriter) {
    json.object { json in
      json.field("key", difference.key)
      json.field("expected", difference.expected)
      json.field("actual", difference.actual)
      json.field("context", difference.context)
    }
  }
}
