internal import SurveyModel

/// The change since the earlier survey; `null` without one.
func jsonChange(_ result: RunResult) -> JSONValue {
  guard let change = result.change else { return .null }
  return .object([
    "survey": .string(change.survey), "year": .integer(change.year),
    "shares_clusters": .bool(change.sharesClusters), "common_psus": .integer(change.commonPSUs),
    "changes": .array(change.changes.map(jsonChange)),
    "decompositions": .array(
      HiddenFigures(result).changeDecompositions.map(jsonDecomposition)),
  ])
}

private func jsonChange(_ change: ChangeEstimate) -> JSONValue {
  func shown(_ value: Double?) -> JSONValue { .number(change.isSecret ? nil : value) }
  let isHidden = change.isSecret
  return .object([
    "measure": .string(change.kind.rawValue), "id": .string(change.id),
    "domain": jsonDomain(change.domain), "now": shown(change.now), "before": shown(change.before),
    "difference": shown(change.difference), "se": shown(change.standardError),
    "independent_se": shown(change.independentStandardError),
    "ci": isHidden ? .null : jsonInterval(change.lower, change.upper),
    "df": shown(change.degreesOfFreedom), "p_raised": shown(change.pValueRaised),
    "p_changed": shown(change.pValueChanged),
    "smallest_detectable": shown(change.smallestDetectable),
    "flag": .string(change.flag?.rawValue),
  ])
}

func jsonRanking(_ ranking: Ranking) -> JSONValue {
  let left = ranking.leftOut + ranking.units.map { $0.estimate }.filter { $0.isHidden }
  return .object([
    "measure": .string(ranking.kind.rawValue), "id": .string(ranking.id),
    "variables": .array(ranking.variables.map { .string($0) }), "level": .number(ranking.level),
    "units": .array(ranking.units.filter { !$0.estimate.isHidden }.map(jsonUnit)),
    "left_out": .array(
      left.map { estimate in
        .object([
          "domain": jsonDomain(estimate.domain), "flag": .string(estimate.flag?.rawValue),
          "flag_reason": .string(estimate.flagReason?.rawValue),
        ])
      }),
  ])
}

private func jsonUnit(_ unit: RankedUnit) -> JSONValue {
  let shown = unit.estimate.shown
  return .object([
    "domain": jsonDomain(unit.estimate.domain), "estimate": .number(shown.value),
    "se": .number(shown.standardError), "rank": .integer(unit.rank),
    "rank_set": .array([.integer(unit.bestRank), .integer(unit.worstRank)]),
    "groups": .array(unit.groups.map { .integer($0) }),
    "difference": .number(unit.differenceFromWhole),
    "difference_se": .number(unit.standardErrorOfDifference),
    "adjusted_p_value": .number(unit.adjustedPValue),
    "flag": .string(unit.estimate.flag?.rawValue),
  ])
}

func jsonDecomposition(_ decomposition: Decomposition) -> JSONValue {
  var members: [String: JSONValue] = [
    "measure": .string(decomposition.kind.rawValue), "id": .string(decomposition.id),
    "variables": .array(decomposition.variables.map { .string($0) }),
    "whole": .number(decomposition.whole), "se": .number(decomposition.standardError),
    "target": .null, "threshold": .null, "since": .null,
    "parts": .array(
      zip(decomposition.parts, decomposition.secretParts).map { part, isHidden in
        jsonPart(part, isHidden: isHidden)
      }),
  ]
  switch decomposition.subject {
  case .distance(let target, let threshold):
    members["target"] = .string(target)
    members["threshold"] = .number(threshold)
  case .change(let survey): members["since"] = .string(survey)
  }
  return .object(members)
}

private func jsonPart(_ part: DecompositionPart, isHidden: Bool) -> JSONValue {
  func shown(_ value: Double?) -> JSONValue { .number(isHidden ? nil : value) }
  var members: [String: JSONValue] = [
    "item": .null, "domain": .null, "effect": .string(part.effect.rawValue),
    "figure": shown(part.figure), "share": shown(part.share),
    "contribution": shown(part.contribution), "se": shown(part.standardError),
    "df": .integer(isHidden ? nil : part.degreesOfFreedom), "half_width": shown(part.halfWidth),
    "flag": .string(isHidden && !part.isHidden ? "suppressed" : part.flag?.rawValue),
  ]
  switch part.place {
  case .item(let id): members["item"] = .string(id)
  case .domain(let terms): members["domain"] = jsonDomain(terms)
  case .outsideDomains: break
  }
  return .object(members)
}

/// All figures of the whole population with their covariances, in the square of their unit.
func jsonCovariance(_ result: RunResult) -> JSONValue {
  guard let joint = result.joint, !joint.estimates.isEmpty else { return .null }
  let hidden = HiddenFigures(result).hiddenRows(of: joint)
  return .object([
    "df": .integer(joint.degreesOfFreedom),
    "measures": .array(
      joint.estimates.map {
        .object(["measure": .string($0.kind.rawValue), "id": .string($0.id)])
      }),
    "matrix": .array(
      joint.estimates.indices.map { row in
        .array(
          joint.estimates.indices.map { column in
            hidden.contains(row) || hidden.contains(column)
              ? .null : .number(joint.covariance(row, column))
          })
      }),
  ])
}
