import SurveyModel
import Testing

@testable import Estimation

/// The figures that units are ranked by, with their joint covariance: `change/SOURCE.md`.
@Suite struct RankedUnitsAgreeWithSurveyTests {
  struct Expected: Decodable {
    struct Ranks: Decodable {
      let by: String
      let level: Double
      let df: Int
      let units: [String]
      let estimates: [Double]
      let covariance: [Double]
    }
    let ranks: [Ranks]
  }

  @Test(arguments: [(0, "small"), (1, "small"), (2, "province"), (4, "province")])
  func unitsAndTheWholeVaryTogether(number: Int, survey: String) throws {
    let expected = try PublishedFixture("change").decode(Expected.self, from: "judging.json")
      .ranks[number]
    let data = try ComparedSurvey(sipas: "sipas-\(survey)", "data.csv")
    let analysis = try data.analysis(fpc: false, domains: [data.table.grouping([expected.by])])
    let joint = try #require(analysis.joint(of: .factor, id: "access", set: 1))
    #expect(joint.degreesOfFreedom == expected.df)
    #expect(joint.estimates.dropLast().map { $0.domain[0].code } == expected.units)
    let count = joint.estimates.count
    for row in 0..<count {
      expectAgreement(joint.estimates[row].value, expected.estimates[row], "estimate \(row)")
      for column in 0..<count where joint.estimates[row].standardError ?? 0 > 0 {
        guard joint.estimates[column].standardError ?? 0 > 0 else { continue }
        let wanted = expected.covariance[row * count + column]
        // Covariances near 0 are differences of large products: measured against the variances.
        let scale =
          (expected.covariance[row * count + row] * expected.covariance[column * count + column])
          .squareRoot()
        #expect(
          (joint.covariance(row, column) - wanted).magnitude <= 1e-9 * scale,
          "\(expected.by) \(row) \(column)")
      }
    }
  }
}
