import Spreadsheets
import SurveyModel

/// One sheet of an XLSForm as a table: the header row and the rows below it.
struct FormSheet {
  /// What a form has at most; far above what people write.
  static let maximumRows = 50_000
  static let maximumBytes = 64 << 20

  struct Row {
    /// From 1, as the spreadsheet shows it.
    var number: Int
    var cells: [Int: String]
  }

  let name: String
  let file: String
  /// Header texts in lower case, by column from 0.
  private(set) var header: [Int: String] = [:]
  private(set) var headerRow = 1
  private(set) var rows: [Row] = []

  /// Reads a sheet; cells that hold a fault are findings and left empty.
  init(
    _ sheet: WorkbookSheet, of workbook: Workbook, file: String, findings: inout [Finding]
  ) throws(WorkbookFault) {
    name = sheet.name
    self.file = file
    let reader = try workbook.reader(of: sheet)
    var block = SheetRows()
    var bytes = 0
    while try reader.next(into: &block, atLeast: 1 << 16) {
      for row in block.rows {
        var cells: [Int: String] = [:]
        for cell in block.cells(of: row) {
          guard !cell.kind.isFault else {
            findings.append(.faultyCell(place(row: Int(row.number), column: Int(cell.column))))
            continue
          }
          let text = Self.text(of: cell, in: block, workbook)
          bytes += text.utf8.count
          if !text.isEmpty { cells[Int(cell.column)] = text }
        }
        guard !cells.isEmpty else { continue }
        if header.isEmpty {
          headerRow = Int(row.number)
          header = cells.mapValues { $0.lowercased() }
        } else {
          rows.append(Row(number: Int(row.number), cells: cells))
        }
        guard rows.count <= Self.maximumRows, bytes <= Self.maximumBytes else {
          findings.append(.formTooLarge(file: file, sheet: name))
          rows = []
          return
        }
      }
    }
  }

  private static func text(
    of cell: SheetCell, in rows: SheetRows, _ workbook: Workbook
  ) -> String {
    let text: String
    if cell.kind == .shared {
      text = workbook.sharedStrings.withText(Int(cell.start)) {
        String(decoding: $0, as: UTF8.self)
      }
    } else {
      let start = Int(cell.start)
      text = String(decoding: rows.bytes[start..<(start + Int(cell.count))], as: UTF8.self)
    }
    // A code typed as a number is the number: 1, not 1.0.
    if cell.kind == .number, text.hasSuffix(".0") { return String(text.dropLast(2)) }
    return collapsed(text)
  }

  /// The column of the first of `names` that the header has.
  func column(_ names: String...) -> Int? {
    for name in names {
      let found = header.filter { $0.value == name }.keys.min()
      if let found { return found }
    }
    return nil
  }

  /// The place of a cell; column from 0, row from 1.
  func place(row: Int, column: Int) -> FormPlace {
    FormPlace(
      location: SourceLocation(file: file, line: row, column: column + 1),
      cell: "\(name)!\(CellReference.name(column: column, row: row))")
  }

  func place(ofHeader column: Int) -> FormPlace { place(row: headerRow, column: column) }
}

extension Finding {
  fileprivate static func faultyCell(_ place: FormPlace) -> Finding {
    Finding(
      InterchangeCodes.cellFaulty, at: place,
      vi: "ô có lỗi của bảng tính hoặc công thức không có kết quả nên bị bỏ qua",
      en: "the cell holds an error or a formula without a result and is passed over",
      remedy: LocalizedText(
        vi: "mở biểu mẫu trong Excel hoặc LibreOffice, sửa ô và lưu lại",
        en: "open the form in Excel or LibreOffice, correct the cell and save it"))
  }

  fileprivate static func formTooLarge(file: String, sheet: String) -> Finding {
    Finding(
      InterchangeCodes.tooLarge, at: SourceLocation(file: file),
      message: LocalizedText(
        vi: "trang “\(shortened(sheet, to: 60))” quá lớn cho một biểu mẫu",
        en: "sheet “\(shortened(sheet, to: 60))” is too large for a form"),
      expected: LocalizedText(
        vi: "không quá \(FormSheet.maximumRows) dòng và \(FormSheet.maximumBytes >> 20) MiB chữ",
        en: "at most \(FormSheet.maximumRows) rows and \(FormSheet.maximumBytes >> 20) MiB of text"),
      remedy: LocalizedText(
        vi: "xoá dòng thừa, hoặc chia biểu mẫu", en: "delete rows not needed, or divide the form"))
  }
}
