import SurveyModel
import Testing

@testable import Quality

/// Each rule by itself, on cases that can be checked by hand.
struct RuleTests {
  /// `rows` interviews of one interviewer and nothing but the fields given.
  private func input(
    _ fields: [(Field, ColumnValues)], interviewers: [Int32]? = nil,
    rules: QualityDefinition = QualityDefinition()
  ) -> QualityInput {
    let rows = fields[0].1.count
    var ids = InterviewIDs()
    for row in 0..<rows { ids.append("P\(row + 1)".utf8) }
    let levels = (0...(interviewers?.max() ?? 0)).map {
      GroupLevel(terms: [DomainTerm(variable: "interviewer", code: "V\($0)")], labels: [])
    }
    return QualityInput(
      rules: rules, fields: fields.map(\.0),
      table: ResponseTable(ids: ids, columns: fields.map(\.1)),
      interviewers: interviewers.map {
        Grouping(variables: ["interviewer"], levels: levels, levelOfRow: $0)
      })
  }

  private func flagged(_ report: QualityReport, _ code: FindingCode) -> [String] {
    report.interviews(flaggedBy: code.id)
  }

  @Test func `Counts in messages have their thousands set apart`() {
    let counts = [0, 999, 1033, 89_733, 1_000_000, -1_234].map(shownCount)
    #expect(counts.map(\.vi) == ["0", "999", "1.033", "89.733", "1.000.000", "−1.234"])
    #expect(counts.map { $0.text(in: .en) }.prefix(4) == ["0", "999", "1,033", "89,733"])
  }

  private let duration = Field(id: "duration_seconds", kind: .integer(minimum: 0, maximum: nil))
  private let start = Field(id: "start_time", kind: .datetime)

