import SurveyModel

extension TinyRun {
  private static func district(_ code: String) -> [DomainTerm] {
    [DomainTerm(variable: "district", code: code)]
  }

  private static func found(
    _ kind: MeasureKind, _ id: String, _ domain: [DomainTerm] = []
  ) throws -> Estimate {
    guard let estimate = estimates.estimate(of: kind, id: id, domain: domain) else {
      throw Missing(id: id)
    }
    return estimate
  }

  struct Missing: Error { let id: String }

  // MARK: Change

  static let change: ChangeTable = {
    let factors = factorValues.map { (MeasureKind.factor, $0.id, $0.value) }
    let steps = [1.5, 2.25, -0.125, 0.5, -2.5, 0.75]
    var changes = zip([(.overall, "sipas", 87.82686)] + factors, steps).map { figure, step in
      ChangeEstimate(
        kind: figure.0, id: figure.1, now: figure.2, before: figure.2 - step, difference: step,
        standardError: 0.75, independentStandardError: 0.875, lower: step - 1.5, upper: step + 1.5,
        degreesOfFreedom: 77.5, pValueRaised: step > 1.25 ? 0.02 : 0.4,
        pValueChanged: step.magnitude > 1.5 ? 0.01 : 0.1, smallestDetectable: 1.875)
    }
    changes.append(
      ChangeEstimate(
        kind: .overall, id: "sipas", domain: district("KPA"), now: 61.0625, before: 62.0625,
        difference: -1.0625, standardError: 63.0625, independentStandardError: 64.0625,
        lower: -65.0625, upper: 66.0625, degreesOfFreedom: 67.0625, pValueRaised: 0.680625,
        pValueChanged: 0.690625, smallestDetectable: 60.0625, flag: .suppressed))
    return ChangeTable(
      survey: "gia-lai-2020", year: 2020, sharesClusters: true, commonPSUs: 42, changes: changes,
      decompositions: [
        Decomposition(
          kind: .overall, id: "sipas", subject: .change(survey: "gia-lai-2020"),
          variables: ["gender"], whole: 1.5, standardError: 0.75,
          parts: [
            part("f", .satisfaction, 0.625, 0.25), part("f", .composition, 0.125, 0.125),
            part("m", .satisfaction, 1, 0.375), part("m", .composition, -0.25, 0.03125),
          ])
      ])
  }()

  private static func part(
    _ gender: String, _ effect: DecompositionPart.Effect, _ points: Double, _ error: Double
  ) -> DecompositionPart {
    DecompositionPart(
      place: .domain([DomainTerm(variable: "gender", code: gender)]), effect: effect, figure: 87.5,
      share: 0.5, contribution: points, standardError: error,
      degreesOfFreedom: 40, halfWidth: 2.25 * error)
  }

  // MARK: Ranks

  static let rankings: [Ranking] = [MeasureKind.overall, .factor].map { kind in
    let id = kind == .overall ? "sipas" : "access"
    let shown = districts.map { $0.0 }.filter { $0 != "KPA" }.reversed()
    let whole = kind == .overall ? 87.82686 : 87.104
    let units = shown.enumerated().compactMap { place, code -> RankedUnit? in
      guard let estimate = try? found(kind, id, district(code)), let value = estimate.value else {
        return nil
      }
      return RankedUnit(
        estimate: estimate, rank: place + 1, bestRank: max(1, place - 1),
        worstRank: min(7, place + 3), groups: place < 3 ? [1] : place < 5 ? [1, 2] : [2],
        differenceFromWhole: value - whole, standardErrorOfDifference: code == "AYP" ? nil : 1.25,
        adjustedPValue: code == "AYP" ? nil : place == 6 ? 0.001 : 0.5)
    }
    return Ranking(
      kind: kind, id: id, variables: ["district"], level: 0.95, units: units,
      leftOut: [try? found(kind, id, district("KPA"))].compactMap { $0 })
  }

  // MARK: What pulls down

  static let decompositions: [Decomposition] = {
    let threshold = 90.40
    let items = ["R1", "R2"].map { id -> DecompositionPart in
      let value = (try? found(.item, id))?.value ?? 0
      return DecompositionPart(
        place: .item(id), effect: .distance, figure: value, share: 0.5,
        contribution: (value - threshold) / 2, standardError: id == "R1" ? 0.25 : 0.5,
        degreesOfFreedom: 40, halfWidth: id == "R1" ? 0.5 : 1)
    }
    let areas = districts.map { code, _ -> DecompositionPart in
      let estimate = try? found(.factor, "results", district(code))
      let isSmall = code == "KPA"
      let value = isSmall ? 57.0625 : estimate?.value ?? 0
      let share = isSmall ? 0.0590625 : code == "AYP" ? 0.0580625 : 0.125
      return DecompositionPart(
        place: .domain(district(code)), effect: .distance, figure: value, share: share,
        contribution: share * (value - threshold), standardError: isSmall ? 0.0560625 : 0.375,
        degreesOfFreedom: 4, halfWidth: isSmall ? 0.112125 : 0.75,
        flag: estimate?.flag)
    }
    let rest = DecompositionPart(
      place: .outsideDomains, effect: .distance, share: 0.132875,
      contribution: -2.15 - areas.map(\.contribution).reduce(0, +))
    func whole(_ variables: [String], _ parts: [DecompositionPart]) -> Decomposition {
      Decomposition(
        kind: .factor, id: "results", subject: .distance(target: "8.1.4", threshold: threshold),
        variables: variables, whole: -2.15, standardError: 0.6, parts: parts)
    }
    return [whole([], items), whole(["district"], areas + [rest])]
  }()

  // MARK: Covariance

  static let joint: JointEstimates = {
    let figures = estimates.estimates.filter { $0.domain.isEmpty }
    let covariance = figures.indices.flatMap { row in
      figures.indices.map { column in
        row == column ? 0.36 : 0.1 + Double(row + column) / 100
      }
    }
    return JointEstimates(estimates: figures, covariance: covariance, degreesOfFreedom: 40)
  }()
}
