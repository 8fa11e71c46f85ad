import Diagnostics
import SourceText
import Testing

struct DiagnosticBagTests {
  private func problem(_ id: String, file: Int = 0, at start: Int, _ severity: Severity = .error)
    -> Diagnostic
  {
    Diagnostic(
      DiagnosticID(id), severity, "message", at: Label(file: file, span: SourceSpan(start, start)))
  }

  @Test func `problems come out by file and place, each once`() {
    let all = [
      problem("b", at: 1), problem("a", file: 1, at: 0), problem("c", at: 1), problem("a", at: 9),
      problem("b", at: 1), problem("a", at: 1, .warning),
    ]
    let expected = [all[0], all[2], all[5], all[3], all[1]]
    var bag = DiagnosticBag()
    bag.add(contentsOf: all)
    #expect(bag.diagnostics == expected)
    var reversed = DiagnosticBag()
    for diagnostic in all.reversed() { reversed.add(diagnostic) }
    #expect(reversed.diagnostics == expected)
    #expect(bag.count == 5)
  }

  @Test func `fifty problems are shown, and one says how many more there are`() {
    var bag = DiagnosticBag()
    #expect(bag.isEmpty)
    for start in 0..<50 { bag.add(problem("a", at: start, .warning)) }
    #expect(bag.diagnostics.count == 50)
    #expect(!bag.hasErrors)
    bag.add(problem("a", at: 50))
    bag.add(problem("a", at: 51, .note))
    #expect(bag.hasErrors)
    #expect(bag.diagnostics.count == 51)
    #expect(bag.diagnostics.last?.id == DiagnosticID("too-many-problems"))
    #expect(bag.diagnostics.last?.severity == .error)
    #expect(bag.diagnostics.last?.message == "2 more problems are not shown")
  }
}
