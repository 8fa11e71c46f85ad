import RuleLanguage

/// What slots are worth by the rules alone that reach the pack's confidence floor.
///
/// These may find a slot elsewhere than all rules do: where only unsure ones fill it from the directive's own
/// words, it is worth what a heading, an earlier clause or the pack gives it otherwise.
extension DirectiveResultBuilder {
  /// The value of a slot that is filled, 0 where confident rules do not fill it.
  func confidentValue(
    _ label: Int, _ frame: Int, _ settings: CompiledDirectiveSettings
  ) -> Double {
    if label == settings.bearer { return confidentBearer(frame, settings) }
    let labels = run.evaluator.labels
    let own = max(
      labels.confidentValue(label, frame), trailers.confidentValue(filling: label, of: frame))
    if own > 0 { return own }
    let lent = headingLoans.confidentValue(filling: label, of: frame)
    if lent > 0 { return lent }
    return label == settings.force ? run.frames[frame].force.confident : 0
  }

  private func confidentBearer(_ frame: Int, _ settings: CompiledDirectiveSettings) -> Double {
    let labels = run.evaluator.labels
    func supervised(of order: Int, unnamed: Double, label: Int, factor: Double) -> Double {
      let value = labels.confidentValue(label, order)
      return value > 0 ? value * factor : unnamed
    }
    if let perspective = settings.perspective, labels.confidentValue(perspective.mark, frame) > 0 {
      return supervised(
        of: frame, unnamed: perspective.unnamed, label: perspective.supervised, factor: 1)
    }
    let own = labels.confidentValue(settings.bearer, frame)
    if own > 0 { return own }
    let bearer = run.frames[frame].bearer.confident
    let line = trailers.confidentValue(for: frame)
    let head = line > 0 ? 0 : headingLoans.confidentValue(for: frame)
    if head > 0 {
      guard case .sameSentence = bearer else { return head }
    }
    if let (order, factor, _) = checking(bearer, before: frame, settings, isConfident: true),
      let perspective = settings.perspective
    {
      return supervised(
        of: order, unnamed: perspective.unnamed, label: perspective.supervised, factor: factor)
    }
    switch bearer {
    case .sameSentence(let mention): return mention.value
    case _ where line > 0: return line
    case .inherited(let mention): return mention.value * settings.inherited
    case .implied: return settings.implied
    }
  }
}
