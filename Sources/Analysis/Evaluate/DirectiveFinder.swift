import Documents
import RuleLanguage
import SourceText

/// Walks the clauses of one body paragraph and cuts directives out of them.
///
/// What a clause is was said by rules (see `ClauseProfile`); the finder knows only how clauses of
/// these kinds go together, as `docs/rule-language.md` describes under "Directives".
struct DirectiveFinder {
  private let document: Document
  private let settings: CompiledDirectiveSettings
  private let profiles: [ClauseProfile]
  private let quotations: SpokenQuotations
  private var frames: [DirectiveFrame] = []
  private var current: DirectiveFrame?
  private var pending: WaitingClauses?
  /// What found nothing to wait for before a semicolon, in the sentence: orders where one follows.
  private var unclaimed: [WaitingClauses] = []
  private var isInScope = false
  private var bearers = Graded(all: BearerMemory(), confident: BearerMemory())
  private var lists: [NumberedList] = []
  private var speaker: SourceSpan?
  private var sentenceForce = Graded(all: 0.0, confident: 0.0)
  private var quotation = Quotation(0)
  /// Whether the quotation that runs on is told rather than ordered.
  private var isToldQuotation = false

  private init(
    _ document: Document, _ settings: CompiledDirectiveSettings, _ profiles: [ClauseProfile],
    blocks: [Int]
  ) {
    self.document = document
    self.settings = settings
    self.profiles = profiles
    quotations = SpokenQuotations(document, profiles, blocks: blocks)
  }

  /// The directives of the given blocks in the order of the text.
  ///
  /// `standing` says whether bare orders in a block need no reporting verb, `isRepeated` whether a
  /// sentence stands earlier in the document and is passed over.
  ///
  /// - Complexity: O(clauses).
  static func frames(
    _ document: Document, _ settings: CompiledDirectiveSettings, _ profiles: [ClauseProfile],
    blocks: [Int], standing: (Int) -> Bool, isRepeated: (Int) -> Bool
  ) -> [DirectiveFrame] {
    let start = DirectiveFinder(document, settings, profiles, blocks: blocks)
    return blocks.flatMap { block in
      // Nothing that one paragraph left open goes on in the next.
      var finder = start
      finder.quotation = Quotation(document.blocks[block].span.start)
      finder.isInScope = standing(block)
      for sentence in document.blocks[block].sentences where !isRepeated(sentence) {
        finder.walk(sentence, block)
      }
      return finder.frames
    }
  }

  private mutating func walk(_ sentence: Int, _ block: Int) {
    bearers.update { $0.enterSentence() }
    pending = nil
    unclaimed = []
    let span = document.sentences[sentence].span
    let clauses = document.sentences[sentence].clauses
    let isQuoted = quotation.isOpen(at: span.start, of: document.text)
    // A quotation goes on as its first sentence began: told, or ordered.
    if isQuoted, isToldQuotation { return }
    if !isQuoted { sentenceForce.update { $0 = 0 } }
    let known = frames.count
    for clause in clauses { step(clause, sentence, block) }
    close()
    if !isQuoted {
      isToldQuotation =
        frames.count == known && clauses.contains { profiles[$0].has(.statement) }
    }
  }

  private mutating func close() {
    if let frame = current { frames.append(frame) }
    current = nil
  }

  private mutating func step(_ clause: Int, _ sentence: Int, _ block: Int) {
    let profile = profiles[clause]
    let span = document.clauses[clause].span
    enterItem(clause, sentence)
    if let told = quotations.teller(ofQuotationAt: clause) { beginSpeech(of: told) }
    if profile.has(.field), current != nil {
      extend(clause, profile, isBare: false)
      return
    }
    // What found nothing to wait for before a semicolon is no part of what comes after it.
    if isBehindSemicolon(clause) {
      if var waiting = pending, waiting.isPlain, isInScope {
        waiting.end = document.clauses[clause - 1].span.end
        unclaimed.append(waiting)
      }
      pending = nil
    }
    if profile.has(.closes) {
      isInScope = false
      speaker = nil
      bearers.update { $0.inScope = nil }
    }
    if profile.has(.opens) {
      close()
      isInScope = true
      // Without a name of its own the verb goes on with the speaker of the paragraph.
      speaker = profile.speaker ?? speaker
      bearers.update { $0.enterScope() }
      lists = []
      pending = nil
      unclaimed = []
      let rest = profile.openerEnd.map { $0 < span.end } ?? false
      guard rest, profile.has(.demand) || profile.hasAction else {
        // What stands behind the verb in its own clause may begin the order.
        pending = rest ? profile.openerEnd.map { WaitingClauses(start: $0, end: $0) } : nil
        return
      }
    }
    if (profile.has(.statement) || profile.has(.closes)) && !profile.has(.demand)
      && !profile.has(.opens)
    {
      close()
      pending = nil
      unclaimed = []
      return
    }
    if profile.has(.heading) {
      close()
      pending = nil
      unclaimed = []
      if profile.has(.demand) { strengthen(profile) }
      return
    }
    if profile.has(.tail), !profile.has(.demand), !profile.has(.ordinal), !followsSemicolon(clause),
      current != nil || pending != nil
    {
      // A purpose that stands before any order waits with what opened the sentence.
      current?.tails.append(span)
      pending?.tails.append(span)
      return
    }
    if profile.has(.told), !profile.has(.demand), !profile.has(.opens) {
      tell(clause, profile)
      return
    }
    continueWalk(clause, profile, sentence, block)
  }

