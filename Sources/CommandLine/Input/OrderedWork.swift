/// Does `work` on every input, at most `width` at a time, and delivers the outputs in the order of
/// the inputs.
///
/// At most `2 * width` outputs wait for their turn, so memory stays bounded however many inputs
/// there are. Each worker keeps one state for all its inputs. Ends early when `deliver` throws.
func inOrder<Input: Sendable, Output: Sendable, State: Sendable>(
  _ inputs: [Input], width: Int, makeState: () -> State,
  work: @escaping @Sendable (Input, inout State) -> Output,
  deliver: (Output) throws(SystemError) -> Void
) async throws(SystemError) {
  var rest = inputs[...]
  try await inOrder(
    { rest.popFirst() }, width: width, makeState: makeState, work: work, deliver: deliver)
}

/// The same for the inputs that `take` gives, until it gives none; it is asked for the next one when
/// there is room.
func inOrder<Input: Sendable, Output: Sendable, State: Sendable>(
  _ take: () -> Input?, width: Int, makeState: () -> State,
  work: @escaping @Sendable (Input, inout State) -> Output,
  deliver: (Output) throws(SystemError) -> Void
) async throws(SystemError) {
  let failure = await withTaskGroup(
    of: Finished<Output, State>.self, returning: SystemError?.self
  ) { group in
    var idle = (0..<max(1, width)).map { _ in makeState() }
    var waiting: [Int: Output] = [:]
    var next = 0
    var delivered = 0
    var isAtEnd = false
    while !isAtEnd || delivered < next {
      while !isAtEnd, next - delivered < 2 * max(1, width), let state = idle.popLast() {
        guard let input = take() else {
          isAtEnd = true
          idle.append(state)
          break
        }
        let index = next
        group.addTask {
          var state = state
          let output = work(input, &state)
          return Finished(index: index, output: output, state: state)
        }
        next += 1
      }
      guard let finished = await group.next() else { break }
      idle.append(finished.state)
      waiting[finished.index] = finished.output
      while let output = waiting.removeValue(forKey: delivered) {
        delivered += 1
        do throws(SystemError) {
          try deliver(output)
        } catch {
          group.cancelAll()
          return error
        }
      }
    }
    return nil
  }
  if let failure { throw failure }
}

private struct Finished<Output: Sendable, State: Sendable>: Sendable {
  let index: Int
  let output: Output
  let state: State
}
