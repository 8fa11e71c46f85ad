extension TemporaryFolder {
  /// A pack with two scores, an article with two tasks, and a person's labels of it.
  static func ofTasks(
    scores: [String] = ["specificity", "accountability"]
  ) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("rules/pack.yaml", packOfTasks(scores))
    try folder.write(
      "articles/a.txt", "王某强调，各街道要于9月3日前清理楼道。城管局要每日巡查。\n\n组长负责。\n")
    try folder.write(
      "gold/a.json",
      """
      {"article": "a.txt", "split": "test", "doc_type": "D1", "noise": [], "paragraphs": [
        {"n": 1, "text": "王某强调，各街道要于9月3日前清理楼道。城管局要每日巡查。",
         "tags": {"duty": 0}, "via": "directive", "frames": [
          {"text": "各街道要于9月3日前清理楼道", "class": "order",
           "slots": {"a": 1, "w": 1, "t": 1, "d": 0.8}, "evidence": {"t": "9月3日前"},
           "specificity": [100], "accountability": [100]},
          {"text": "城管局要每日巡查", "class": "order", "slots": {"a": 1, "t": [0.5, 1]},
           "specificity": [80, 100], "accountability": 60}]},
        {"n": 2, "text": "组长负责。", "tags": {"duty": 1}, "frames": []}]}
      """)
    return folder
  }

  private static func packOfTasks(_ scores: [String]) -> String {
    """
    pack: {name: tiny, version: 1.0.0}
    labels:
      zone: {on: block, role: zone, choices: [body]}
      duty: {on: paragraph, role: tag, levels: [weak, strong], title: {en: duty, zh: 责任}}
      act: {on: directive, role: slot, symbol: a, amount: true}
      who: {on: directive, role: slot, symbol: w, amount: true}
      force: {on: directive, role: slot, symbol: d, amount: true}
      when: {on: directive, role: slot, symbol: t, amount: true, absent: by when is open}
      class: {on: directive, choices: [order]}
      yao: {on: clause, mark: true}
      says: {on: clause, mark: true}
      around: {on: clause, mark: true}
    values:
      day:
        forms:
          - {pattern: <number>月<number>日, date: {year: 2024, month: number, day: second-number}}
      rhythm:
        measured-in: times a year
        frequency: true
        forms:
          - {pattern: 每日, value: 365}
    directives:
      marks: {demand: yao, opens: says, aside: around}
      bearer: {slot: who}
      force: {slot: force}
      core: [act]
      class: {label: class, default: order}
    scores:
      \(scores[0]):
        parts: {act: 50 * act, when: 50 * when}
      \(scores[1]):
        parts: {who: 100 * who}
    rules:
      - {id: yao, gives: yao, any: [要], fires-on: [要清理。]}
      - {id: says, gives: says, any: [强调$], fires-on: ['王某强调,要清理。']}
      - {id: around, gives: around, any: [强调], fires-on: ['王某强调,要清理。']}
      - {id: duty/head, gives: duty = strong, any: [负责], fires-on: [组长负责。]}
      - {id: act, gives: act = 1.0, any: [清理, 巡查], fires-on: [要清理。]}
      - {id: who, gives: who = 1.0, any: [各街道, 城管局], fires-on: [各街道要清理。]}
      - {id: when, gives: when = 1.0, any: [<day>, <rhythm>], fires-on: [要每日清理。]}

    """
  }
}
