import FuzzChecks

/// Called by libFuzzer with one input after another.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzFacts(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  for violation in FactInvariants.violations(FuzzedPack.analyzer, bytes) {
    preconditionFailure(violation)
  }
  return 0
}
