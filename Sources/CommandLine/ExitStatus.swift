/// What the program tells its caller; a contract.
package enum ExitStatus: Int32, Error, Hashable, Sendable {
  /// The work is done, and what was checked holds.
  case success = 0
  /// Something is wrong in what was checked.
  case found = 1
  /// The program could not run, or could not read one of its inputs.
  case failure = 2
}