  /// Who was named in one item of a list does not act in the next one; who was named before it does.
  private mutating func enterItem(_ clause: Int, _ sentence: Int) {
    let isFirst = document.sentences[sentence].clauses.lowerBound == clause
    let start = document.clauses[clause].span.start
    let number = isFirst ? ItemNumber(at: start, of: document.text) : nil
    guard number != nil || profiles[clause].has(.ordinal) else { return }
    if let known = lists.firstIndex(where: { $0.number == number }) {
      let list = lists[known]
      let isSame = list.sentence == sentence
      bearers.all.leaveItem(of: list.bearers.all, inSameSentence: isSame)
      bearers.confident.leaveItem(of: list.bearers.confident, inSameSentence: isSame)
      lists.removeSubrange((known + 1)...)
    } else if lists.count < NumberedList.mostLevels {
      lists.append(NumberedList(number: number, sentence: sentence, bearers: bearers))
    }
  }

  /// Opens the scope of a quotation behind which the clause `teller` says who spoke.
  private mutating func beginSpeech(of teller: Int) {
    close()
    pending = nil
    speaker = profiles[teller].speaker ?? speaker
    // In the midst of a scope the quotation goes on with it.
    guard !isInScope else { return }
    isInScope = true
    bearers.update { $0.enterScope() }
  }

  /// What is told goes on with an order that it stands inside of, and waits for none.
  private mutating func tell(_ clause: Int, _ profile: ClauseProfile) {
    if current != nil, !followsSemicolon(clause) {
      extend(clause, profile, isBare: isBare(profile))
    } else {
      close()
      pending = nil
    }
  }

  private mutating func continueWalk(
    _ clause: Int, _ profile: ClauseProfile, _ sentence: Int, _ block: Int
  ) {
    if profile.has(.impersonal), !waitsNamed {
      if profile.bearer == nil { bearers.all.isImpersonal = true }
      if profile.confidentBearer == nil { bearers.confident.isImpersonal = true }
    }
    if profile.has(.opener), !profile.has(.demand), !profile.has(.ordinal),
      !isCut(clause, sentence),
      !(profile.bearer != nil && profile.hasAction && starts(profile))
    {
      wait(clause)
      if profile.bearer != nil { pending?.isNamed = true }
      remember(profile)
      return
    }
    if profile.has(.sanction), current != nil, !profile.has(.demand), !followsSemicolon(clause) {
      extend(clause, profile, isBare: false)
    } else if starts(profile) {
      if current == nil || separates(clause, profile) {
        open(clause, profile, sentence, block)
      } else {
        extend(clause, profile, isBare: isBare(profile))
      }
    } else if current != nil, !standsApart(clause, profile) {
      extend(clause, profile, isBare: isBare(profile))
    } else if current != nil, profile.hasAction || isCut(clause, sentence) {
      // What stands between semicolons behind an order is one more, whatever its verb.
      open(clause, profile, sentence, block)
    } else {
      close()
      if !profile.has(.opens) { wait(clause) }
    }
    remember(profile)
    // Words of force in what is told open no scope by themselves.
    if profile.has(.demand) || isInScope || current != nil { strengthen(profile) }
  }

  /// Lets what follows in the sentence without a word of force have that of the clause.
  private mutating func strengthen(_ profile: ClauseProfile) {
    sentenceForce.all = max(sentenceForce.all, profile.force)
    sentenceForce.confident = max(sentenceForce.confident, profile.confidentForce)
  }

  /// Lets the clause wait for its directive, unless one before it does so already.
  private mutating func wait(_ clause: Int) {
    let profile = profiles[clause]
    let isPlain = profile.bearer == nil && !profile.has(.opener)
    guard pending == nil else {
      // What stands behind manner may be the order.
      if isPlain, !waitsNamed { pending?.isPlain = true }
      return
    }
    let span = document.clauses[clause].span
    pending = WaitingClauses(
      start: span.start, end: span.end, followsSemicolon: isBehindSemicolon(clause),
      isPlain: isPlain)
  }

