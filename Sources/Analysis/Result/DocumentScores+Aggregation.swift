import RuleLanguage

extension DocumentScores {
  /// Averages the directives of a document that are not excluded, each with the same weight.
  init(_ paragraphs: [ParagraphResult], _ compiled: CompiledPack) {
    let counted = paragraphs.flatMap(\.directives).filter { !$0.isExcluded }
    let total = Double(counted.count)
    func mean(_ values: [Double]) -> Double? {
      values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }
    func share(_ test: (DirectiveResult) -> Bool) -> Double? {
      counted.isEmpty ? nil : Double(counted.count(where: test)) / total
    }
    let highest = compiled.scores.first?.bands.first?.name
    let settings = compiled.pack.directives
    let defaultClass = settings.flatMap { settings -> String? in
      let label = compiled.pack.labels.first { $0.name == settings.classLabel }
      guard case .choice(let names)? = label?.kind else { return nil }
      return names[settings.defaultClass]
    }
    self.init(
      means: compiled.scores.enumerated().map { index, score in
        Mean(name: score.name, value: mean(counted.map { Double($0.scores[index].score) }))
      },
      directives: counted.count,
      actionableShare: highest == nil ? nil : share { $0.scores.first?.band == highest },
      exhortationShare: share { $0.classification != defaultClass },
      slotFill: compiled.slots.map { slot in
        let name = compiled.pack.labels[slot].name
        return Mean(
          name: name,
          value: share { directive in
            directive.slots.contains { $0.name == name && $0.isFilled }
          })
      },
      ranges: compiled.scores.enumerated().compactMap { index, score in
        let scores = counted.map { $0.scores[index] }
        let equal = scores.compactMap(\.equal)
        guard let low = mean(scores.map { Double($0.low) }),
          let high = mean(scores.map { Double($0.high) })
        else { return nil }
        return Range(
          name: score.name, low: low, high: high,
          equal: equal.count == scores.count ? mean(equal.map { Double($0) }) : nil)
      })
  }
}
