/// What a field's values are.
package enum FieldKind: Sendable, Hashable {
  /// A category variable or an item: one of a list of codes.
  case coded(CodeList)
  case integer(minimum: Double?, maximum: Double?)
  case number(minimum: Double?, maximum: Double?)
  case date
  case datetime
  case text
}

/// One thing a response holds: a variable (district, phone…) or an item (A1…).
package struct Field: Sendable, Hashable {
  package var id: String
  package var label: LocalizedText
  package var kind: FieldKind
  package var isItem: Bool
  package var isRequired: Bool
  /// Never stored, shown or reported in clear.
  package var isPersonal: Bool
  /// The survey keeps a keyed pseudonym of a personal text instead of nothing.
  package var keepsPseudonym: Bool
  /// Codes that mean missing for a field that is not coded (for example -1 for a duration).
  package var missingCodes: [AnswerCode]
  package var unit: String?
  /// When the question applies, a factor's condition joined in; `nil` means always.
  package var askedWhen: Condition?
  /// A category whose codes the survey file supplies (`code-list`) and nobody has yet.
  package var awaitsCodeList: Bool
  package var place: SourceLocation?

  package init(
    id: String, label: LocalizedText = LocalizedText(), kind: FieldKind, isItem: Bool = false,
    isRequired: Bool = false, isPersonal: Bool = false, keepsPseudonym: Bool = false,
    missingCodes: [AnswerCode] = [],
    unit: String? = nil, askedWhen: Condition? = nil, awaitsCodeList: Bool = false,
    place: SourceLocation? = nil
  ) {
    self.id = id
    self.label = label
    self.kind = kind
    self.isItem = isItem
    self.isRequired = isRequired
    self.isPersonal = isPersonal
    self.keepsPseudonym = keepsPseudonym
    self.missingCodes = missingCodes
    self.unit = unit
    self.askedWhen = askedWhen
    self.awaitsCodeList = awaitsCodeList
    self.place = place
  }

  /// Personal, and checked on the way in without anything being kept.
  package var isDropped: Bool { isPersonal && !keepsPseudonym }
  /// Personal, and kept as a pseudonym in a column of texts.
  package var isPseudonym: Bool { isPersonal && keepsPseudonym }

  /// The code list of a coded field.
  package var codeList: CodeList? {
    if case .coded(let list) = kind { list } else { nil }
  }
}
