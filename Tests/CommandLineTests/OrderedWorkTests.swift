import TestSupport
import Testing

@testable import CommandLine

struct OrderedWorkTests {
  @Test(
    "Outputs come in the order of the inputs for any number of workers", arguments: [1, 2, 3, 9])
  func order(width: Int) async throws {
    let inputs = Array(0..<200)
    var outputs: [Int] = []
    try await inOrder(
      inputs, width: width, makeState: { 0 },
      work: { input, calls in
        calls += 1
        return input * input
      },
      deliver: { output throws(SystemError) in outputs.append(output) })
    #expect(outputs == inputs.map { $0 * $0 })
  }

  @Test("A refusal of the output ends the run and is passed on")
  func refusal() async {
    var delivered = 0
    let error = await #expect(throws: SystemError.self) {
      try await inOrder(
        Array(0..<1000), width: 4, makeState: { 0 }, work: { input, _ in input },
        deliver: { _ throws(SystemError) in
          delivered += 1
          if delivered == 3 { throw SystemError(code: 32) }
        })
    }
    #expect(error == SystemError(code: 32))
    #expect(delivered == 3)
  }
}
