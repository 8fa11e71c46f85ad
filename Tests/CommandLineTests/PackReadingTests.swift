import Testing

/// Rule files that cannot be read, or not in peace.
@Suite(.serialized)
struct PackReadingTests {
  private static func pack(_ version: Int) -> String {
    // Long enough that a reader could meet its middle.
    let words = (0..<2000).map { "word-\(version)-\($0)" }.joined(separator: ", ")
    return """
      pack: {name: p, version: '\(version)'}
      labels:
        zone: {on: block, role: zone, choices: [body]}
        found: {on: paragraph, role: tag, levels: [weak, strong]}
      lexicons:
        words: [\(words)]
      rules:
        - id: found/word
          gives: found = \(version == 1 ? "weak" : "strong")
          any: [<words>, 负责]

      """
  }

  @Test("A rule file that may not be read is named, and nothing is analysed")
  func unreadable() throws {
    let folder = try TemporaryFolder()
    try folder.write("pack/pack.yaml", Self.pack(1))
    try folder.write("pack/more.yaml", "lexicons: {other: [a]}\n")
    try folder.write("a.txt", "各街道负责门前卫生。\n")
    // The superuser may read everything; such a run gives its rights away.
    let run = try ProgramProcess(
      ["classify", "a.txt", "--rules", "pack"], in: folder,
      before: """
        chmod 755 . pack; chmod 644 a.txt pack/pack.yaml; chmod 000 pack/more.yaml; \
        $(test $(id -u) -ne 0 || echo setpriv --reuid=65534 --clear-groups)
        """)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.error.contains("pack/more.yaml"))
    #expect(run.error.lowercased().contains("permission denied"))
  }

  @Test("A rule file that is replaced while packs are read is read as it was or as it is")
  func replaced() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "各街道负责门前卫生。\n")
    let arguments = ["classify", "a.txt", "--format", "ndjson", "--rules", "pack"]
    var whole: Set<String> = []
    for version in 1...2 {
      try folder.write("\(version).yaml", Self.pack(version))
      let run = try ProgramProcess(
        arguments, in: folder, before: "mkdir -p pack; cp \(version).yaml pack/pack.yaml;")
      #expect(run.status == 0)
      whole.insert(run.output)
    }
    #expect(whole.count == 2)
    let run = try ProgramProcess(
      arguments, in: folder,
      before: """
        (while test ! -e stop; do for v in 1 2; do \
        cp $v.yaml next; mv next pack/pack.yaml; done; done) & \
        for i in $(seq 20); do
        """, after: "|| echo failed; done; touch stop; wait")
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 20)
    for line in lines { #expect(whole.contains("\(line)\n")) }
    #expect(run.error.isEmpty)
    #expect(Set(lines).count == 2, "no run met the other file, so that nothing was tried")
  }
}
