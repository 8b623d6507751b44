import Foundation
import Ingestion
import Questionnaires
import SurveyModel
import Testing

/// A shipped sample as CSV, and as a workbook with numbers and dates in its cells, is the same to
/// the last stored value.
struct WorkbookRoundTripTests {
  @Test func theFileExcelKeepsBesideAnOpenWorkbookIsNoResponseFile() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sipas-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["~$phiếu.xlsx", "phiếu.xlsx", "~a.xlsx"] {
      try Data([1]).write(to: folder.appending(path: name))
    }
    #expect(
      filesMatching(folder.path + "/*.xlsx")
        == ["phiếu.xlsx", "~a.xlsx"].map { folder.path + "/" + $0 })
  }

  @Test func theSampleAsAWorkbookGivesTheColumnsOfItsCSV() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let survey = root.appending(path: "samples/to-tung-2022/survey.xml").path
    let campaign = try #require(readCampaign(at: survey).value)
    func read(_ path: String) -> ImportedFile {
      var known = InterviewIndex()
      return readResponses(
        file: root.appending(path: path).path, fields: campaign.questionnaire.fields,
        interviewIDField: campaign.survey.interviewID, mapping: campaign.survey.mapping,
        known: &known)
    }
    let text = read("samples/to-tung-2022/responses/responses.csv")
    let workbook = read("Tests/Fixtures/published/workbooks/to-tung-2022.xlsx")
    #expect(workbook.counts == text.counts)
    #expect(workbook.counts.accepted == 240)
    #expect(workbook.table.ids == text.table.ids)
    #expect(workbook.table.columns == text.table.columns)
    #expect(workbook.findings == text.findings)
  }
}
