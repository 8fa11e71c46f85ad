import CommandLine
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

struct MachineTests {
  @Test(
    "The cores of a process are counted in what is said of its status",
    arguments: [
      ("Name:\tduban\nCpus_allowed:\tff\nCpus_allowed_list:\t0-7\n", 8), ("Cpus_allowed:\t1", 1),
      // A machine that could be given more cores than it has allows all of them.
      ("Cpus_allowed:\tffffffff,ffffffff,ffffffff\n", 64),
      ("Cpus_allowed:\t00000003,80000001\n", 4), ("Cpus_allowed:\tFFFFFFFF,FFFFFFFF\n", 64),
      ("Cpus_allowed:\t0\n", 64), ("Cpus_allowed_list:\t0-7\n", 64), ("Cpus_allowed:", 64),
      ("", 64),
    ])
  func status(text: String, count: Int) {
    #expect(Machine.cores(inStatus: Array(text.utf8), working: 64) == count)
  }

  #if os(Linux)
    @Test("Cores that the process is kept from are not counted")
    func affinity() throws {
      let folder = try TemporaryFolder()
      let status = unsafe system(
        "env -u OMP_NUM_THREADS -u OMP_THREAD_LIMIT nproc >'\(folder.path)/cores'")
      try #require(status == 0)
      #expect(try folder.text("cores") == "\(Machine.coreCount)\n")
    }
  #endif
}
