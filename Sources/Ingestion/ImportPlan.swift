import DelimitedText
import Foundation
import SurveyModel

/// Everything the workers need to know about a file; settled once its header has been read.
struct ImportPlan: Sendable {
  /// The file's name in findings.
  var file: String
  var fields: [Field]
  var header: HeaderMatch
  var delimiter: UInt8
  var style: CellStyle
  var interviewIDField: String
  var designFields: Set<String>
  /// Where the columns stand, when the file is a workbook.
  var sheet: SheetPlace?
  /// Interviews whose rows are passed over; `nil` when there are none.
  var erased: ErasedInterviews?

  /// Columns whose values no message and no reject may show: personal fields and unknown columns.
  var hiddenColumns: [Bool] {
    var hidden = [Bool](repeating: false, count: header.columnCount)
    for column in header.unknownColumns { hidden[column] = true }
    for (field, column) in zip(fields, header.columnOfField) where field.isPersonal {
      if let column { hidden[column] = true }
    }
    return hidden
  }

  /// The field that is the interview id; one is made up where the questionnaire has none.
  var idField: Field {
    fields.first { $0.id == interviewIDField }
      ?? Field(
        id: interviewIDField, label: LocalizedText(vi: "Mã phiếu", en: "Interview id"), kind: .text,
        isRequired: true)
  }
}

/// How a file is read; results do not depend on it.
package struct ImportSettings: Sendable {
  /// Bytes read and checked at a time.
  package var blockSize: Int
  /// Workers that check blocks at the same time.
  package var threads: Int
  /// Rejected rows whose every fault is kept; later ones keep the first and a count, so that a file
  /// that is wrong throughout does not fill the memory.
  package var detailedRejects: Int

  /// Settings for this machine: one worker for each of its cores unless told otherwise.
  package init(
    blockSize: Int = 2 << 20, threads: Int = ProcessInfo.processInfo.activeProcessorCount,
    detailedRejects: Int = 20_000
  ) {
    precondition(blockSize > 0 && blockSize <= 1 << 30, "blocks hold 1 byte to 1 GiB")
    precondition(threads > 0, "at least one worker")
    self.blockSize = blockSize
    self.threads = threads
    self.detailedRejects = detailedRejects
  }
}