  /// Whether what waits names who acts.
  private var waitsNamed: Bool { pending?.isNamed ?? false }

  private mutating func remember(_ profile: ClauseProfile) {
    if profile.has(.passing) { return }
    bearers.all.remember(profile.bearer)
    bearers.confident.remember(profile.confidentBearer)
  }

  /// Whether nothing follows the clause that could go on with it.
  private func isCut(_ clause: Int, _ sentence: Int) -> Bool {
    clause + 1 == document.sentences[sentence].clauses.upperBound
      || document.clauses[clause].delimiter == .semicolon
  }

  /// Whether the clause can begin a directive.
  private func starts(_ profile: ClauseProfile) -> Bool {
    if profile.has(.demand) { return true }
    // An act behind the verb that opens the scope in this clause is what is asked.
    if profile.has(.opens), profile.hasAction { return true }
    guard isInScope || sentenceForce.all > 0 else { return false }
    if isInScope, current == nil, pending == nil, doesSomething(profile) { return true }
    return profile.has(.imperative) || profile.has(.ordinal) || profile.has(.sanction)
      || profile.has(.separates)
      || (profile.bearer != nil || waitsNamed) && profile.hasAction
  }

  /// Whether what the clause does and to what are both known: in a scope it needs no sign of an order
  /// to be one, where no other can claim it.
  private func doesSomething(_ profile: ClauseProfile) -> Bool {
    profile.core.count > 1 && profile.core.allSatisfy { $0 >= settings.substance }
  }

  /// Whether the clause begins a new directive although one is open.
  private func separates(_ clause: Int, _ profile: ClauseProfile) -> Bool {
    if profile.has(.ordinal) { return true }
    let isCutOff = followsSemicolon(clause)
    if profile.has(.joins), !isCutOff { return false }
    if let said = current?.said, !isCutOff, tellsAnother(profile, than: said) { return true }
    // Who is named inside the act that says what is done in this manner begins no act of their own.
    if current?.isManner ?? false, !isCutOff { return false }
    if let said = current?.said, !isCutOff, goesOn(profile, with: said) { return false }
    if profile.has(.separates) { return true }
    if let bearer = profile.bearer, bearer.value > 0,
      profile.hasAction || profile.has(.demand) || profile.has(.imperative)
    {
      return true
    }
    let isBundled = current?.isBundle ?? false
    if isBare(profile), isBundled {
      return isCutOff && profile.has(.demand) && comesToAct(behind: clause)
    }
    if profile.has(.demand) || isCutOff { return true }
    guard profile.hasAction || profile.has(.imperative) && !profile.has(.sanction) else {
      return false
    }
    // Short units go on with the one before them, whatever they say.
    if pending == nil, isShort(profile) { return false }
    return !isBundled
  }

  /// Whether words of force tell another bearer something after one was told so.
  private func tellsAnother(_ profile: ClauseProfile, than said: FrameContent) -> Bool {
    profile.has(.demand) && profile.bearer != nil && said.isDemanded && said.isNamed
  }

  /// Whether the clause says what is to be done after one that does not say it yet: one without any
  /// act (a topic, a time, an attitude), or one that demands no more than an act in general.
  private func goesOn(_ profile: ClauseProfile, with said: FrameContent) -> Bool {
    guard pending == nil else { return false }
    if said.action == 0, profile.bearer != nil {
      return said.clauses == 1 && !said.isNamed && !said.isDemanded
    }
    if said.action == 0, profile.hasAction { return !(said.isDemanded && profile.has(.demand)) }
    return said.clauses == 1 && said.isDemanded && said.action < 1
      && said.particulars < settings.substance && profile.richest < settings.substance
      && profile.bearer == nil && !profile.has(.demand)
  }

  /// Short as the parts of a bundle are.
  ///
  /// An act whose object is not known may be half as long again where it adds particulars. What is
  /// counted is work of its own, however short.
  private func isShort(_ profile: ClauseProfile) -> Bool {
    let object = profile.core.dropFirst().max() ?? 0
    if profile.ownLength <= settings.bundleLength { return object < 1 || profile.richest < 1 }
    return profile.ownLength <= settings.bundleLength * 3 / 2 && object == 0
      && (profile.richest > 0 || (profile.core.first ?? 0) < settings.substance)
  }

  /// Whether a clause that cannot begin a directive by itself is cut off by a semicolon.
  private func standsApart(_ clause: Int, _ profile: ClauseProfile) -> Bool {
    guard followsSemicolon(clause) else { return false }
    return !(isBare(profile) && (current?.isBundle ?? false))
  }

