import RuleLanguage
import Testing

struct PhaseTests {
  @Test(
    "A phase holds a month or year alone where it holds all of its days",
    arguments: [
      ("2018-01", "2020-12", "2018-01-01", "in"), ("2018-01", "2020-12", "2020-12-31", "in"),
      ("2018-01", "2020-12", "2019", "in"), ("2018-01", "2020-12", "2018", "in"),
      ("2018-01", "2020-12", "2021", "out"), ("2018-02", "2020-12", "2018", "part"),
      ("2018-02", "2020-12", "2018-02", "in"), ("2018-02", "2020-12", "2018-01-31", "out"),
      ("2018", "2020-06", "2020", "part"), ("2018", "2020-06", "2020-06", "in"),
      ("2018", "2020-06-29", "2020-06", "part"), ("2018", "2020-06-30", "2020-06", "in"),
      ("2018", "2020-02-28", "2020-02", "part"), ("2018", "2021-02-28", "2021-02", "in"),
      ("2018", "2100-02-28", "2100-02", "in"), ("2018", "2020-07-15", "2020-07-16", "out"),
    ])
  func dates(_ from: String, _ to: String, _ date: String, _ place: String) {
    let phase = ComparisonSettings.Phase(
      name: "a", title: LocalizedText(en: "a"), from: from, to: to)
    #expect(phase.contains(date) == (place == "in"))
    #expect(phase.touches(date) == (place != "out"))
  }
}
