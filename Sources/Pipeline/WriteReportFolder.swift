import Documents
import Pictures
import Printing
import ReportWorkbooks
import Reporting
package import SurveyModel
import WordDocuments
import WorkbookWriting

/// A format of the report beside the tables and the page, which every report has.
package enum ReportFormat: String, Sendable, Hashable, CaseIterable {
  case docx
  case pdf
  case xlsx
}

/// Writes the report folder: JSON, CSV files, the page, and the document in other formats; `around`
/// as in `writeReports`.
///
/// - Throws: ``RunStopped`` with every file that could not be written; the others are there.
package func writeReportFolder(
  _ result: RunResult, to folder: String, language: Language,
  template: LoadedReportTemplate = .standard, formats: [ReportFormat] = ReportFormat.allCases,
  around: @escaping @Sendable (_ part: String, _ work: () -> Void) -> Void = { _, work in work() }
) throws(RunStopped) {
  try finish(
    writeReports(
      result, to: folder, language: language, template: template.template,
      files: reportFiles("report", formats), around: around))
}

/// Stops with what could not be written, if anything.
func finish(_ faults: [WriteReportsError]) throws(RunStopped) {
  guard faults.isEmpty else {
    throw RunStopped(
      faults.map { $0.finding ?? .outputFailed($0.path) }, exit: .inputOutput)
  }
}

/// The files of a document by their formats, each named `NAME.FORMAT`.
func reportFiles(_ name: String, _ formats: [ReportFormat]) -> [ReportFile] {
  ReportFormat.allCases.filter { formats.contains($0) }.map { format in
    ReportFile(name: "\(name).\(format.rawValue)") { document, path in
      switch format {
      case .docx: writeWordDocument(document, to: path)
      case .pdf: writePrintedPages(document, to: path)
      case .xlsx: writeReportWorkbook(document, to: path)
      }
    }
  }
}

private func writePrintedPages(
  _ document: Document, to path: String
) -> Result<Void, WriteReportsError> {
  do throws(PrintingError) {
    return writeReportBytes(try pdf(of: document), to: path)
  } catch {
    return .failure(fault(error, path))
  }
}

/// The width of a picture in a text document, in CSS pixels: that between the margins.
private let pictureWidth = 620.0

private func writeWordDocument(
  _ document: Document, to path: String
) -> Result<Void, WriteReportsError> {
  let printer: PicturePrinter
  do throws(PrintingError) {
    printer = try PicturePrinter()
  } catch {
    return .failure(fault(error, path))
  }
  var refused: PrintingError?
  let bytes: [UInt8]
  do throws(WordDocumentError) {
    bytes = try wordDocument(of: document) { chart in
      let picture = drawing(of: chart, width: pictureWidth)
      do throws(PrintingError) {
        return (try printer.png(of: picture, scale: 2), picture.width, picture.height)
      } catch {
        refused = error
        return nil
      }
    }
  } catch {
    return .failure(WriteReportsError(path: path, reason: "\(error)"))
  }
  if let refused { return .failure(fault(refused, path)) }
  return writeReportBytes(bytes, to: path)
}

private func writeReportWorkbook(
  _ document: Document, to path: String
) -> Result<Void, WriteReportsError> {
  do throws(WorkbookWritingError) {
    return .success(try writeWorkbook(of: document, to: path))
  } catch {
    return .failure(WriteReportsError(path: path, reason: "\(error)"))
  }
}

private func fault(_ error: PrintingError, _ path: String) -> WriteReportsError {
  WriteReportsError(path: path, reason: "\(error)", finding: error.finding(path: path))
}