  /// Whether a semicolon stands before the clause or before the openers that wait for it.
  private func followsSemicolon(_ clause: Int) -> Bool {
    isBehindSemicolon(clause) || (pending?.followsSemicolon ?? false)
  }

  /// Whether a clause behind this one, before the next cut or word of force, says what is done and to
  /// what: the unit that a bare clause begins is no bare one then.
  ///
  /// - Complexity: O(clauses of the unit).
  private func comesToAct(behind clause: Int) -> Bool {
    let end = document.sentences[document.clauses[clause].sentence].clauses.upperBound
    var next = clause + 1
    while next < end, document.clauses[next - 1].delimiter != .semicolon,
      !profiles[next].has(.demand)
    {
      if doesSomething(profiles[next]) { return true }
      next += 1
    }
    return false
  }

  /// Whether a semicolon of its own paragraph stands before the clause.
  private func isBehindSemicolon(_ clause: Int) -> Bool {
    guard clause > 0, document.clauses[clause - 1].delimiter == .semicolon else { return false }
    return block(of: clause - 1) == block(of: clause)
  }

  private func block(of clause: Int) -> Int {
    document.sentences[document.clauses[clause].sentence].block
  }

  /// Short and without substance: a unit of a bundle (codebook S7 calls it so).
  private func isBare(_ profile: ClauseProfile) -> Bool {
    profile.ownLength <= settings.bundleLength && profile.richest < settings.substance
      && profile.core.allSatisfy { $0 < settings.substance }
  }

  private mutating func extend(_ clause: Int, _ profile: ClauseProfile, isBare: Bool) {
    guard var frame = current else { return }
    frame.span.end = document.clauses[clause].span.end
    frame.said.add(profile)
    frame.isBundle = frame.isBundle && isBare
    frame.isManner = false
    current = frame
    pending = nil
  }

  private mutating func open(
    _ clause: Int, _ profile: ClauseProfile, _ sentence: Int, _ block: Int
  ) {
    // A purpose between what waits and the order that it waits for is that of this order.
    if let waiting = pending { current?.tails.removeAll { $0.start >= waiting.start } }
    close()
    if followsSemicolon(clause), !profile.has(.demand), profile.bearer == nil {
      frames += unclaimed.map { frame($0, sentence, block) }
    }
    unclaimed = []
    let span = document.clauses[clause].span
    let start = profile.has(.opens) ? min(profile.openerEnd ?? span.start, span.end) : span.start
    var said = FrameContent()
    said.add(profile)
    if let waiting = pending, waiting.start < span.start { said.clauses += 1 }
    current = DirectiveFrame(
      block: block, sentence: sentence,
      span: SourceSpan(min(pending?.start ?? start, start), span.end), tails: pending?.tails ?? [],
      bearer: Graded(all: bearers.all.bearer, confident: bearers.confident.bearer),
      force: forceWithoutWord, isBundle: isBare(profile),
      speaker: speaker,
      isManner: profile.has(.opener) && !isCut(clause, sentence),
      isSanction: profile.has(.sanction) && !profile.has(.demand), said: said)
    pending = nil
  }

  /// A bare order that was known as one by the one behind the semicolon.
  private func frame(_ unit: WaitingClauses, _ sentence: Int, _ block: Int) -> DirectiveFrame {
    DirectiveFrame(
      block: block, sentence: sentence, span: SourceSpan(unit.start, unit.end), tails: unit.tails,
      bearer: Graded(all: bearers.all.bearer, confident: bearers.confident.bearer),
      force: forceWithoutWord, isBundle: false, speaker: speaker)
  }

  /// The force of a directive that has no word for it: that of the sentence, which binds an order
  /// behind it no more than a bare order binds.
  private var forceWithoutWord: Graded<Double> {
    var force = sentenceForce
    force.update { $0 = $0 > 0 ? min($0, settings.bareOrder) : settings.bareOrder }
    return force
  }
}

/// Clauses that wait for the directive they belong to: its manner, a topic, a time.
private struct WaitingClauses {
  /// Where the first of them begins.
  let start: Int
  /// Where the last of them ends, once a semicolon has cut them off.
  var end: Int
  /// Whether a semicolon stands before it.
  var followsSemicolon = false
  /// Whether one of them says neither how nor who acts.
  var isPlain = false
  /// Whether one of them names who acts.
  var isNamed = false
  /// Purposes that stand behind it.
  var tails: [SourceSpan] = []
}

/// A list inside of a paragraph, with who was named before it.
private struct NumberedList {
  /// More levels than any paragraph has; deeper lists are none.
  static let mostLevels = 16

  /// Nil for a list that words count (a mark `ordinal` without a number).
  let number: ItemNumber?
  /// The sentence in which it begins.
  let sentence: Int
  let bearers: Graded<BearerMemory>
}
