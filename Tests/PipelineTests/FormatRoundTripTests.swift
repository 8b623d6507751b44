import Foundation
import Ingestion
import Pipeline
import Questionnaires
import SurveyModel
import Testing

/// The same synthetic interviews in every format, encoding and delimiter are the same to the last
/// stored value.
struct FormatRoundTripTests {
  private static let forms: [SimulatedForm] =
    SimulatedForm.Encoding.allCases.flatMap { encoding in
      ColumnDelimiter.allCases.flatMap { delimiter in
        // A file of codes is all ASCII and says nothing of the encoding: labels do.
        [SimulatedForm(encoding: encoding, delimiter: delimiter, labels: true)]
      }
    } + [
      SimulatedForm(delimiter: .semicolon),
      SimulatedForm(encoding: .utf16LittleEndian, delimiter: .tab),
      SimulatedForm(format: .xlsx), SimulatedForm(format: .xlsx, labels: true),
      SimulatedForm(format: .sav),
    ]

  @Test(arguments: ShippedSurveys.all) func everyFormGivesTheColumnsOfThePlainOne(of sample: String)
    throws
  {
    let survey = ShippedSurveys.path(sample)
    let campaign = try #require(readCampaign(at: survey, requiresResponses: false).value)
    let folder = FileManager.default.temporaryDirectory.appending(path: "sipas-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    func stored(_ form: SimulatedForm) throws -> ImportedFile {
      let files = try simulateResponses(
        surveyPath: survey, interviews: 200, seed: 7, splitBy: nil, messy: false, form: form,
        output: folder)
      #expect(files.count == 1)
      var known = InterviewIndex()
      return readResponses(
        file: files[0], fields: campaign.questionnaire.fields,
        interviewIDField: campaign.survey.interviewID, mapping: campaign.survey.mapping,
        known: &known)
    }
    let plain = try stored(SimulatedForm())
    #expect(plain.counts.accepted == 200)
    for form in Self.forms {
      let other = try stored(form)
      #expect(other.counts == plain.counts, "\(form)")
      #expect(other.table.ids == plain.table.ids, "\(form)")
      #expect(other.table.columns == plain.table.columns, "\(form)")
      #expect(!other.findings.contains { $0.severity == .error }, "\(form)")
    }
  }
}
