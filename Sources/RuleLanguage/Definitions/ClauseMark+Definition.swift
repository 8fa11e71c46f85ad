extension ClauseMark {
  /// Its key in `marks`.
  var definition: KeyDefinition {
    switch self {
    case .opens: mark("opens", "bare orders may follow")
    case .closes: mark("closes", "ends what `opens` began")
    case .standing:
      KeyDefinition(
        "standing", .labelName, "mark on the document or paragraphs: bare orders need no `opens`")
    case .demand: mark("demand", "force of its own")
    case .imperative: mark("imperative", "begins with an action")
    case .ordinal: mark("ordinal", "an ordinal that starts a directive")
    case .heading: mark("heading", "without content of its own")
    case .tail: mark("tail", "purpose or result, not scored")
    case .opener: mark("opener", "manner, belongs to what follows")
    case .sanction: mark("sanction", "consequence of the directive before")
    case .statement: mark("statement", "report or background, never an order")
    case .told: mark("told", "told, begins no order but may stand inside one")
    case .joins: mark("joins", "goes on with the directive before")
    case .field: mark("field", "who does the directive before, or by when")
    case .separates: mark("separates", "a directive of its own")
    case .adverb: mark("adverb", "words that do not lengthen a bare unit")
    case .aside: mark("aside", "words around `opens` that are no part of the speaker's name")
    case .impersonal: mark("impersonal", "about a thing, nobody named before acts in it")
    case .passing: mark("passing", "who is named in it acts in it alone")
    }
  }

  private func mark(_ name: String, _ summary: String) -> KeyDefinition {
    KeyDefinition(name, .labelName, "mark on clauses: \(summary)")
  }
}
