import SurveyModel
import Testing

@testable import Questionnaires

/// What `<quality>` of a survey file becomes, and its faults.
struct QualityVocabularyTests {
  private func read(
    _ quality: String, files: [String: String] = [:]
  ) throws -> (rules: QualityDefinition?, findings: [Finding], folder: String) {
    let folder = try SurveyFolder(files)
    try folder.write("test.xml", survey(rest: quality))
    let loaded = readCampaign(at: folder.path + "/test.xml")
    return (loaded.value?.survey.quality, loaded.findings, folder.path)
  }

  @Test func `Without the element every rule holds with its defaults`() throws {
    let (rules, findings, _) = try read("")
    #expect(findings.map(\.message.en) == [])
    #expect(rules == QualityDefinition())
    #expect(try read("<quality/>").rules == QualityDefinition())
  }

  @Test func `Every rule is read`() throws {
    let (rules, findings, folder) = try read(
      """
      <quality>
        <interviewer variable="comment"/>
        <unit variable="district"/>
        <duration variable="w" deviation="4" seconds-per-item="1.5"/>
        <start interviews="5" minutes="7.5" night-from="21" night-to="6"/>
        <straight-lining longest-run="0.9" most-share="0.01"/>
        <missing share="0.4" item-share="0.2"/>
        <near-duplicates false-discovery="0.1"/>
        <group-effects off="true"/>
        <forms variable="district" issued="forms.csv"/>
        <quota variable="district" planned="quota.csv" tolerance="0.05"/>
      </quality>
      """,
      files: [
        "forms.csv": "district,issued,returned\nPLK,50,48\nAKH,30,0\n",
        "quota.csv": "district,planned\nPLK,40\nAKH,20\n",
      ])
    #expect(findings.map(\.message.en) == [])
    #expect(
      rules
        == QualityDefinition(
          interviewer: "comment", unit: "district",
          duration: DurationRule(variable: "w", deviation: 4, secondsPerItem: 1.5),
          start: StartRule(interviews: 5, minutes: 7.5, nightFrom: 21, nightTo: 6),
          sameAnswers: SameAnswersRule(run: 0.9, mostShare: 0.01),
          missing: MissingRule(share: 0.4, itemShare: 0.2),
          copies: CopiesRule(falseDiscovery: 0.1), groups: nil,
          forms: FormsDefinition(variable: "district", path: folder + "/forms.csv"),
          quota: QuotaDefinition(
            variable: "district", path: folder + "/quota.csv", tolerance: 0.05)))
  }

  @Test(arguments: [
    (#"<interviewer variable="phone"/>"#, "survey.variable.personal"),
    (#"<unit variable="distrct"/>"#, "survey.variable.unknown"),
    (#"<duration variable="district"/>"#, "survey.variable.not-numeric"),
    (#"<start variable="w"/>"#, "survey.variable.not-time"),
    (#"<forms variable="district" issued="forms.csv"/>"#, "population.number.negative"),
    (#"<quota variable="district" planned="quota.csv"/>"#, "population.code.unknown"),
    (#"<quota variable="district" planned="empty.csv"/>"#, "population.file.empty"),
    (#"<forms variable="district" issued="quota.csv"/>"#, "population.column.missing"),
  ])
  func `A fault of a rule is found`(element: String, code: String) throws {
    let (rules, findings, _) = try read(
      "<quality>\(element)</quality>",
      files: [
        "forms.csv": "district,issued,returned\nPLK,-5,4\nAKH,30,0\n",
        "quota.csv": "district,planned\nXXX,40\n", "empty.csv": "district,planned\n",
      ])
    #expect(rules == nil)
    #expect(findings.map(\.code.id).contains(code), "\(findings.map(\.code.id))")
  }

  @Test func `A file that is not there is reported`() throws {
    let (_, findings, _) = try read(
      #"<quality><forms variable="district" issued="none.csv"/></quality>"#)
    #expect(findings.contains { QuestionnairesCodes.missingInput.contains($0.code) })
  }
}
