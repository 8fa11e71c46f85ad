/// Something to be said about one input; the other inputs go on.
package struct InputProblem: Error, Hashable, Sendable {
  /// What the input is called, a line behind a colon where a record is meant.
  package let path: String
  /// Lower case, without a full stop, with the remedy.
  package let message: String
  /// Whether the input could not be used, so that the exit status says so.
  package let isError: Bool
  /// What is likely to hold of other inputs too, so that it is not said of each; nil for what is said each time.
  package let topic: Topic?

  /// What is to be said of the input at `path`.
  package init(_ path: String, _ message: String, isError: Bool = true, topic: Topic? = nil) {
    self.path = path
    self.message = message
    self.isError = isError
    self.topic = topic
  }
}

extension InputProblem {
  /// What many records of a file, or many files, are likely to share.
  package enum Topic: Hashable, Sendable {
    /// The records are in another encoding than the one that they are read in.
    case encoding
    /// In such an encoding that the file cannot be cut into records.
    case wideEncoding
    /// The value of this field is too long.
    case longField(String)
    /// The value of this field is of a kind, in words, that states nothing.
    case nestedField(String, kind: String)
    /// The record is no JSON object, or none that can be read.
    case syntax
    /// The row has another number of cells than there are columns.
    case cells
    /// The record has no field of this name, which must hold the text.
    case missingField(String)
    /// The value of this field is of a kind that it cannot have.
    case wrongField(String)
    /// The text is empty.
    case emptyText
    /// Halves of characters stand in the record.
    case halves
    /// Another record has the id.
    case repeatedID
    /// The saved analysis cannot be read.
    case analysis
    /// What stands in the file beside an article cannot be used.
    case sidecar
    /// The value stated for the field of this name cannot be used.
    case unusedFact(String)

    /// Of how many inputs it is said before the others are counted.
    var mostTold: Int {
      switch self {
      case .encoding, .wideEncoding, .longField, .nestedField: 1
      default: 5
      }
    }

    /// What holds of `count` inputs of which it was not said; nil where that is said of none.
    func summary(_ count: Int) -> String? {
      switch self {
      case .longField, .nestedField: nil
      case .encoding, .wideEncoding: "\(count) more records in it cannot be decoded"
      case .syntax: "\(count) more records in it are no JSON that can be read"
      case .cells: "\(count) more records in it have another number of cells than there are columns"
      case .missingField(let name): "\(count) more records in it have no field `\(name)`"
      case .wrongField(let name): "\(count) more records in it have such a field `\(name)`"
      case .emptyText: "\(count) more records in it have an empty text"
      case .halves: "\(count) more records in it hold halves of characters"
      case .repeatedID: "\(count) more records in it have the id of a record before"
      case .analysis: "\(count) more analyses in it cannot be read"
      case .sidecar: "\(count) more files `NAME\(StatedFile.ending)` cannot be used"
      case .unusedFact(let name): "\(count) more articles have such a `\(name)`"
      }
    }
  }
}

/// Which problems are said, and how many are only counted.
struct ProblemTally {
  private var counts: [InputProblem.Topic: Int] = [:]
  /// In the order in which they were met, with whether an input was lost by it.
  private var topics: [(topic: InputProblem.Topic, isError: Bool)] = []

  /// Counts the problem.
  ///
  /// - Returns: whether it is to be said.
  mutating func takes(_ problem: InputProblem) -> Bool {
    guard let topic = problem.topic else { return true }
    let count = counts[topic, default: 0] + 1
    counts[topic] = count
    if count == 1 { topics.append((topic, problem.isError)) }
    return count <= topic.mostTold
  }

  /// What was only counted, a line for each topic, and whether inputs were lost by it.
  var rest: [(words: String, isError: Bool)] {
    topics.compactMap { topic, isError in
      let more = counts[topic, default: 0] - topic.mostTold
      guard more > 0, let words = topic.summary(more) else { return nil }
      return (words, isError)
    }
  }
}

extension Console {
  /// Says what `tally` only counted of the input at `path`, or of all inputs.
  func report(restOf tally: ProblemTally, in path: String? = nil) {
    for (words, isError) in tally.rest {
      let message = path.map { "\($0): \(words)" } ?? words
      if isError { error(message) } else { notice(message) }
    }
  }
}
