import Analysis
import Decoding

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
      do throws(Manifest.Failure) {
        facts = try table.facts()
      } catch {
        console.error("\(path): \(error.message)")
        throw .failure
      }
      recordTable = path
      return
    }
    let sources = walker.inputs.map(\.path)
    let strays: [String]
    (facts, strays) = try table.joined(
      to: sources, named: "as given on the command line", at: path, console)
    console.notice(rowless: sources.filter { facts[$0] == nil }, in: path)
    console.notice(strays: strays, in: path)
  }

  /// Says which of the records called `ids`, and which rows of their table, found no partner.
  ///
  /// - Returns: false where no row at all found one.
  func joined(to ids: Set<String>, _ console: Console) -> Bool {
    guard let recordTable else { return true }
    let strays = facts.keys.filter { !ids.contains($0) }.sorted()
    if strays.count == facts.count {
      console.error(
        "\(recordTable): no row fits any record; its paths must be the ids of the records")
      return false
    }
    console.notice(rowless: ids.filter { facts[$0] == nil }.sorted(), in: recordTable)
    console.notice(strays: strays, in: recordTable)
    return true
  }
}

extension Console {
  /// Says which articles the table at `path` says nothing of.
  func notice(rowless articles: [String], in path: String) {
    for article in articles.prefix(5) { notice("\(article): no row in \(path)") }
    if articles.count > 5 {
      notice("\(articles.count - 5) more articles have no row in \(path)")
    }
  }

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

  /// Reads the table at `path`, in whatever encoding articles may have.
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
    let encoding = EncodingDetector.encoding(of: bytes).encoding
    let decoded = TextDecoder.decode(bytes, as: encoding)
    if encoding != .utf8 { console.detail("\(path): read as \(encoding.rawValue)") }
    if let damage = decoded?.damageCount, damage > 0 {
      console.notice(
        "\(path): \(damage) places in it are not \(encoding.rawValue); they are U+FFFD now")
    }
    do throws(Failure) {
      try self.init(decoded?.text ?? bytes)
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
          + "or end as they do")
      throw .failure
    }
    return (facts, strays)
  }
}
