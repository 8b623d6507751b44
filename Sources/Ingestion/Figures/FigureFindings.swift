package import SurveyModel
import XML

/// A number in a message: the shortest decimal that reads back the same, with the sign of the
/// language.
private func shown(_ value: Double) -> LocalizedText {
  let whole = value == value.rounded() && value.magnitude < 1e15
  let text = whole ? "\(Int64(value))" : "\(value)"
  return LocalizedText(vi: text.replacing(".", with: ","), en: text)
}

/// A text of the person's own in a message, cut where it is long.
private func quoted(_ text: String) -> LocalizedText {
  let cut = oneLine(text)
  let short = cut.count > 60 ? cut.prefix(60) + "…" : cut[...]
  return LocalizedText(vi: "“\(short)”", en: "“\(short)”")
}

private func both(_ text: String) -> LocalizedText { LocalizedText(vi: text, en: text) }

extension Finding {
  static func unknownFigure(_ written: PlacedText, _ plan: Plan, _ names: FigureNames) -> Finding {
    let target = plan.targets.first { $0.id == written.text }
    if let target {
      return Finding(
        FigureCodes.unknownFigure, at: written.place,
        message: LocalizedText(
          vi: "mục tiêu \(target.id) không dùng số liệu nhập tay",
          en: "the target \(target.id) is not measured by an entered figure"),
        remedy: LocalizedText(
          vi: "mục tiêu đo bằng khảo sát thì chạy `sipas run`; yêu cầu bằng lời thì dùng"
            + " `sipas figures judge`",
          en: "a target measured by the survey needs `sipas run`; a requirement in words"
            + " `sipas figures judge`"), subject: target.id)
    }
    let near = nearestName(
      to: written.text, among: plan.figures.map(\.id) + plan.targets.map(\.id))
    return Finding(
      FigureCodes.unknownFigure, at: written.place,
      message: LocalizedText(
        vi: "kế hoạch không có số liệu nhập tay này",
        en: "the plan has no such entered figure"),
      found: quoted(written.text),
      expected: LocalizedText(
        vi: "mã số liệu, tên số liệu, hoặc mã mục tiêu dùng số liệu đó",
        en: "the id or the name of a figure, or the id of a target measured by it"),
      remedy: near.map {
        LocalizedText(vi: "có phải là “\($0)” không?", en: "did you mean “\($0)”?")
      }
        ?? LocalizedText(
          vi: "xem danh sách bằng `sipas figures`", en: "see the list with `sipas figures`"))
  }

  static func ambiguousFigure(_ written: PlacedText, _ ids: [String]) -> Finding {
    Finding(
      FigureCodes.ambiguousFigure, at: written.place,
      message: LocalizedText(
        vi: "tên này khớp với \(ids.count) số liệu của kế hoạch",
        en: "the name fits \(ids.count) figures of the plan"),
      found: quoted(written.text),
      expected: both(ids.prefix(10).joined(separator: ", ")),
      remedy: LocalizedText(vi: "ghi mã của số liệu", en: "write the id of the figure"))
  }

  static func notANumber(_ written: PlacedText, _ figure: EnteredFigure) -> Finding {
    Finding(
      FigureCodes.notANumber, at: written.place,
      message: LocalizedText(
        vi: "giá trị của \(figure.id) không phải là số",
        en: "the value of \(figure.id) is not a number"),
      found: quoted(written.text),
      expected: LocalizedText(vi: "ví dụ 84,78 hoặc 84.78", en: "for example 84.78 or 84,78"),
      remedy: LocalizedText(
        vi: "chỉ ghi chữ số và dấu thập phân; chưa có số liệu thì bỏ dòng này",
        en: "write digits and a decimal sign alone; leave the row out where there is no figure"),
      subject: figure.id)
  }

  static func percentRange(
    _ value: Double, _ figure: EnteredFigure, at place: SourceLocation?
  ) -> Finding {
    outOfRange(
      FigureCodes.percentRange, value, figure, at: place,
      vi: "tỷ lệ phần trăm của \(figure.id) nằm ngoài khoảng 0 đến 100",
      en: "the percentage of \(figure.id) is outside 0 to 100",
      remedy: LocalizedText(
        vi: "kiểm tra dấu thập phân; nếu là tốc độ tăng thì thêm --growth",
        en: "check the decimal sign; if it is a growth rate, add --growth"))
  }

  static func notWhole(
    _ value: Double, _ figure: EnteredFigure, at place: SourceLocation?
  ) -> Finding {
    outOfRange(
      FigureCodes.notWhole, value, figure, at: place,
      vi: "\(figure.id) phải là số nguyên", en: "\(figure.id) must be a whole number",
      remedy: LocalizedText(
        vi: "ghi số nguyên, không có dấu ngăn hàng nghìn",
        en: "write a whole number, without marks between thousands"))
  }

