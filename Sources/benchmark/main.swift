import CommandLine
import PatternAutomaton

// Runs the named cases, or those whose names were given, and fails on a wrong count; with `--once`
// each runs one time, which is enough for its count.

let arguments = Swift.CommandLine.arguments.dropFirst()
let chosen = arguments.filter { $0 != "--once" }
let isOnce = chosen.count < arguments.count
let loads = LoadCase.all()
let stages = StageCase.all()
let names =
  loads.map(\.name) + stages.map(\.name) + BenchmarkCase.all.map(\.name)
  + CorpusCase.all.map(\.name)
let unknown = chosen.filter { !names.contains($0) }
if !unknown.isEmpty {
  print(
    "there is no case `\(unknown.joined(separator: " "))`; cases: \(names.joined(separator: ", "))")
  Machine.exit(2)
}
var failures = 0

@MainActor
func report(_ line: String, _ count: Int, expected: Int) {
  print(line + (count == expected ? "" : ", but \(expected) expected"))
  if count != expected { failures += 1 }
}

func milliseconds(_ seconds: Double) -> Double { (seconds * 10_000).rounded() / 10 }

for load in loads where chosen.isEmpty || chosen.contains(load.name) {
  if let outcome = load.run(times: isOnce ? 1 : 20) {
    report(
      "\(load.name): \(milliseconds(outcome.median)) ms, at best \(milliseconds(outcome.fastest)),"
        + " \(outcome.bytes / 1000) kB, \(outcome.count) counted", outcome.count,
      expected: load.expected)
  } else {
    report("\(load.name): does not load", 0, expected: load.expected)
  }
}

for stage in stages where chosen.isEmpty || chosen.contains(stage.name) {
  let outcome = stage.run(times: isOnce ? 1 : 5)
  let speed = (Double(outcome.bytes) / outcome.seconds / 1e5).rounded() / 10
  report(
    "\(stage.name): \(speed) MB/s, \(outcome.count) counted", outcome.count,
    expected: outcome.expected)
}

for benchmark in BenchmarkCase.all where chosen.isEmpty || chosen.contains(benchmark.name) {
  do throws(BuildError) {
    let outcome = try benchmark.run(times: isOnce ? 1 : 5)
    let speed = Int(Double(outcome.bytes) / outcome.search / 1e6)
    let build = Int(outcome.build * 1000 + 0.5)
    report(
      "\(benchmark.name): \(speed) MB/s, \(build) ms to build, \(outcome.matches) matches",
      outcome.matches, expected: benchmark.expected)
  } catch {
    print("\(benchmark.name): \(error)")
    failures += 1
  }
}
// These take minutes, so that they run only where their name was given.
for work in CorpusCase.all where chosen.contains(work.name) {
  let outcome = work.run()
  report(
    "\(work.name): \((outcome.seconds * 10).rounded() / 10) s, \(outcome.count) counted; "
      + outcome.detail, outcome.count, expected: work.expected)
}
Machine.exit(failures == 0 ? 0 : 1)
