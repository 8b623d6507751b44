import DelimitedText
import SurveyModel

/// What is said about a header.
extension HeaderMatcher {
  /// Where findings about the header as a whole point: at its first cell.
  var firstLine: SourceLocation {
    SourceLocation(file: file, line: header.first?.line ?? 1, column: header.first?.column ?? 1)
  }

  func place(of cell: TableCell) -> SourceLocation {
    SourceLocation(file: file, line: cell.line, column: cell.column)
  }

  func damaged(_ cell: TableCell, letters: LocalizedText) -> Finding {
    Finding(
      DelimitedTextCodes.letterUnknown, at: place(of: cell),
      message: LocalizedText(
        vi: "tên cột có chữ không giải mã được",
        en: "the column header holds a letter that cannot be decoded"),
      found: letters,
      remedy: LocalizedText(
        vi: "sửa tên cột, hoặc đổi thành mã biến",
        en: "correct the header, or name the column by the variable's id"))
  }

  func ambiguous(_ cell: TableCell, _ candidates: [Int]) -> Finding {
    let names = candidates.map(name)
    return Finding(
      IngestionCodes.ambiguousColumn, at: place(of: cell),
      message: LocalizedText(
        vi: "tên cột khớp với nhiều biến", en: "the column header fits several variables"),
      found: ShownValue.open(cell.text),
      expected: LocalizedText(
        vi: names.joined(separator: " hoặc "), en: names.joined(separator: " or ")),
      remedy: LocalizedText(
        vi: "đổi tên cột thành mã biến, hoặc thêm <column> trong tệp khảo sát",
        en: "name the column by the variable's id, or add a <column> to the survey file"))
  }

  func duplicate(_ cell: TableCell, earlier: TableCell, field: Int) -> Finding {
    Finding(
      IngestionCodes.duplicateColumn, at: place(of: cell),
      message: LocalizedText(
        vi: "hai cột cùng ứng với biến \(name(field))",
        en: "two columns stand for the variable \(name(field))"),
      found: LocalizedText(
        vi: "“\(earlier.text)” (vị trí \(earlier.column)) và “\(cell.text)”",
        en: "“\(earlier.text)” (at \(earlier.column)) and “\(cell.text)”"),
      remedy: LocalizedText(
        vi: "xóa hoặc đổi tên một trong hai cột", en: "remove or rename one of the two columns"),
      subject: name(field))
  }

  func missingColumn(_ field: Field) -> Finding {
    let name = FindingNames.name(field)
    let offered = headersOffered(field.id).map { "“\($0)”" }.joined(separator: ", ")
    return Finding(
      IngestionCodes.missingColumn, at: firstLine,
      message: LocalizedText(
        vi: "thiếu cột bắt buộc \(name.text(in: .vi))",
        en: "the required column \(name.text(in: .en)) is missing"),
      remedy: offered.isEmpty
        ? LocalizedText(
          vi: "thêm cột, hoặc khai báo tên cột của tệp bằng <column> trong tệp khảo sát",
          en: "add the column, or name the file's column with <column> in the survey file")
        : LocalizedText(
          vi: "có phải cột \(offered) không? Nếu phải, khai báo bằng"
            + " <column header=\"…\" variable=\"\(field.id)\"/> trong tệp khảo sát; nếu không, thêm cột",
          en: "is it the column \(offered)? If so, declare it with"
            + " <column header=\"…\" variable=\"\(field.id)\"/> in the survey file; else add the column"
        ),
      subject: field.id)
  }

  func missingInterviewID() -> Finding {
    let offered = headersOffered(expected.interviewIDField).map { "“\($0)”" }
      .joined(separator: ", ")
    return Finding(
      IngestionCodes.missingInterviewID, at: firstLine,
      message: LocalizedText(
        vi: "không có cột mã phiếu \(expected.interviewIDField); mã được đặt theo tên tệp và số thứ"
          + " tự, nên không tìm được phiếu trùng",
        en: "there is no interview id column \(expected.interviewIDField); ids are made from file"
          + " name and row number, so duplicates cannot be found"),
      remedy: offered.isEmpty
        ? LocalizedText(
          vi: "thêm cột mã phiếu, hoặc khai báo bằng <column> trong tệp khảo sát",
          en: "add an id column, or name it with <column> in the survey file")
        : LocalizedText(
          vi: "có phải cột \(offered) không? Nếu phải, khai báo bằng <column> trong tệp khảo sát",
          en: "is it the column \(offered)? If so, name it with <column> in the survey file"),
      subject: expected.interviewIDField)
  }

  func missingItems(_ ids: [String]) -> Finding {
    let offered = offers(ids.compactMap { id in headersOffered(id).first.map { (id, $0) } })
    return Finding(
      IngestionCodes.missingItems, at: firstLine,
      message: LocalizedText(
        vi: "thiếu cột của \(ids.count) câu hỏi; coi như bỏ trống",
        en: "columns of \(ids.count) items are missing; they count as blank"),
      found: LocalizedText(vi: ids.joined(separator: ", "), en: ids.joined(separator: ", ")),
      remedy: offered
        ?? LocalizedText(
          vi: "kiểm tra việc xuất tệp; nếu các câu này không được hỏi thì không cần làm gì",
          en: "check the export; if these items were not asked, nothing need be done"))
  }

