import Diagnostics
import SourceText
import TestSupport
import Testing

struct FixApplicationTests {
  private func diagnostic(_ edits: [(Int, Int, String)], id: String = "x") -> Diagnostic {
    Diagnostic(
      DiagnosticID(id), .error, "wrong", at: Label(file: 0, span: SourceSpan(0, 0)),
      fixIts: [
        FixIt(
          "do it",
          edits: edits.map {
            TextEdit(file: 0, span: SourceSpan($0.0, $0.1), replacement: $0.2)
          })
      ])
  }

  private func apply(_ text: String, _ diagnostics: [Diagnostic]) -> String {
    let file = SourceFile(name: "a", bytes: Array(text.utf8))
    let fixed = FixApplication(diagnostics, to: [file])
    let bytes = fixed.changed.first?.bytes ?? file.bytes
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    "edits are made from the left, whatever their order",
    arguments: [
      ([(0, 1, "X")], "Xbcdef"), ([(4, 6, ""), (0, 0, ">")], ">abcd"), ([(6, 6, "!")], "abcdef!"),
      ([(7, 9, "!")], "abcdef"),
    ] as [([(Int, Int, String)], String)])
  func edits(_ edits: [(Int, Int, String)], _ expected: String) {
    #expect(apply("abcdef", [diagnostic(edits)]) == expected)
  }

  @Test(
    "of two corrections that touch the later one is left out whole",
    arguments: [
      ([(0, 3, "X")], [(2, 4, "Y")], "Xdef"), ([(0, 3, "X")], [(3, 3, "Y")], "Xdef"),
      ([(2, 2, "X")], [(2, 2, "Y"), (5, 6, "Z")], "abXcdef"),
      ([(0, 1, "X")], [(2, 3, "Y")], "XbYdef"),
    ] as [([(Int, Int, String)], [(Int, Int, String)], String)])
  func overlap(
    _ first: [(Int, Int, String)], _ second: [(Int, Int, String)], _ expected: String
  ) {
    #expect(apply("abcdef", [diagnostic(first), diagnostic(second)]) == expected)
  }

  @Test("A correction counts once, however many edits it makes")
  func ids() {
    let file = SourceFile(name: "a", bytes: Array("abcdef".utf8))
    let fixed = FixApplication(
      [diagnostic([(5, 6, ""), (2, 3, "")], id: "y"), diagnostic([(0, 1, "")], id: "x")],
      to: [file])
    #expect(fixed.changed.map { $0.ids.map(\.rawValue) } == [["x", "y"]])
    let twice = FixApplication(
      [diagnostic([(0, 1, "")], id: "x"), diagnostic([(2, 3, "")], id: "x")], to: [file])
    #expect(twice.changed.first?.ids.count == 2)
  }

  @Test("Bytes outside the edits stay, on random edits")
  func random() {
    for seed in UInt64(1)...300 {
      var generator = SeededGenerator(seed: seed)
      let text = (0..<40).map { _ in "abcdefgh".randomElement(using: &generator) ?? "a" }
      var edits: [(Int, Int, String)] = []
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let start = Int.random(in: 0...40, using: &generator)
        edits.append((start, Int.random(in: start...40, using: &generator), "#"))
      }
      let fixed = apply(String(text), edits.map { diagnostic([$0]) })
      // What is left out of the result must have been inside an accepted edit.
      var accepted: [(Int, Int, String)] = []
      for edit in edits where !accepted.contains(where: { $0.0 <= edit.1 && edit.0 <= $0.1 }) {
        accepted.append(edit)
      }
      var expected = text.map(String.init)
      for edit in accepted.sorted(by: { $0.0 > $1.0 }) {
        expected.replaceSubrange(edit.0..<edit.1, with: ["#"])
      }
      #expect(fixed == expected.joined(), "seed \(seed)")
    }
  }

  @Test("The difference of two texts is what patch takes")
  func difference() {
    let old = "a\nb\nc\nd\ne\nf\ng\nh\n"
    let new = "a\nb\nc\nD\ne\nf\ng\nh"
    #expect(
      LineDifference.unified(Array(old.utf8), Array(new.utf8), path: "p") == """
        --- p
        +++ p
        @@ -1,8 +1,8 @@
         a
         b
         c
        -d
        +D
         e
         f
         g
        -h
        +h
        \\ No newline at end of file

        """)
    #expect(LineDifference.unified(Array(old.utf8), Array(old.utf8), path: "p") == "")
  }
}
