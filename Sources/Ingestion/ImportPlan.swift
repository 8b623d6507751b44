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
  var mapping: ResponseMapping
  /// Where the columns stand, when the file is a workbook.
  var sheet: SheetPlace?
  /// Interviews whose rows are passed over; `nil` when there are none.
  var erased: ErasedInterviews?
  /// The key of the pseudonyms; without it none are kept.
  var pseudonymKey: PseudonymKey?
  /// Where the records stand, when they are submissions.
  var submissions: SubmissionPlaces?

  /// Folded cell texts that mean a blank cell: those declared, and those the file's program writes.
  var blankTexts: Set<String> {
    Set((mapping.blanks + (header.program?.blanks ?? [])).map(TextFolding.caseFolded))
  }

  /// What the survey file says of the cells of a field.
  func cellTexts(of field: Field) -> CellTexts {
    var texts = CellTexts(blanks: blankTexts)
    for answer in mapping.answers where answer.field == field.id {
      texts.answers[TextFolding.caseFolded(answer.text)] = field.codeList?.position(of: answer.code)
    }
    texts.isMirrored = field.isItem && mapping.isReversed(field.id) == true
    return texts
  }

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

/// What the survey file says of the cells of a column.
struct CellTexts: Sendable {
  /// Folded texts that mean blank.
  var blanks: Set<String> = []
  /// Position in the code list by folded text.
  var answers: [String: Int] = [:]
  /// The valid answers are written the other way round.
  var isMirrored = false

  /// Longest text worth folding, in UTF-8 bytes.
  private static let longest = 256

  /// True for a cell whose content the survey file declares to be blank.
  func isBlank(_ content: [UInt8]) -> Bool {
    !blanks.isEmpty && content.count <= Self.longest
      && blanks.contains(TextFolding.caseFolded(String(decoding: content, as: UTF8.self)))
  }

  /// The position a declared text stands for.
  func position(of text: String) -> Int? {
    guard !answers.isEmpty, text.utf8.count <= Self.longest else { return nil }
    return answers[TextFolding.caseFolded(text)]
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
