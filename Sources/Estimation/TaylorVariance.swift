import SurveyModel

/// The covariance of totals from the totals of the sampling units, stage by stage.
///
///     v = Σₕ (1 − fₕ) · nₕ/(nₕ − 1) · Σⱼ (zₕⱼ − z̄ₕ)(zₕⱼ − z̄ₕ)ᵀ
///       + Σₕⱼ fₕ (1 − fₕⱼ) · mₕⱼ/(mₕⱼ − 1) · Σₖ (zₕⱼₖ − z̄ₕⱼ)(zₕⱼₖ − z̄ₕⱼ)ᵀ + …
///
/// nₕ counts every PSU sampled in the stratum: PSUs without a respondent in the domain have
/// z = 0 and stay; so do units of later stages. A stratum with one sampled PSU contributes by the
/// design's rule, unless it is the only PSU the population has there: then it was not drawn by chance
/// and adds nothing. Later stages add only where the strata give their population of PSUs; without
/// it the first line is the whole variance, whatever was drawn below (ultimate clusters).
///
/// ## Method
///
/// Särndal, Swensson and Wretman, *Model Assisted Survey Sampling* (1992), sections 4.3 and 5.5 to
/// 5.7; Wolter, *Introduction to Variance Estimation*, 2nd ed. (2007), chapter 6; rules for single
/// PSUs as in T. Lumley, R package survey 4.1-1. Checked:
/// `Tests/Fixtures/published/sipas-province/SOURCE.md`, `…/variance/SOURCE.md`.
extension VariancePlan {
  /// The covariance matrix of the sums of `totals`.
  ///
  /// - Parameters:
  ///   - totals: Per unit of the last stage.
  ///   - strata: The strata that count, each once.
  ///   - isDiagonal: True for the variances alone.
  /// - Returns: By rows, or the diagonal; `nil` where `average` has no group to take the mean of.
  func covariance(
    of totals: UnitTotals, strata: [Int32], isDiagonal: Bool
  ) -> [Double]? {
    let figures = totals.figures
    var matrix = [Double](repeating: 0, count: isDiagonal ? figures : figures * figures)
    var totals = totals
    for (number, stage) in stages.enumerated().reversed() {
      let groups =
        number == 0
        ? strata : stage.presentGroups(of: totals)
      let rule = design.singlePSU
      let scales =
        number == 0
        ? stage.scales(present: groups, rule) : stage.laterScales(present: groups, rule)
      guard let scales else { return nil }
      stage.addCovariance(of: totals, scales: scales, isDiagonal: isDiagonal, to: &matrix)
      if number > 0 {
        totals = totals.summed(by: stage.groupOfElement, parents: stage.groups)
      }
    }
    if !isDiagonal {
      for row in 0..<figures {
        for column in 0..<row { matrix[row * figures + column] = matrix[column * figures + row] }
      }
    }
    return matrix
  }
}

extension VarianceStage {
  fileprivate func presentGroups(of totals: UnitTotals) -> [Int32] {
    var isPresent = [Bool](repeating: false, count: groups)
    for place in 0..<totals.count { isPresent[Int(groupOfElement[totals.unit(at: place)])] = true }
    return isPresent.indices.filter { isPresent[$0] }.map(Int32.init)
  }

  /// Below the PSUs every parent is a design of its own: a single unit has no other to learn from.
  fileprivate func laterScales(present: [Int32], _ rule: SinglePSURule) -> [Double]? {
    if rule == .average {
      let isSingle = present.contains { group in
        sampled[Int(group)] == 1 && unsampledShare[Int(group)] >= selfRepresentingShare
          && fractionAbove[Int(group)] > 0
      }
      if isSingle { return nil }
    }
    return scales(present: present, rule)
  }

  /// Adds Σ over groups of scale · Σ (z − z̄)(z − z̄)ᵀ.
  ///
  /// z̄ is 0 in groups of one element; of the matrix the upper triangle is written.
  fileprivate func addCovariance(
    of totals: UnitTotals, scales: [Double], isDiagonal: Bool, to matrix: inout [Double]
  ) {
    let figures = totals.figures
    guard figures > 0 else { return }
    var means = [Double](repeating: 0, count: groups * figures)
    var absent = sampled
    for place in 0..<totals.count {
      let group = Int(groupOfElement[totals.unit(at: place)])
      absent[group] -= 1
      for figure in 0..<figures {
        means[group * figures + figure] += totals.values[place * figures + figure]
      }
    }
    for group in 0..<groups {
      let size = sampled[group] > 1 ? 1 / sampled[group] : 0
      for figure in 0..<figures { means[group * figures + figure] *= size }
    }
    var sum = CrossProducts(figures: figures, isDiagonal: isDiagonal)
    for place in 0..<totals.count {
      let group = Int(groupOfElement[totals.unit(at: place)])
      if scales[group] == 0 { continue }
      sum.add(totals.values, at: place, minus: means, at: group, scale: scales[group])
    }
    // Elements without a total are as far from the mean as the mean is from 0.
    for group in 0..<groups where absent[group] > 0 && absent[group] < sampled[group] {
      if scales[group] == 0 { continue }
      sum.add(means, at: group, scale: scales[group] * absent[group])
    }
    sum.addSums(to: &matrix)
  }
}
