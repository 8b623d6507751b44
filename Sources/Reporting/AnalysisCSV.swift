internal import DelimitedText
package import SurveyModel

/// Makes `change.csv`, one row for each figure of both surveys; `nil` without an earlier survey.
package func changeCSV(_ result: RunResult, language: Language) -> [UInt8]? {
  guard let change = result.change, !change.changes.isEmpty else { return nil }
  let names = MeasureNames(result, language: language)
  var writer = CSVWriter(guardsFormulas: true)
  writer.append(texts: [
    "measure", "id", "label", "domain", "domain_label", "before_survey", "before_year", "before",
    "now", "difference", "se", "ci_lower", "ci_upper", "df", "p_raised", "p_changed",
    "independent_se", "smallest_detectable", "flag",
  ])
  for row in change.changes {
    func shown(_ value: Double?) -> CSVWriter.Cell { row.isSecret ? .empty : .value(value) }
    writer.append([
      .text(row.kind.rawValue), .label(row.id), .label(names.name(of: row.kind, id: row.id)),
      .domain(row.domain), .label(names.name(of: row.domain)), .label(change.survey),
      .value(change.year), shown(row.before), shown(row.now), shown(row.difference),
      shown(row.standardError), shown(row.lower), shown(row.upper), shown(row.degreesOfFreedom),
      shown(row.pValueRaised), shown(row.pValueChanged), shown(row.independentStandardError),
      shown(row.smallestDetectable), .label(row.flag?.rawValue),
    ])
  }
  return writer.bytes
}

/// Makes `rankings.csv`, one row for each unit of each ranking; `nil` where nothing was ranked.
package func rankingsCSV(_ result: RunResult, language: Language) -> [UInt8]? {
  guard !result.rankings.isEmpty else { return nil }
  let names = MeasureNames(result, language: language)
  var writer = CSVWriter(guardsFormulas: true)
  writer.append(texts: [
    "measure", "id", "label", "domain", "domain_label", "rank", "rank_best", "rank_worst",
    "groups", "estimate", "se", "difference", "difference_se", "adjusted_p_value", "flag",
  ])
  for ranking in result.rankings {
    let measure: [CSVWriter.Cell] = [
      .text(ranking.kind.rawValue), .label(ranking.id),
      .label(names.name(of: ranking.kind, id: ranking.id)),
    ]
    func place(_ estimate: Estimate) -> [CSVWriter.Cell] {
      [.domain(estimate.domain), .label(names.name(of: estimate.domain))]
    }
    for unit in ranking.units where !unit.estimate.isHidden {
      let shown = unit.estimate.shown
      writer.append(
        measure + place(unit.estimate) + [
          .value(unit.rank), .value(unit.bestRank), .value(unit.worstRank),
          .label(unit.groups.map(String.init).joined(separator: " ")), .value(shown.value),
          .value(shown.standardError), .value(unit.differenceFromWhole),
          .value(unit.standardErrorOfDifference), .value(unit.adjustedPValue),
          .label(unit.estimate.flag?.rawValue),
        ])
    }
    let left = ranking.leftOut + ranking.units.map { $0.estimate }.filter { $0.isHidden }
    for estimate in left {
      let blank = [CSVWriter.Cell](repeating: .empty, count: 9)
      writer.append(
        measure + place(estimate) + blank + [.label(estimate.flag?.rawValue)])
    }
  }
  return writer.bytes
}

/// Makes `contributions.csv`, one row for each part of each target's distance and of each change;
/// `nil` where nothing was taken apart.
package func contributionsCSV(_ result: RunResult, language: Language) -> [UInt8]? {
  let hidden = HiddenFigures(result)
  let all = hidden.decompositions + hidden.changeDecompositions
  guard !all.isEmpty else { return nil }
  let names = MeasureNames(result, language: language)
  var writer = CSVWriter(guardsFormulas: true)
  writer.append(texts: [
    "measure", "id", "subject", "target", "threshold", "since", "by", "part", "part_label",
    "effect", "figure", "share", "contribution", "se", "df", "half_width", "whole", "whole_se",
    "flag",
  ])
  for decomposition in all {
    let (target, threshold, since): (String?, Double?, String?) =
      switch decomposition.subject {
      case .distance(let id, let value): (id, value, nil)
      case .change(let survey): (nil, nil, survey)
      }
    for (part, isHidden) in zip(decomposition.parts, decomposition.secretParts) {
      func shown(_ value: Double?) -> CSVWriter.Cell { isHidden ? .empty : .value(value) }
      let (place, label): (CSVWriter.Cell, String) =
        switch part.place {
        case .item(let id): (.label(id), names.name(of: .item, id: id))
        case .domain(let terms): (.domain(terms), names.name(of: terms))
        case .outsideDomains: (.empty, Texts(language).outsideDomains)
        }
      writer.append([
        .text(decomposition.kind.rawValue), .label(decomposition.id),
        .text(target == nil ? "change" : "distance"), .label(target), .value(threshold),
        .label(since),
        .label(
          decomposition.variables.isEmpty
            ? "item" : decomposition.variables.joined(separator: ", ")),
        place, .label(label), .text(part.effect.rawValue), shown(part.figure), shown(part.share),
        shown(part.contribution), shown(part.standardError),
        shown(part.degreesOfFreedom.map(Double.init)), shown(part.halfWidth),
        .value(decomposition.whole),
        .value(decomposition.standardError),
        .label(isHidden && !part.isHidden ? "suppressed" : part.flag?.rawValue),
      ])
    }
  }
  return writer.bytes
}

/// Makes `covariance.csv`, a row and a column for each figure of the whole population; `nil` where
/// there is none.
package func covarianceCSV(_ result: RunResult) -> [UInt8]? {
  guard let joint = result.joint, !joint.estimates.isEmpty else { return nil }
  let hidden = HiddenFigures(result).hiddenRows(of: joint)
  var writer = CSVWriter(guardsFormulas: true)
  writer.append([.text("measure"), .text("id")] + joint.estimates.map { .label($0.id) })
  for (row, estimate) in joint.estimates.enumerated() {
    writer.append(
      [.text(estimate.kind.rawValue), .label(estimate.id)]
        + joint.estimates.indices.map { column in
          hidden.contains(row) || hidden.contains(column)
            ? .empty : .value(joint.covariance(row, column))
        })
  }
  return writer.bytes
}
