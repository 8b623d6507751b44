import SurveyModel
import Testing

@testable import Quality

/// What honest synthetic surveys are flagged for: this is the price of every check.
struct CleanSurveyTests {
  @Test(arguments: [1, 2, 3, 4, 5, 6])
  func `Honest surveys have almost nothing to look at`(seed: UInt64) {
    var input = SimulatedSurvey(interviews: 800, districts: 8, seed: seed).input
    input.mostForMatches = 0
    let report = checkQuality(input)
    // Over many seeds 0.05 % of interviews are flagged; never as much as half a percent of 800.
    #expect(report.flaggedInterviews <= 4)
    #expect(!report.flags.contains { $0.code == QualityCodes.copies })
    #expect(report.checks.first { $0.code == QualityCodes.copies }?.status == .checked)
  }

  @Test func `A fixed limit of 85 percent would accuse honest people`() throws {
    let survey = SimulatedSurvey(interviews: 600, districts: 6, seed: 1)
    let matches = try #require(checkQuality(survey.input).matches)
    #expect(matches.interviews == 600 && matches.nearTwins > 6)
    // Counted again the plain way.
    let answers = ItemAnswers(fields: survey.questionnaire.fields, table: survey.table)
    let rows = (0..<600).map { row in
      (0..<22).map { item -> UInt8 in
        let position = answers.positions[row * 22 + item]
        return position == 255 ? 0 : position
      }
    }
    let figures = answers.figures()
    let near = rows.indices.filter { row in
      rows.indices.contains { other in
        other != row
          && zip(rows[row], rows[other]).count { $0 != $1 } <= figures[row].valid * 15 / 100
      }
    }
    #expect(matches.nearTwins == near.count)
  }

  @Test func `Rows in any order are flagged the same`() {
    var survey = SimulatedSurvey(interviews: 500, districts: 5, seed: 7)
    survey.changeDurations { $0[3] = 5 }
    var backwards = survey
    let order = (0..<500).reversed()
    backwards.table.ids = InterviewIDs()
    for row in order { backwards.table.ids.append(survey.table.ids[row].utf8) }
    backwards.table.columns = survey.table.columns.map { column in
      switch column {
      case .coded8(let values): .coded8(order.map { values[$0] })
      case .coded16(let values): .coded16(order.map { values[$0] })
      case .integers(let values): .integers(order.map { values[$0] })
      default: column
      }
    }
    func flagged(_ survey: SimulatedSurvey) -> Set<[String]> {
      Set(checkQuality(survey.input).flags.map { [$0.code.id, $0.id, $0.found.vi ?? ""] })
    }
    #expect(flagged(survey) == flagged(backwards))
    #expect(flagged(survey).contains { $0[0] == "quality.duration.short" })
  }

  @Test func `Without interviewer, duration and start time rules are not checked, and say so`() {
    let survey = SimulatedSurvey(interviews: 60, districts: 2, seed: 1)
    let hidden = survey.questionnaire.fields.indices.filter {
      survey.questionnaire.fields[$0].id != "duration_seconds"
    }
    let input = QualityInput(
      rules: QualityDefinition(), fields: hidden.map { survey.questionnaire.fields[$0] },
      table: ResponseTable(
        ids: survey.table.ids, columns: hidden.map { survey.table.columns[$0] }))
    let report = checkQuality(input)
    let notChecked = Set(report.checks.filter { $0.status == .notChecked }.map(\.code.id))
    for code in [
      QualityCodes.durationShort, QualityCodes.burst, QualityCodes.night, QualityCodes.copies,
      QualityCodes.interviewerSatisfied, QualityCodes.unitSatisfied, QualityCodes.quotaShort,
      QualityCodes.formsValid,
    ] { #expect(notChecked.contains(code.id), "\(code.id)") }
    #expect(Set(report.checks.map(\.code)) == Set(QualityCodes.all))
  }

  @Test func `A rule that is switched off flags nothing`() {
    var survey = SimulatedSurvey(interviews: 200, districts: 2, seed: 1)
    survey.changeDurations { $0[3] = 5 }
    #expect(checkQuality(survey.input).flags.contains { $0.code == QualityCodes.durationShort })
    survey.rules = QualityDefinition(
      duration: nil, start: nil, sameAnswers: nil, missing: nil, copies: nil, groups: nil)
    let report = checkQuality(survey.input)
    #expect(report.flags.isEmpty && report.matches == nil)
    #expect(report.checks.filter { $0.status == .off }.count == 13)
  }

  @Test func `A survey without interviews or items is no trouble`() {
    let empty = SimulatedSurvey(interviews: 0, districts: 2, seed: 1)
    #expect(checkQuality(empty.input).flags.isEmpty)
    let bare = QualityInput(
      rules: QualityDefinition(), fields: [], table: ResponseTable(fields: []))
    #expect(checkQuality(bare).flags.isEmpty)
  }
}
