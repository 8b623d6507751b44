/// One level of a grouping: a code of each of its variables.
package struct GroupLevel: Sendable, Hashable {
  /// One term per variable, in the order of the grouping.
  package var terms: [DomainTerm]
  /// One label per term.
  package var labels: [LocalizedText]

  package init(terms: [DomainTerm], labels: [LocalizedText]) {
    self.terms = terms
    self.labels = labels
  }

  /// For messages: `district=PLK (Thành phố Pleiku), gender=male (Nam)`; a label that says no more
  /// than the code is left out.
  package var name: String {
    terms.enumerated().map { index, term in
      let label = index < labels.count ? labels[index].text(in: .vi) : ""
      let code = "\(term.variable)=\(term.code)"
      return label.isEmpty || label == term.code ? code : "\(code) (\(label))"
    }.joined(separator: ", ")
  }
}

/// Respondents sorted into the levels of one variable, or of several crossed.
package struct Grouping: Sendable, Hashable {
  package var variables: [String]
  package var levels: [GroupLevel]
  /// One per respondent: index into `levels`, -1 where a variable is missing.
  package var levelOfRow: [Int32]

  package init(variables: [String], levels: [GroupLevel], levelOfRow: [Int32]) {
    self.variables = variables
    self.levels = levels
    self.levelOfRow = levelOfRow
  }

  package var count: Int { levelOfRow.count }
}
