import SurveyModel

extension IndexAnalysis {
  /// Where each estimate stands, in the order of the estimates.
  var places: [SurveyComparison.Place] {
    domains.indices.flatMap { set in
      domains[set].indices.flatMap { domain in
        (0..<figureCount).map { SurveyComparison.Place(set: set, domain: domain, figure: $0) }
      }
    }
  }

  func form(_ place: SurveyComparison.Place) -> LinearForm? {
    form(ofFigure: place.figure, set: place.set, domain: place.domain)
  }

  /// The PSUs with a respondent in a domain.
  func psus(ofSet set: Int, domain: Int) -> some Sequence<Int> {
    let cells = sums[set].psus
    return cells.others[cells.range(ofDomain: domain)].lazy.map(Int.init)
  }

  /// ``totals(of:)`` by PSU, whatever the last stage of the sample.
  func psuTotals(of form: LinearForm) -> [Double] {
    let totals = totals(of: form)
    guard plan.hasLaterStages else { return totals }
    var sums = [Double](repeating: 0, count: design.psuCount)
    for (unit, psu) in plan.psuOfUnit.enumerated() { sums[Int(psu)] += totals[unit] }
    return sums
  }
}