  static func tooSmall(
    _ value: Double, least: Int, _ figure: EnteredFigure, at place: SourceLocation?
  ) -> Finding {
    outOfRange(
      FigureCodes.tooSmall, value, figure, at: place,
      vi: "\(figure.id) không thể nhỏ hơn \(least)", en: "\(figure.id) cannot be below \(least)",
      remedy: LocalizedText(vi: "kiểm tra giá trị với nguồn", en: "compare with the source"))
  }

  static func rankBeyond(
    _ value: Double, of count: Int, _ figure: EnteredFigure, at place: SourceLocation?
  ) -> Finding {
    outOfRange(
      FigureCodes.rankBeyond, value, figure, at: place,
      vi: "thứ hạng của \(figure.id) lớn hơn \(count) đơn vị được xếp hạng",
      en: "the rank of \(figure.id) is beyond the \(count) units ranked",
      remedy: LocalizedText(vi: "kiểm tra giá trị với nguồn", en: "compare with the source"))
  }

  static func scoreBeyond(
    _ value: Double, standard: Double, _ figure: EnteredFigure, at place: SourceLocation?
  ) -> Finding {
    let limit = shown(standard)
    return outOfRange(
      FigureCodes.scoreBeyond, value, figure, at: place,
      vi: "điểm của \(figure.id) cao hơn điểm chuẩn \(limit.text(in: .vi))",
      en: "the score of \(figure.id) is above the standard score of \(limit.text(in: .en))",
      remedy: LocalizedText(
        vi: "kiểm tra dấu thập phân, và đúng tiêu chí chưa",
        en: "check the decimal sign, and whether it is the right criterion"))
  }

  private static func outOfRange(
    _ code: FindingCode, _ value: Double, _ figure: EnteredFigure, at place: SourceLocation?,
    vi: String, en: String, remedy: LocalizedText
  ) -> Finding {
    Finding(
      code, at: place, message: LocalizedText(vi: vi, en: en), found: shown(value),
      remedy: remedy, subject: figure.id)
  }

  static func otherUnit(_ written: PlacedText, _ figure: EnteredFigure) -> Finding {
    Finding(
      FigureCodes.otherUnit, at: written.place,
      message: LocalizedText(
        vi: "đơn vị ghi kèm khác với đơn vị của \(figure.id) trong kế hoạch",
        en: "the unit given is not that of \(figure.id) in the plan"),
      found: quoted(written.text), expected: both(figure.unit),
      remedy: LocalizedText(
        vi: "quy đổi giá trị sang đơn vị của kế hoạch, hoặc sửa ô đơn vị",
        en: "convert the value to the unit of the plan, or correct the unit"),
      subject: figure.id)
  }

  static func badYear(_ written: PlacedText) -> Finding {
    Finding(
      FigureCodes.badYear, at: written.place,
      message: LocalizedText(vi: "năm không đọc được", en: "the year cannot be read"),
      found: quoted(written.text),
      expected: LocalizedText(vi: "năm bốn chữ số, ví dụ 2021", en: "four digits, such as 2021"),
      remedy: LocalizedText(vi: "ghi lại năm", en: "correct the year"))
  }

  static func idleYear(_ figure: EnteredFigure, _ year: Int, at place: SourceLocation?) -> Finding {
    Finding(
      FigureCodes.idleYear, at: place,
      message: LocalizedText(
        vi: "kế hoạch không có mục tiêu hay số liệu gốc năm \(year) của \(figure.id)",
        en: "the plan has neither target nor baseline of \(figure.id) for \(year)"),
      remedy: LocalizedText(
        vi: "kiểm tra lại năm; nếu đúng, giá trị vẫn được lưu để xem xu hướng",
        en: "check the year; if it is right, the value is kept for the trend"),
      subject: figure.id)
  }

  static func noFigureSource(at place: SourceLocation?) -> Finding {
    Finding(
      FigureCodes.noSource, at: place,
      message: LocalizedText(
        vi: "số liệu phải ghi nguồn, không quá 500 ký tự",
        en: "a figure needs a source, of at most 500 characters"),
      expected: LocalizedText(
        vi: "văn bản công bố, ví dụ 628/QĐ-BNV", en: "what publishes it, for example 628/QĐ-BNV"),
      remedy: LocalizedText(vi: "ghi nguồn của số liệu", en: "say where the figure is from"))
  }

  static func repeatedFigure(_ entry: FigureEntry, at place: SourceLocation?) -> Finding {
    Finding(
      FigureCodes.repeated, at: place,
      message: LocalizedText(
        vi: "\(entry.figure) của năm \(entry.year) đã có ở dòng trên",
        en: "\(entry.figure) of \(entry.year) stands in a row above"),
      remedy: LocalizedText(vi: "chỉ giữ một dòng", en: "keep one of the rows"),
      subject: entry.figure)
  }

