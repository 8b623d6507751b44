import Numerics
import SurveyModel
import Testing

@testable import Quality

struct CopiesTests {
  /// Rows flagged among planted copies and elsewhere, over fixed seeds.
  private func found(
    changes: Int, seeds: ClosedRange<UInt64>
  ) -> (detected: Int, planted: Int, elsewhere: Int) {
    var total = (detected: 0, planted: 0, elsewhere: 0)
    for seed in seeds {
      var survey = SimulatedSurvey(interviews: 600, districts: 6, seed: seed)
      var random = SplitMix64(seed: seed + 99)
      let planted = survey.plantCopies(20, changes: changes, random: &random)
      var input = survey.input
      input.mostForMatches = 0
      let rows = Set(
        checkQuality(input).flags.filter { $0.code == QualityCodes.copies }.compactMap(\.row))
      total.detected += rows.intersection(planted.map(\.copy)).count
      total.planted += planted.count
      total.elsewhere += rows.subtracting(planted.flatMap { [$0.copy, $0.original] }).count
    }
    return total
  }

  @Test func `Most exact copies are found and hardly anyone else`() {
    let total = found(changes: 0, seeds: 1...4)
    #expect(Double(total.detected) >= 0.7 * Double(total.planted))
    #expect(total.elsewhere <= 4)
  }

  @Test func `Copies with one or two changed answers are found less often, still not others`() {
    let one = found(changes: 1, seeds: 1...4)
    let two = found(changes: 2, seeds: 1...4)
    #expect(Double(one.detected) >= 0.4 * Double(one.planted))
    #expect(two.detected >= 1 && two.detected < one.detected)
    #expect(one.elsewhere <= 4 && two.elsewhere <= 4)
  }

  @Test func `Sheets that many people fill in alike are no copies`() {
    var survey = SimulatedSurvey(interviews: 600, districts: 6, seed: 3)
    // A third of the file answers 4 throughout, in every commune.
    for item in survey.questionnaire.items.map(\.id) {
      survey.change(item) { values in
        for row in stride(from: 0, to: 600, by: 3) where values[row] != 255 { values[row] = 4 }
      }
    }
    let report = checkQuality(survey.input)
    #expect(!report.flags.contains { $0.code == QualityCodes.copies })
    #expect(!report.flags.contains { $0.code == QualityCodes.sameAnswers })
  }

  @Test func `What a commune says of its own office is no copying`() {
    var survey = SimulatedSurvey(interviews: 600, districts: 6, seed: 4)
    let communes = survey.positions("commune")
    // Nobody in the first commune finds a chair, nobody in the second a form.
    for (commune, items) in [(1, ["A1", "A2", "A3"]), (2, ["P1", "P2", "P3"])] {
      for item in items {
        survey.change(item) { values in
          for row in values.indices where communes[row] == commune { values[row] = 1 }
        }
      }
    }
    let report = checkQuality(survey.input)
    #expect(!report.flags.contains { $0.code == QualityCodes.copies })
  }

  @Test func `Packed answers differ where the plain ones do`() {
    var random = SplitMix64(seed: 5)
    for (width, largest) in [(1, 2), (22, 6), (32, 7), (33, 5), (70, 254)] {
      let rows = 40
      let answers = (0..<rows * width).map { _ in UInt8(random.uniform(below: largest + 1)) }
      let planes = AnswerPlanes(answers, width: width, rows: (0..<Int32(rows)).map { $0 })
      let room = UnsafeMutablePointer<UInt32>.allocate(capacity: 2 * AnswerPlanes.block)
      defer { room.deallocate() }
      for row in 0..<rows {
        planes.compare(row, with: 3..<rows, into: room, scratch: room + AnswerPlanes.block)
        for other in 3..<rows {
          let plain = (0..<width).count {
            answers[row * width + $0] != answers[other * width + $0]
          }
          #expect(Int(room[other - 3]) == plain)
        }
      }
    }
  }
}
