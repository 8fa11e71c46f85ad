import CommandLine
import PatternAutomaton

// Runs the named cases, or those whose names were given, and fails on a wrong count.

let chosen = Swift.CommandLine.arguments.dropFirst()
var failures = 0
for benchmark in BenchmarkCase.all where chosen.isEmpty || chosen.contains(benchmark.name) {
  do throws(BuildError) {
    let outcome = try benchmark.run()
    let speed = Int(Double(outcome.bytes) / outcome.search / 1e6)
    let build = Int(outcome.build * 1000 + 0.5)
    let isRight = outcome.matches == benchmark.expected
    print(
      "\(benchmark.name): \(speed) MB/s, \(build) ms to build, \(outcome.matches) matches"
        + (isRight ? "" : ", but \(benchmark.expected) expected"))
    if !isRight { failures += 1 }
  } catch {
    print("\(benchmark.name): \(error)")
    failures += 1
  }
}
for stage in ReadingCase.allCases where chosen.isEmpty || chosen.contains(stage.rawValue) {
  let outcome = stage.run()
  let speed = Int(Double(outcome.bytes) / outcome.time / 1e6)
  let isRight = outcome.count == stage.expected
  print(
    "\(stage.rawValue): \(speed) MB/s, \(outcome.count) counted"
      + (isRight ? "" : ", but \(stage.expected) expected"))
  if !isRight { failures += 1 }
}
Machine.exit(failures == 0 ? 0 : 1)
