/// Values and their forms.
extension MappingDefinition {
  static let value = MappingDefinition(
    "a value", place: "`values`, under the name of the value",
    [
      KeyDefinition("title", titled, standard: "the name", "what reports call the value"),
      KeyDefinition("measured-in", .text, "what the number counts, such as `days`"),
      KeyDefinition("frequency", .yes, "the words say how often: lists of tasks show them"),
      KeyDefinition(
        "start", .yes, "the words say from when: lists of tasks take no deadline from them"),
      KeyDefinition(
        "forms", .list(.mapping(.form)), isRequired: true,
        "ways of writing it; where two match the same words, the first is read"),
      KeyDefinition(
        "except", .list(.pattern),
        "a match that shares a character with a match of one of these is void"),
    ])

  static let form = MappingDefinition(
    "a form", place: "members of `forms`", exactlyOne: ["value", "date"],
    [
      KeyDefinition("pattern", .pattern, isRequired: true, "the words"),
      KeyDefinition("value", .formula, "the number that the words stand for"),
      KeyDefinition("date", .mapping(.date), "the date that the words stand for"),
    ])

  static let date = MappingDefinition(
    "a date", place: "`date` in a form", atLeastOne: dateKeys.map(\.name), dateKeys)

  private static let dateKeys =
    [
      KeyDefinition(
        "of", .name(.plain),
        "a value whose last date in the words gives the parts that are not written here")
    ] + DatePart.allCases.map { KeyDefinition($0.rawValue, .formula, summary(of: $0)) }

  private static func summary(of part: DatePart) -> String {
    switch part {
    case .year: "the year; of two figures 70 to 99 count from 1900, others from 2000"
    case .month: "the month from 1 to 12, any other is no date; else that of the document's date"
    case .day: "the day from 1, any lower is no date; behind the end of the month its last day"
    case .weekday: "the day of the week from 1 for Monday to 7, any other is no date"
    case .yearsAfter: "years behind the document's date"
    case .quartersAfter: "quarters behind it; the month is the last of the quarter"
    case .monthsAfter: "months behind it"
    case .weeksAfter: "weeks behind it"
    case .daysAfter: "days behind it"
    }
  }
}