  func unknown(_ unnamed: [Int]) -> Finding {
    let offered = offers(
      unnamed.compactMap { column in
        guard let field = columns[column].offers.first, let header = columns[column].header else {
          return nil
        }
        return (field, header)
      })
    return Finding(
      IngestionCodes.unknownColumns, at: firstLine,
      message: LocalizedText(
        vi: "\(unnamed.count) cột không có trong phiếu hỏi được bỏ qua",
        en: unnamed.count == 1
          ? "1 column that is not in the questionnaire is kept out"
          : "\(unnamed.count) columns that are not in the questionnaire are kept out"),
      found: listed(unnamed.map { header[$0].text }),
      remedy: offered
        ?? LocalizedText(
          vi: "không cần làm gì; nếu cột cần dùng, khai báo bằng <column> trong tệp khảo sát",
          en: "nothing need be done; if a column is needed, name it with <column> in the survey"
            + " file"))
  }

  /// Six columns at most with the field each may be, as a question; `nil` for none.
  private func offers(_ pairs: [(field: String, header: String)]) -> LocalizedText? {
    guard !pairs.isEmpty else { return nil }
    let shown = 6
    let list = pairs.prefix(shown).map { "“\($0.header)” → \($0.field)" }.joined(separator: ", ")
    let rest = pairs.count - shown
    return LocalizedText(
      vi: "có phải là: \(list)\(rest > 0 ? ", và \(rest) cột nữa" : "")? Nếu phải, khai báo bằng"
        + " <column>, hoặc viết sẵn bằng `sipas import --dry-run --save-mapping`",
      en: "is it: \(list)\(rest > 0 ? ", and \(rest) more" : "")? If so, declare it with <column>,"
        + " or have it written by `sipas import --dry-run --save-mapping`")
  }

  func systemColumns(_ names: [String], program: SurveyProgram) -> Finding {
    Finding(
      IngestionCodes.systemColumns, at: firstLine,
      message: LocalizedText(
        vi: "tệp xuất từ \(program.name): \(names.count) cột hệ thống được bỏ qua",
        en: "an export of \(program.name): "
          + (names.count == 1
            ? "1 system column is passed over" : "\(names.count) system columns are passed over")),
      found: listed(names),
      remedy: LocalizedText(vi: "không cần làm gì", en: "nothing need be done"))
  }

  func systemID(_ cell: TableCell, program: SurveyProgram) -> Finding {
    Finding(
      IngestionCodes.systemID, at: place(of: cell),
      message: LocalizedText(
        vi: "không có cột mã phiếu \(expected.interviewIDField); dùng số phiếu của \(program.name)"
          + " ở cột “\(cell.text)”",
        en: "there is no interview id column \(expected.interviewIDField); the number that"
          + " \(program.name) gives in “\(cell.text)” is used"),
      remedy: LocalizedText(
        vi:
          "không cần làm gì; nếu cột khác mang mã phiếu, khai báo bằng <column> trong tệp khảo sát",
        en:
          "nothing need be done; if another column has the id, name it with <column> in the survey"
          + " file"),
      subject: expected.interviewIDField)
  }

  func severalAnswers(_ field: FieldNames.Number, _ cells: [TableCell]) -> Finding {
    let id = name(field)
    let isThere = columnOfField[field] != nil
    return Finding(
      IngestionCodes.severalAnswers, at: cells.first.map(place(of:)) ?? firstLine,
      message: LocalizedText(
        vi: "câu \(id) được xuất thành \(cells.count) cột, mỗi cột một lựa chọn (select_multiple);"
          + " phiếu hỏi chỉ nhận một câu trả lời nên các cột này được bỏ qua",
        en:
          "\(id) is exported as \(cells.count) columns, one for each choice (select_multiple); the"
          + " questionnaire takes one answer, so these columns are left out"),
      found: listed(cells.map(\.text)),
      remedy: isThere
        ? LocalizedText(
          vi:
            "nếu câu này chỉ được chọn một thì không cần làm gì; nếu được chọn nhiều, khai báo mỗi"
            + " lựa chọn là một biến riêng rồi nối bằng <column>",
          en:
            "if only one choice is allowed nothing need be done; if several are, declare each choice"
            + " as a variable of its own and map it with <column>")
        : LocalizedText(
          vi:
            "xuất lại tệp với mọi lựa chọn trong một cột (select_one), hoặc khai báo mỗi lựa chọn là"
            + " một biến riêng rồi nối bằng <column>",
          en:
            "export the choices in one column (select_one), or declare each as a variable of its own"
            + " and map it with <column>"),
      subject: id)
  }

  func wrongQuestionnaire(present: Int, of count: Int) -> Finding {
    let offered = offers(
      columns.compactMap { column in
        guard let field = column.offers.first, let header = column.header else { return nil }
        return (field, header)
      })
    return Finding(
      IngestionCodes.wrongQuestionnaire, at: firstLine,
      message: LocalizedText(
        vi: "tệp không giống với phiếu hỏi: chỉ có \(present) trong \(count) câu hỏi",
        en: "this file does not look like the questionnaire: it has \(present) of \(count) items"),
      found: listed(header.map(\.text)),
      expected: listed(expected.fields.filter(\.isItem).map(\.id)),
      remedy: offered
        ?? LocalizedText(
          vi:
            "kiểm tra rằng đây đúng là tệp của đợt khảo sát này, dấu ngăn cột và dòng tiêu đề đúng",
          en:
            "check that the file belongs to this survey, and that its delimiter and header are right"
        ))
  }

  /// Twelve names at most, each short and printable, then how many more there are.
  func listed(_ names: [String]) -> LocalizedText {
    let shown = 12
    let parts = names.prefix(shown).map { ShownValue.open($0) }
    let rest = names.count - shown
    return LocalizedText(
      vi: (parts.map { $0.text(in: .vi) } + (rest > 0 ? ["và \(rest) cột nữa"] : []))
        .joined(separator: ", "),
      en: (parts.map { $0.text(in: .en) } + (rest > 0 ? ["and \(rest) more"] : []))
        .joined(separator: ", "))
  }
}
