/// Which labels the directive finder listens to, and the constants of its mechanisms.
///
/// The finder knows structure only; what opens a scope or carries force is said by rules that give
/// the labels named here.
package struct DirectiveSettings: Hashable, Sendable {
  /// The slot for who must act, with what is done when the clause does not say it.
  package struct Bearer: Hashable, Sendable {
    /// Name of the amount on directives that the bearer fills.
    package var slot: String
    /// Name of a choice on directives for the kind of bearer; nil where the pack tells no kinds.
    package var kind: String?
    /// Factor for a bearer taken from an earlier sentence of the same scope.
    package var inherited: Double
    /// Value when nobody is named: the audience of the text.
    package var implied: Double
    /// Value index of `kind` for the implied audience.
    package var impliedKind: Int?
    /// Amount on paragraphs: a line that names the bearer of the tasks before it.
    package var after: String?
    /// Value index of `kind` for a bearer named in such a line.
    package var afterKind: Int?
    /// Mark on sentences: a heading that names the bearer of what stands under it.
    package var heads: String?

    /// Creates settings from names of labels that are of these kinds, with factors from 0 to 1.
    package init(
      slot: String, kind: String?, inherited: Double, implied: Double, impliedKind: Int?,
      after: String?, afterKind: Int?, heads: String?
    ) {
      self.slot = slot
      self.kind = kind
      self.inherited = inherited
      self.implied = implied
      self.impliedKind = impliedKind
      self.after = after
      self.afterKind = afterKind
      self.heads = heads
    }
  }

  /// The slot for force, and its value for a bare order inside a scope.
  package struct Force: Hashable, Sendable {
    /// Name of the amount on directives for force.
    package var slot: String
    /// From 0 to 1, for an order without a word of force.
    package var bareOrder: Double

    /// Creates settings from the name of an amount on directives.
    package init(slot: String, bareOrder: Double) {
      self.slot = slot
      self.bareOrder = bareOrder
    }
  }

  /// What a directive is as an institutional statement, by which of its slots are filled.
  package struct Grammar: Hashable, Sendable {
    /// One value with what must hold for it.
    package struct Form: Hashable, Sendable {
      /// Value index of the label.
      package var value: Int
      /// Holds where it is not 0.
      package var formula: FormulaExpression

      /// Creates a form; `value` is an index of the label's choices, from 0.
      package init(value: Int, formula: FormulaExpression) {
        self.value = value
        self.formula = formula
      }
    }

    /// Name of the choice on directives.
    package var label: String
    /// In the order of the values; the first that holds counts.
    package var forms: [Form]

    /// Creates a grammar from forms that are sorted by value.
    package init(label: String, forms: [Form]) {
      self.label = label
      self.forms = forms
    }
  }

  /// Orders to check others: the bearer becomes the checked party.
  package struct PerspectiveSwitch: Hashable, Sendable {
    /// Name of the mark on directives that order a check.
    package var mark: String
    /// Name of the amount on directives for the checked party.
    package var supervised: String
    /// From 0 to 1: what the bearer counts where no checked party is named.
    package var unnamed: Double

    /// Creates a switch from names of labels that are of these kinds.
    package init(mark: String, supervised: String, unnamed: Double) {
      self.mark = mark
      self.supervised = supervised
      self.unnamed = unnamed
    }
  }

  /// Sanctions that cover other directives, counted in the score "in context".
  package struct Umbrella: Hashable, Sendable {
    /// Name of the mark on directives that cover others.
    package var mark: String
    /// Names of the amounts on directives that are lent.
    package var slots: [String]
    /// Name of the only score that is reckoned again with what is lent.
    package var score: String
    /// From 0 to 1, for what is lent to directives of the same block.
    package var paragraphFactor: Double
    /// From 0 to 1, for what is lent to directives of other blocks.
    package var documentFactor: Double

    /// Creates an umbrella from the names of a score and of labels that are of these kinds.
    package init(
      mark: String, slots: [String], score: String, paragraphFactor: Double, documentFactor: Double
    ) {
      self.mark = mark
      self.slots = slots
      self.score = score
      self.paragraphFactor = paragraphFactor
      self.documentFactor = documentFactor
    }
  }

  /// A slot that headings fill for what stands under them.
  package struct Loan: Hashable, Sendable {
    /// Name of the amount on directives that is filled where it is empty.
    package var slot: String
    /// Amount on sentences: what a heading says for the slot.
    package var label: String

    /// Creates a loan from names of labels that are of these kinds.
    package init(slot: String, label: String) {
      self.slot = slot
      self.label = label
    }
  }

  /// By the part that it plays the name of a mark, of those that the pack names; where it names none, no
  /// clause opens or makes a directive.
  package var marks: [ClauseMark: String]
  /// Of the key `bearer`, which a pack must have.
  package var bearer: Bearer
  /// Of the key `force`, which a pack must have.
  package var force: Force
  /// The slots that make a clause an action of its own: first the action, then its object.
  package var core: [String]
  /// A core slot below this value is bare: such clauses in a row form one directive.
  package var substance: Double
  /// The longest bare unit of a bundle, in characters.
  package var bundleLength: Int
  /// The directive label with the class; the value that a directive has when no rule or score
  /// adjustment gives another.
  package var classLabel: String
  /// Index into the choices of `classLabel`, from 0.
  package var defaultClass: Int
  /// nil where the pack does not say what a directive is as an institutional statement.
  package var grammar: Grammar?
  /// nil where orders to check others are orders like others.
  package var perspective: PerspectiveSwitch?
  /// nil where nothing is lent, and results have no score in context.
  package var umbrella: Umbrella?
  /// What headings say for what stands under them, a slot once.
  package var lends: [Loan]
  /// What sentences behind tasks say for them, a slot once.
  package var follows: [Loan]
  /// A directive with this mark is kept out of the averages (rules for the public).
  package var excluded: String?
  /// What has this mark was cut out as a directive and is none after all: no result tells of it.
  package var dismissed: String?
  /// A choice on sentences that says by what kind of sentence a tag was given.
  package var via: String?

  /// Creates settings from names of labels and scores that the resolver has looked up.
  package init(
    marks: [ClauseMark: String], bearer: Bearer, force: Force, core: [String], substance: Double,
    bundleLength: Int, classLabel: String, defaultClass: Int, grammar: Grammar?,
    perspective: PerspectiveSwitch?, umbrella: Umbrella?, lends: [Loan], follows: [Loan],
    excluded: String?, dismissed: String?, via: String?
  ) {
    self.marks = marks
    self.bearer = bearer
    self.force = force
    self.core = core
    self.substance = substance
    self.bundleLength = bundleLength
    self.classLabel = classLabel
    self.defaultClass = defaultClass
    self.grammar = grammar
    self.perspective = perspective
    self.umbrella = umbrella
    self.lends = lends
    self.follows = follows
    self.excluded = excluded
    self.dismissed = dismissed
    self.via = via
  }
}
