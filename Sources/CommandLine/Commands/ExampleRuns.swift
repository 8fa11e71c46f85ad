import Analysis
import Diagnostics
import Verification

extension Analyzer {
  /// How the examples of every rule come out, or with `ids` those of these rules, in their order; so many
  /// `threads` work at the same time.
  ///
  /// - Complexity: that of an analysis for each example.
  func verdicts(
    of ids: Set<String>? = nil, threads: Int, _ console: Console
  ) async -> [ExampleVerdict] {
    var verdicts: [ExampleVerdict] = []
    await runExamples(
      of: ids, threads: threads, console, work: { self.verdict(on: $0, &$1) },
      deliver: { verdicts.append($0) })
    return verdicts
  }

  /// Does `work` on the examples, and hands on what is made of them in their order.
  func runExamples<Output: Sendable>(
    of ids: Set<String>? = nil, threads: Int, _ console: Console,
    work: @escaping @Sendable (RuleExample, inout Scratch) -> Output, deliver: (Output) -> Void
  ) async {
    let examples = examples(of: ids)
    var done = 0
    await inOrder(
      examples, width: threads, makeState: { Scratch() }, work: work,
      deliver: { output in
        done += 1
        deliver(output)
        console.progress(done, of: examples.count)
      })
    console.clearProgress()
  }
}

extension PackCheck {
  /// What is wrong, with what the examples show, of which so many `threads` run some at the same time.
  ///
  /// - Complexity: that of an analysis for each example.
  func diagnostics(threads: Int, _ console: Console) async -> [Diagnostic] {
    diagnostics(await analyzer?.verdicts(threads: threads, console) ?? [])
  }
}
