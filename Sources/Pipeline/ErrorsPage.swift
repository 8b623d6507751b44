import Archives
import Assessment
import Comparison
import DelimitedText
import Estimation
import Export
import Forms
import Ingestion
import Interchange
import Quality
import Questionnaires
import Reporting
import Simulation
import Spreadsheets
import StatisticalFiles
import Storage
import SurveyModel
import Weighting
import XML

/// Every finding code of the product with its meaning: `docs/errors.md`.
package func errorsPage() -> String {
  let parts: [(title: String, codes: [FindingCode])] = [
    ("XML", XMLFindingCode.all),
    ("Phiếu hỏi, khảo sát, kế hoạch · Questionnaire, survey, plan", QuestionnairesCodes.all),
    ("Tệp văn bản · Delimited text", DelimitedTextCodes.all),
    ("Sổ tính · Workbooks", SpreadsheetCodes.all + ArchiveFindingCode.all),
    ("Tệp SPSS và Stata · Statistical files", StatisticalFileCodes.all),
    ("Nhập phiếu · Import", IngestionCodes.all + PseudonymCodes.all),
    ("Quyết định về phiếu · Decisions over interviews", DecisionCodes.all),
    ("Nhập hai lần · Double entry", ComparisonCodes.all),
    ("Phúc tra · Back-checks", BackCheckCodes.all),
    ("Kho dữ liệu · Store", StorageFindingCode.all),
    ("Chất lượng phiếu · Quality of interviews", QualityCodes.all),
    ("Quyền số · Weighting", WeightingFindingCode.all),
    (
      "Ước lượng · Estimation",
      EstimationFindingCode.all + ReplicateFindingCode.all + ChangeFindingCode.all
    ),
    ("Số liệu nhập và đánh giá · Entered figures and judgements", FigureCodes.all),
    ("Mục tiêu · Targets", AssessmentCodes.all),
    ("Mẫu báo cáo · Report templates", ReportingCodes.all),
    ("Xuất dữ liệu · Export", ExportCodes.all),
    ("Biểu mẫu của chương trình khác · Forms of other programs", InterchangeCodes.all),
    ("Mẫu phiếu · Forms", FormsCodes.all),
    ("Phiếu giả lập · Synthetic responses", SimulationCodes.all),
    ("Toàn bộ lần chạy · The run", PipelineCodes.all + BuildCodes.all),
  ]
  var page = """
    # Mã lỗi và thông báo · Codes of findings

    Made by `make docs`; do not edit. A code is stable and never used again for something else.

    """
  for part in parts {
    page += "\n## \(part.title)\n"
    for code in part.codes.sorted(by: { $0.id < $1.id }) {
      page += """

        ### `\(code.id)`

        \(code.severity.rawValue) · \(code.meaning.text(in: .vi)) · \(code.meaning.text(in: .en))

        """
    }
  }
  return page
}
