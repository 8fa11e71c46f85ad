import Analysis

extension ArticleInputs {
  /// Joins the articles that `walker` found with the rows of a table read from `path`.
  ///
  /// - Throws: `ExitStatus.failure`, with the reason on `console`, where the table does not fit.
  init(
    _ walker: FileWalker, _ records: RecordRequest?, _ table: Manifest?, _ path: String?,
    _ console: Console
  ) throws(ExitStatus) {
    self.init(walker: walker, records: records)
    guard let table, let path else { return }
    // Records are known by their ids, which only reading tells.
    guard records == nil else {
      facts = table.facts()
      return
    }
    let sources = walker.inputs.map(\.path)
    let strays: [String]
    (facts, strays) = try table.joined(
      to: sources, named: "as given on the command line", at: path, console)
    let missing = sources.filter { facts[$0] == nil }
    for source in missing.prefix(5) { console.notice("\(source): no row in \(path)") }
    if missing.count > 5 {
      console.notice("\(missing.count - 5) more articles have no row in \(path)")
    }
    console.notice(strays: strays, in: path)
  }
}

extension Console {
  /// Says which rows of the table at `path` fit no article: often their names are misspelt.
  func notice(strays: [String], in path: String) {
    guard !strays.isEmpty else { return }
    let listed = strays.prefix(3).map { "`\($0)`" }.joined(separator: ", ")
    let rest = strays.count > 3 ? " and more" : ""
    notice("\(path): \(strays.count) rows fit no article: \(listed)\(rest)")
  }
}

extension FileWalker {
  /// Finds articles, or the files that hold them as records.
  init(_ paths: [String], _ records: RecordRequest?) {
    self.init(paths, endings: records?.form.endings ?? FileWalker.endings)
  }
}

extension Manifest {
  /// In bytes.
  private static let largest = 256 << 20
  private static let tabbedEnding = ".tsv"

  /// Reads the table at `path`; cells of a `.tsv` file are separated by tabs.
  ///
  /// - Throws: `ExitStatus.failure`, with the reason on `console`.
  init(at path: String, _ console: Console) throws(ExitStatus) {
    let bytes: [UInt8]
    do throws(SystemError) {
      // A table may come from a pipe; of a file nothing has to be waited for.
      bytes = try FileWalker.Input.pipe(path).read(limit: Self.largest)
    } catch {
      console.error("\(path): cannot be read: \(error.message)")
      throw .failure
    }
    let isTabbed = path.lowercased().hasSuffix(Self.tabbedEnding)
    do throws(Failure) {
      try self.init(bytes, separator: UInt8(ascii: isTabbed ? "\t" : ","))
    } catch {
      console.error("\(path): \(error.message)")
      throw .failure
    }
  }

  /// What the table at `path` says of each of `sources`, and the paths of the rows that fit none of
  /// them; `names` says in words what the paths in it must be.
  ///
  /// - Throws: `ExitStatus.failure`, with the reason on `console`, where the table does not fit.
  func joined(
    to sources: [String], named names: String, at path: String, _ console: Console
  ) throws(ExitStatus) -> (facts: [String: [StatedMetadata.Fact]], strays: [String]) {
    let facts: [String: [StatedMetadata.Fact]]
    let strays: [String]
    do throws(Failure) {
      facts = try self.facts(for: sources)
      strays = try self.strays(among: sources)
    } catch {
      console.error("\(path): \(error.message)")
      throw .failure
    }
    guard !facts.isEmpty || sources.isEmpty else {
      console.error(
        "\(path): no row fits any article; its paths must be \(names), "
          + "or end in the same file names")
      throw .failure
    }
    return (facts, strays)
  }
}