  static func alreadyEntered(
    _ earlier: FigureEntry, _ figure: EnteredFigure, at place: SourceLocation?
  ) -> Finding {
    let value = shown(earlier.value)
    return Finding(
      FigureCodes.alreadyEntered, at: place,
      message: LocalizedText(
        vi: "\(figure.id) của năm \(earlier.year) đã được nhập (số \(earlier.number))",
        en: "\(figure.id) of \(earlier.year) has been entered (number \(earlier.number))"),
      found: LocalizedText(
        vi: "\(value.text(in: .vi)), nguồn \(earlier.source)",
        en: "\(value.text(in: .en)), source \(earlier.source)"),
      remedy: LocalizedText(
        vi: "muốn thay thì ghi lý do bằng --reason hoặc cột “lý do”; số cũ vẫn được lưu",
        en: "to replace it say why with --reason or in the column “reason”; the old one is kept"),
      subject: figure.id)
  }

  static func unchanged(_ earlier: FigureEntry, at place: SourceLocation?) -> Finding {
    Finding(
      FigureCodes.unchanged, at: place,
      message: LocalizedText(
        vi: "\(earlier.figure) của năm \(earlier.year) đã được nhập như vậy (số \(earlier.number))",
        en: "\(earlier.figure) of \(earlier.year) stands so already (number \(earlier.number))"),
      remedy: LocalizedText(vi: "không cần làm gì", en: "nothing need be done"),
      subject: earlier.figure)
  }

  /// The store and the plan file disagree about a figure.
  package static func planDiffers(
    _ figure: EnteredFigure, year: Int, written: Double, entered: Double, at place: SourceLocation?
  ) -> Finding {
    let (old, new) = (shown(written), shown(entered))
    return Finding(
      FigureCodes.planDiffers, at: place,
      message: LocalizedText(
        vi: "\(figure.id) năm \(year): kế hoạch ghi \(old.text(in: .vi)), số đã nhập là "
          + "\(new.text(in: .vi)); dùng số đã nhập",
        en: "\(figure.id) of \(year): the plan has \(old.text(in: .en)), \(new.text(in: .en)) was "
          + "entered; the entered one is used"),
      remedy: LocalizedText(
        vi: "đối chiếu với nguồn; sửa tệp kế hoạch hoặc rút số đã nhập",
        en: "compare with the source; correct the plan file or withdraw the entry"),
      subject: figure.id)
  }

  static func figureColumn(
    _ names: [String], isMissing: Bool, at place: SourceLocation
  ) -> Finding {
    Finding(
      FigureCodes.columnMissing, at: place,
      message: isMissing
        ? LocalizedText(
          vi: "tệp không có cột “\(names[0])”", en: "the file has no column “\(names[0])”")
        : LocalizedText(
          vi: "có hai cột “\(names[0])”", en: "two columns are headed “\(names[0])”"),
      expected: LocalizedText(
        vi: names.joined(separator: " hoặc "), en: names.joined(separator: " or ")),
      remedy: LocalizedText(
        vi: "sửa dòng tiêu đề của tệp", en: "correct the header of the file"), subject: names[0])
  }

  static func blankFigureCell(_ name: String, at place: SourceLocation?) -> Finding {
    Finding(
      FigureCodes.cellBlank, at: place,
      message: LocalizedText(vi: "ô “\(name)” bị bỏ trống", en: "the cell “\(name)” is blank"),
      remedy: LocalizedText(
        vi: "ghi đủ số liệu, năm, giá trị và nguồn cho từng dòng",
        en: "give figure, year, value and source in every row"), subject: name)
  }

  static func figuresAwaited(_ count: Int, file: String) -> Finding {
    Finding(
      FigureCodes.awaited, at: SourceLocation(file: file),
      message: LocalizedText(
        vi: "\(count) dòng chưa có giá trị và nguồn, được bỏ qua",
        en: count == 1
          ? "1 row without value and source was passed over"
          : "\(count) rows without value and source were passed over"),
      remedy: LocalizedText(
        vi: "ghi giá trị và nguồn khi có số liệu, rồi nhập lại tệp",
        en: "fill in value and source once they are known, then import the file again"))
  }

  static func asInPlan(
    _ figure: EnteredFigure, _ year: Int, at place: SourceLocation?
  ) -> Finding {
    Finding(
      FigureCodes.unchanged, at: place,
      message: LocalizedText(
        vi: "\(figure.id) của năm \(year) đã có như vậy trong tệp kế hoạch",
        en: "\(figure.id) of \(year) stands so in the plan file already"),
      remedy: LocalizedText(vi: "không cần làm gì", en: "nothing need be done"),
      subject: figure.id)
  }

  static func noFigureRows(file: String) -> Finding {
    Finding(
      FigureCodes.noRows, at: SourceLocation(file: file),
      message: LocalizedText(
        vi: "tệp không có dòng số liệu nào", en: "the file has no row of figures"),
      remedy: LocalizedText(
        vi: "ghi mỗi số liệu một dòng dưới dòng tiêu đề",
        en: "write one row per figure below the header"))
  }
}
