extension RulesLocator {
  /// The folder with what `duban init` writes, for `language`.
  ///
  /// The first of the places where packs are looked for that holds `starter` wins.
  ///
  /// - Throws: `NotFound` with all the places, where none holds it.
  package func starter(_ request: RulesRequest, language: String) throws(NotFound) -> String {
    var places: [Place] = []
    for candidate in candidates(request) {
      let path = "\(candidate.path)/starter/\(language)"
      if (try? FileSystem.status(of: path).kind) == .folder { return path }
      places.append(Place(path: candidate.shown, reason: "has no folder starter/\(language)"))
    }
    throw NotFound(places: places, packs: [], folder: nil)
  }
}

extension RulesLocator.NotFound {
  /// What was looked at for the starter, a line for each place, and the remedy.
  package var starterMessage: String {
    var lines = ["the starter pack is not found; looked at"]
    lines += places.map { "  \($0.path): \($0.reason)" }
    lines.append("use `--rules DIR` with the folder `rules` that came with the program")
    return lines.joined(separator: "\n")
  }
}
