import Foundation
import Ingestion
import Pipeline
import Questionnaires
import SurveyModel
import Testing

/// The same synthetic interviews as a table, as submissions and as JSON are the same to the last
/// stored value, for every shipped survey.
struct SubmissionRoundTripTests {
  @Test(
    arguments: ShippedSurveys.all,
    [ResponseFileFormat.odkXML, .odkZip, .jsonLines])
  func `a sample in another format gives the columns of its table`(
    of sample: String, format: ResponseFileFormat
  ) throws {
    let survey = ShippedSurveys.path(sample)
    let campaign = try #require(readCampaign(at: survey, requiresResponses: false).value)
    let folder = FileManager.default.temporaryDirectory.appending(path: "sipas-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    func read(_ format: ResponseFileFormat) throws -> ImportedFile {
      let output = "\(folder)/\(format.rawValue)"
      let written = try simulateResponses(
        surveyPath: survey, interviews: 90, seed: 7, splitBy: nil, messy: false,
        form: SimulatedForm(format: format),
        output: output)
      var known = InterviewIndex()
      let path = try format == .odkXML ? output + "/responses" : #require(written.first)
      return readResponses(
        file: path, fields: campaign.questionnaire.fields,
        interviewIDField: campaign.survey.interviewID, mapping: campaign.survey.mapping,
        known: &known)
    }
    let table = try read(.csv)
    let submissions = try read(format)
    #expect(table.counts == ImportCounts(read: 90, accepted: 90))
    #expect(submissions.counts == table.counts)
    #expect(submissions.table.ids == table.table.ids)
    #expect(submissions.table.columns == table.table.columns)
    #expect(submissions.findings.allSatisfy { $0.code == SubmissionCodes.aside })
  }
}
