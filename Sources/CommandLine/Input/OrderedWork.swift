import Synchronization

/// Does `work` on every input, at most `width` at a time, and delivers the outputs in the order of
/// the inputs.
///
/// At most `2 * width` outputs wait for their turn, so memory stays bounded however many inputs
/// there are. Each worker keeps one state for all its inputs. Ends early when `deliver` throws.
func inOrder<Input: Sendable, Output: Sendable, State: Sendable, Failure: Error>(
  _ inputs: [Input], width: Int, makeState: () -> State,
  work: @escaping @Sendable (Input, inout State) -> Output,
  deliver: (Output) throws(Failure) -> Void
) async throws(Failure) {
  var rest = inputs[...]
  try await inOrder(
    { rest.popFirst() }, width: width, makeState: makeState, work: work, deliver: deliver)
}

/// The same for the inputs that `take` gives, until it gives none; it is asked for the next one when
/// there is room.
func inOrder<Input: Sendable, Output: Sendable, State: Sendable, Failure: Error>(
  _ take: () -> Input?, width: Int, makeState: () -> State,
  work: @escaping @Sendable (Input, inout State) -> Output,
  deliver: (Output) throws(Failure) -> Void
) async throws(Failure) {
  let failure = await withTaskGroup(
    of: Finished<Output, State>.self, returning: Failure?.self
  ) { group in
    var idle = (0..<max(1, width)).map { _ in Worker(makeState()) }
    var waiting: [Int: Output] = [:]
    var next = 0
    var delivered = 0
    var isAtEnd = false
    while !isAtEnd || delivered < next {
      while !isAtEnd, next - delivered < 2 * max(1, width), let worker = idle.popLast() {
        guard let input = take() else {
          isAtEnd = true
          idle.append(worker)
          break
        }
        let index = next
        group.addTask {
          let output = worker.state.withLock { work(input, &$0) }
          return Finished(index: index, output: output, worker: worker)
        }
        next += 1
      }
      guard let finished = await group.next() else { break }
      idle.append(finished.worker)
      waiting[finished.index] = finished.output
      while let output = waiting.removeValue(forKey: delivered) {
        delivered += 1
        do throws(Failure) {
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
  let worker: Worker<State>
}

/// Holds the state of one worker, which one task at a time uses.
///
/// A class, because a value that a task captures is copied as soon as the task changes it, and states
/// hold the working memory of a whole search.
private final class Worker<State: Sendable>: Sendable {
  let state: Mutex<State>

  init(_ state: State) { self.state = Mutex(state) }
}