  /// Logarithms of 800, 900, 1000, 1100, 1200: median log 1000, MAD log(1000/900) = 0.10536, robust
  /// deviation 0.15621; 3.5 of them are a factor of 1.7275, so 579 and 1728 seconds.
  @Test func `Durations are judged by their ratio to the middle one`() {
    let seconds: [Int64] = [800, 900, 1000, 1000, 1000, 1100, 1200, 578, 1729, .min]
    var report = checkQuality(input([(duration, .integers(seconds))]))
    // With the two at the ends: logarithms' median distance becomes that of 900 and 1100 to 1000.
    #expect(flagged(report, QualityCodes.durationShort) == ["P8"])
    #expect(flagged(report, QualityCodes.durationLong) == ["P9"])
    report = checkQuality(input([(duration, .integers([600, 600, 600, 600, 1, 900]))]))
    // All alike: no spread to compare with, and nothing answered that takes time.
    #expect(flagged(report, QualityCodes.durationShort) == [])
    #expect(
      report.checks.first { $0.code == QualityCodes.durationLong }?.status == .notChecked)
  }

  @Test func `Minutes are minutes where the field says so`() {
    var minutes = duration
    minutes.unit = "phút"
    let report = checkQuality(
      input([(minutes, .integers([15, 14, 16, 15, 13, 17]))], interviewers: [0, 0, 0, 0, 0, 0]))
    #expect(report.interviewers.map(\.medianDuration) == [900])
  }

  @Test func `The same pseudonym in two interviews is pointed out, and not shown`() {
    let phone = Field(id: "phone", kind: .text, isPersonal: true, keepsPseudonym: true)
    let column = TextColumn(positions: [1, 0, 2, 1, 0, 3], texts: ["aa11", "bb22", "cc33"])
    let report = checkQuality(input([(phone, .texts(column))]))
    #expect(flagged(report, QualityCodes.personRepeated) == ["P1", "P4"])
    let flags = report.flags.filter { $0.code == QualityCodes.personRepeated }
    #expect(flags.map(\.found.en) == ["phone as in P4", "phone as in P1"])
    #expect(!String(describing: report).contains("aa11"))
    // Many of one: five are named, the others counted.
    let many = TextColumn(positions: [UInt32](repeating: 1, count: 8), texts: ["aa11"])
    let crowd = checkQuality(input([(phone, .texts(many))]))
    #expect(
      crowd.flags.last { $0.code == QualityCodes.personRepeated }?.found.en
        == "phone as in P1, P2, P3, P4, P5 and 2 more")
    // A text that is no pseudonym is no person.
    let comment = checkQuality(input([(Field(id: "comment", kind: .text), .texts(column))]))
    #expect(
      comment.checks.first { $0.code == QualityCodes.personRepeated }?.status == .notChecked)
  }

  /// 2021-09-01 is day 18871 after 1970-01-01.
  private func at(_ hour: Int, _ minute: Int) -> Int64 {
    18_871 * 86_400 + Int64(hour * 3600 + minute * 60)
  }

  @Test func `Four starts within ten minutes are a burst, three are not`() {
    let starts = [at(8, 0), at(8, 3), at(8, 6), at(8, 10), at(9, 0), at(9, 5), at(9, 10)]
    let report = checkQuality(
      input([(start, .integers(starts))], interviewers: [0, 0, 0, 0, 0, 0, 0]))
    #expect(flagged(report, QualityCodes.burst) == ["P1", "P2", "P3", "P4"])
    // The same times of two interviewers are none.
    let two = checkQuality(
      input([(start, .integers(starts))], interviewers: [0, 1, 0, 1, 0, 1, 0]))
    #expect(flagged(two, QualityCodes.burst) == [])
  }

  @Test func `An interview overlaps the longest one before it`() {
    let starts = [at(8, 0), at(8, 10), at(8, 30), at(9, 0), at(8, 5)]
    let report = checkQuality(
      input(
        [(start, .integers(starts)), (duration, .integers([2400, 60, 600, 60, 600]))],
        interviewers: [0, 0, 0, 0, 1]))
    #expect(flagged(report, QualityCodes.overlap) == ["P2", "P3"])
  }

  @Test func `The night goes over midnight`() {
    let starts = [at(21, 59), at(22, 0), at(23, 30), at(0, 10), at(4, 59), at(5, 0), .min]
    let report = checkQuality(input([(start, .integers(starts))]))
    #expect(flagged(report, QualityCodes.night) == ["P2", "P3", "P4", "P5"])
    let dates = checkQuality(input([(start, .integers([at(0, 0), at(0, 0)]))]))
    #expect(dates.checks.first { $0.code == QualityCodes.night }?.status == .notChecked)
  }

  private func items(_ count: Int, _ rows: [[UInt8]]) -> [(Field, ColumnValues)] {
    (0..<count).map { item in
      (
        Field(id: "A\(item + 1)", kind: .coded(SimulatedSurvey.scale), isItem: true),
        .coded8(rows.map { $0[item] })
      )
    }
  }

  @Test func `A sheet of 1 is flagged in a file where nobody answers so, not one of 4`() {
    var rows = [[UInt8]](repeating: [UInt8](repeating: 4, count: 10), count: 300)
    for row in 0..<300 where row % 2 == 0 { rows[row][row % 10] = 3 }
    rows[17] = [UInt8](repeating: 1, count: 10)
    let report = checkQuality(input(items(10, rows)))
    #expect(flagged(report, QualityCodes.sameAnswers) == ["P18"])
  }

  @Test func `Blank and half answered interviews are told apart`() {
    let rows: [[UInt8]] = [
      [4, 4, 4, 4], [0, 0, 0, 0], [4, 6, 0, 4], [4, 6, 6, 0], [255, 255, 4, 4],
    ]
    let report = checkQuality(input(items(4, rows)))
    #expect(flagged(report, QualityCodes.blank) == ["P2"])
    #expect(flagged(report, QualityCodes.missing) == ["P3", "P4"])
    // A2: of four asked, three have no answer; A4: of five, two.
    #expect(
      report.flags.filter { $0.subject == .item }.map(\.id) == ["A2", "A3", "A4"])
  }

  @Test func `A required code that is blank is flagged`() {
    let field = Field(id: "gender", kind: .coded(SimulatedSurvey.scale), isRequired: true)
    let report = checkQuality(input([(field, .coded8([1, 0, 2]))]))
    #expect(flagged(report, QualityCodes.requiredBlank) == ["P2"])
  }

  /// Chances uniform over people (a beta with parameters 1 and 1) have mean 1/2 and second moment
  /// 1/3; the chance of n alike is then 1/(n + 1).
  @Test func `The expected share of equal sheets is that of the beta distribution`() {
    let uniform = ExpectedRuns(mean: 0.5, pairs: 1.0 / 3)
    #expect((uniform.allSame(9) - 0.1).magnitude < 1e-12)
    // A run of 2 or 3 among 3: p²(2 - p), integrated over 0...1: 2/3 - 1/4.
    #expect((uniform.run(2, among: 3) - 5.0 / 12).magnitude < 1e-12)
    #expect(ExpectedRuns(mean: 0.5, pairs: 0.25).allSame(3) == 0.125)
    #expect(ExpectedRuns(mean: 0.3, pairs: 0.3).allSame(20) == 0.3)
  }

  @Test func `Interviewers unlike the others of their communes are flagged, low and high`() {
    var survey = SimulatedSurvey(interviews: 1500, districts: 5, seed: 2)
    let interviewers = survey.positions("interviewer")
    for item in survey.questionnaire.items.map(\.id) {
      survey.change(item) { values in
        for row in values.indices where (1...5).contains(values[row]) {
          if interviewers[row] == 11 { values[row] = 5 - values[row] % 2 }
          if interviewers[row] == 24, row % 2 == 1 { values[row] = min(values[row], 2) }
        }
      }
    }
    let report = checkQuality(survey.input)
    let flagged = report.flags.filter { $0.code == QualityCodes.interviewerSatisfied }.map(\.id)
    #expect(flagged.contains("D3C2b"))
    #expect(flagged.count <= 3)
    #expect(report.interviewers.count == 50)
  }

  @Test func `Forms, plan and interviews are compared unit by unit`() {
    func level(_ code: String) -> GroupLevel {
      GroupLevel(terms: [DomainTerm(variable: "district", code: code)], labels: [])
    }
    let grouping = Grouping(
      variables: ["district"], levels: ["AKH", "CPA", "PLK"].map(level),
      levelOfRow: [0, 0, 0, 1, 2, 2])
    var rules = QualityDefinition()
    rules.forms = FormsDefinition(variable: "district", path: "forms.csv")
    rules.quota = QuotaDefinition(variable: "district", path: "quota.csv", tolerance: 0.2)
    var data = input([(duration, .integers([1, 1, 1, 1, 1, 1]))], rules: rules)
    data.units = grouping
    data.forms = (
      grouping,
      [
        UnitNumbers(level: level("AKH"), numbers: [2, 4], line: 2),
        UnitNumbers(level: level("PLK"), numbers: [5, 1], line: 3),
      ]
    )
    data.quota = (
      grouping,
      [
        UnitNumbers(level: level("AKH"), numbers: [3], line: 2),
        UnitNumbers(level: level("CPA"), numbers: [4], line: 3),
        UnitNumbers(level: level("PLK"), numbers: [2.5], line: 4),
      ]
    )
    let report = checkQuality(data)
    let units = report.flags.filter { $0.subject == .unit }.map { "\($0.id) \($0.code.id)" }
    #expect(
      units == [
        "CPA quality.quota.short", "AKH quality.forms.more-returned",
        "AKH quality.forms.not-entered", "PLK quality.forms.more-valid",
        "CPA quality.forms.unlisted",
      ])
    #expect(report.units.map(\.planned) == [3, 4, 2.5])
    #expect(report.units.map(\.issued) == [2, nil, 5])
  }

  @Test func `Numbers in messages have the comma in Vietnamese`() {
    #expect(shownPercent(0.12345) == LocalizedText(vi: "12,3\u{A0}%", en: "12.3\u{A0}%"))
    #expect(shownThreshold(3.5) == LocalizedText(vi: "3,5", en: "3.5"))
    #expect(shown(.nan).vi == "—" && shown(-2.04, places: 1).vi == "−2,0")
    #expect(shown(1e300).vi == "—")
  }

  @Test func `Codes are unique and of this stage`() {
    let ids = QualityCodes.all.map(\.id)
    #expect(Set(ids).count == ids.count && ids.allSatisfy { $0.hasPrefix("quality.") })
  }
}
