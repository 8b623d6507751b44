/// A linear combination of the answers' sums: what a figure's error is the error of.
///
/// A respondent's influence is u = Σ (c y − d x) over the terms whose domain the respondent is in,
/// with x = 1 for a valid answer to the term's item and y its value. Differences between figures,
/// parts of a figure and changes are sums of such forms, so their errors need nothing else:
///
///     let gap = LinearForm(first) + -1 * LinearForm(second)
struct LinearForm: Sendable {
  /// One item of one domain.
  struct Term: Sendable {
    /// 0 for the whole population, then the domain sets in their order.
    var set: Int
    /// The level of the set.
    var domain: Int
    /// As numbered in ``ItemAnswers``.
    var item: Int
    var c: Double
    var d: Double
  }

  var terms: [Term]

  init(terms: [Term] = []) {
    self.terms = terms
  }

  /// The influence of a figure in a domain, before its unit: a share is 0 to 1.
  init(_ linearisation: Linearisation, of measure: Measure, set: Int, domain: Int) {
    terms = measure.items.enumerated().compactMap { place, item in
      let (c, d) = (linearisation.c[place], linearisation.d[place])
      return c == 0 && d == 0 ? nil : Term(set: set, domain: domain, item: item, c: c, d: d)
    }
  }

  static func + (left: LinearForm, right: LinearForm) -> LinearForm {
    LinearForm(terms: left.terms + right.terms)
  }

  static func += (left: inout LinearForm, right: LinearForm) {
    left.terms += right.terms
  }

  static func * (factor: Double, form: LinearForm) -> LinearForm {
    LinearForm(
      terms: form.terms.map {
        Term(set: $0.set, domain: $0.domain, item: $0.item, c: factor * $0.c, d: factor * $0.d)
      })
  }
}
