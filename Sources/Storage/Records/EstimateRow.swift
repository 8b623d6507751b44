internal import GRDB
internal import SurveyModel

/// An estimate as the columns that `estimate`, `ranked_unit` and `joint_estimate` have in common.
enum EstimateRow {
  static let columns = [
    "kind", "measure_id", "domain", "value", "standard_error", "lower", "upper",
    "interval_method", "degrees_of_freedom", "design_effect",
    "design_effect_without_replacement", "effective_respondents", "respondents", "flag",
    "flag_reason", "is_complete",
  ]

  /// The statement that inserts one row: the columns of an estimate after `keys`, before `rest`.
  static func insertion(into table: String, keys: [String], rest: [String] = []) -> String {
    let names = keys + columns + rest
    let places = names.map { _ in "?" }.joined(separator: ", ")
    return "INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(places))"
  }

  static func values(
    of estimate: Estimate, domains: inout DomainText
  ) throws -> [(any DatabaseValueConvertible)?] {
    [
      estimate.kind.rawValue, estimate.id, try domains.text(of: estimate.domain), estimate.value,
      estimate.standardError, estimate.lower, estimate.upper, estimate.intervalMethod.rawValue,
      estimate.degreesOfFreedom, estimate.designEffect, estimate.designEffectWithoutReplacement,
      estimate.effectiveRespondents, estimate.respondents, estimate.flag?.rawValue,
      estimate.flagReason?.rawValue, estimate.isComplete,
    ]
  }

  static func estimate(_ row: StoredRow, domains: inout DomainText) throws -> Estimate {
    Estimate(
      kind: try row.choice("kind"), id: try row["measure_id"],
      domain: try domains.terms(of: try row["domain"]),
      value: try row[optional: "value"], standardError: try row[optional: "standard_error"],
      lower: try row[optional: "lower"], upper: try row[optional: "upper"],
      intervalMethod: try row.choice("interval_method"),
      degreesOfFreedom: try row["degrees_of_freedom"],
      designEffect: try row[optional: "design_effect"],
      designEffectWithoutReplacement: try row[optional: "design_effect_without_replacement"],
      effectiveRespondents: try row[optional: "effective_respondents"],
      respondents: try row["respondents"], flag: try row.choice(optional: "flag"),
      flagReason: try row.choice(optional: "flag_reason"), isComplete: try row["is_complete"])
  }
}

/// Domains as JSON and back.
///
/// The last one is remembered: all figures of a domain stand together, and making JSON costs more
/// than storing the row.
struct DomainText {
  private var terms: [DomainTerm] = []
  private var text = "[]"

  mutating func text(of domain: [DomainTerm]) throws -> String {
    if domain != terms {
      text = try JSONText.encode(domain.map(DomainTermRecord.init))
      terms = domain
    }
    return text
  }

  mutating func terms(of stored: String) throws -> [DomainTerm] {
    if stored != text {
      terms = try JSONText.decode([DomainTermRecord].self, stored).map(\.term)
      text = stored
    }
    return terms
  }
}
