import Foundation
import SurveyModel

/// `Fixtures/published/change/judging.json`, made by R: see `SOURCE.md` there.
struct JudgingFixture: Decodable {
  struct Holm: Decodable {
    let p: [Double]
    let adjusted: [Double]
  }
  struct Ranks: Decodable {
    let by: String
    let level: Double
    let df: Int
    let units: [String]
    let estimates: [Double]
    let covariance: [Double]
    let t: [Double?]
    let best: [Int]
    let worst: [Int]
    let difference: [Double]
    let se_difference: [Double?]
    let p_difference: [Double?]
  }
  struct SamplePlan: Decodable {
    let se: Double
    let deff: Double
    let n: Int
    let clusters: Int
    let strata: Int
    let kish: Double
    let step: Double
    let b: Double
    let both: Bool
    let alpha: Double
    let power: Double
    let likeness: Double
    let needed: Int?
    let respondents: Int?
  }
  let holm: [Holm]
  let ranks: [Ranks]
  /// SE, df, significance, power, smallest change.
  let detect: [[Double]]
  let plans: [SamplePlan]

  static func load() throws -> JudgingFixture {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/published/change/judging.json")
    return try JSONDecoder().decode(JudgingFixture.self, from: Data(contentsOf: file))
  }
}

extension JudgingFixture.Ranks {
  /// The units and, last, the whole population.
  var joint: JointEstimates {
    let count = estimates.count
    return JointEstimates(
      estimates: estimates.enumerated().map { index, value in
        let variance = covariance[index * count + index]
        return TinyPlan.estimate(
          value, error: variance > 0 ? variance.squareRoot() : nil, freedom: df,
          domain: index < units.count ? [DomainTerm(variable: by, code: units[index])] : [])
      }, covariance: covariance, degreesOfFreedom: df)
  }
}

/// True when two numbers agree to a relative tolerance, or both are absent.
func agree(_ found: Double?, _ expected: Double?, _ tolerance: Double = 1e-9) -> Bool {
  guard let found, let expected else { return found == nil && expected == nil }
  return (found - expected).magnitude
    <= tolerance * max(found.magnitude, expected.magnitude) + 1e-300
}
