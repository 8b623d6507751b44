import Comparison
import SurveyModel

extension Finding {
  static func unknownBackCheckGroup(_ name: String) -> Finding {
    Finding(
      BackCheckCodes.unknownGroup, at: nil,
      message: LocalizedText(
        vi: "không chia nhóm được theo “\(name)”", en: "interviews cannot be grouped by “\(name)”"),
      expected: LocalizedText(
        vi: "một biến của phiếu hỏi, không phải biến cá nhân hay mã phiếu",
        en: "a variable of the questionnaire, neither personal nor the interview id"),
      remedy: LocalizedText(
        vi: "nêu biến khác bằng --by", en: "name another variable with --by"), subject: name)
  }

  static func unusableBackCheckField(_ name: String) -> Finding {
    Finding(
      BackCheckCodes.unusableField, at: nil,
      message: LocalizedText(
        vi: "“\(name)” không hỏi lại được", en: "“\(name)” cannot be asked again"),
      expected: LocalizedText(
        vi: "câu hỏi hoặc biến có mã, số, ngày; không cá nhân và không dùng để tìm phiếu",
        en: "an item, or a variable with codes, numbers or dates; not personal, and not one that "
          + "finds the interview"),
      remedy: LocalizedText(
        vi: "bỏ tên này khỏi --fields, hoặc nêu câu hỏi khác",
        en: "take the name out of --fields, or name another"), subject: name)
  }

  static func noBackCheckField(_ path: String?) -> Finding {
    Finding(
      BackCheckCodes.noField, at: path.map { SourceLocation(file: $0, line: 1) },
      message: LocalizedText(
        vi: "không có biến nào để hỏi lại", en: "there is no field that is asked again"),
      expected: LocalizedText(
        vi: "cột của câu hỏi hoặc biến có mã, số, ngày, ngoài các biến dùng để tìm phiếu",
        en:
          "columns of items, or of variables with codes, numbers or dates, beside those that find "
          + "the interview"),
      remedy: LocalizedText(
        vi: "rút thăm với --fields, hoặc kiểm tra dòng tiêu đề của tệp",
        en: "draw with --fields, or check the header of the file"))
  }

  static func notBackChecked(_ field: Field, file: String) -> Finding {
    Finding(
      BackCheckCodes.notCompared, at: SourceLocation(file: file, line: 1),
      message: LocalizedText(
        vi: "cột của biến \(field.id) không được so sánh", en: "\(field.id) is not compared"),
      remedy: LocalizedText(
        vi: "không cần làm gì; biến cá nhân và văn bản tự do không so sánh được",
        en: "nothing need be done; personal fields and free text cannot be compared"),
      subject: field.id)
  }

  static func personalBackCheckID(_ field: String) -> Finding {
    Finding(
      BackCheckCodes.personalID, at: nil,
      message: LocalizedText(
        vi: "mã phiếu \(field) là biến cá nhân", en: "the interview id \(field) is personal"),
      remedy: LocalizedText(
        vi: "đặt cho mỗi phiếu một mã không nói lên người trả lời",
        en: "give each interview an id that does not tell who answered"), subject: field)
  }

  static func noBackCheckID(_ path: String) -> Finding {
    Finding(
      BackCheckCodes.noInterviewID, at: SourceLocation(file: path, line: 1),
      message: LocalizedText(
        vi: "tệp không có cột mã phiếu nên không ghép được với kho",
        en: "the file has no interview id column and cannot be matched with the store"),
      remedy: LocalizedText(
        vi: "giữ nguyên cột mã phiếu của danh sách rút thăm",
        en: "keep the id column of the list that was drawn"))
  }

  static func notCompared(
    _ reason: BackCheck.Uncompared.Reason, _ id: LocalizedText, at place: SourceLocation?
  ) -> Finding {
    let (vi, en) = (id.text(in: .vi), id.text(in: .en))
    switch reason {
    case .unknown:
      return Finding(
        BackCheckCodes.unknownInterview, at: place,
        message: LocalizedText(
          vi: "phiếu \(vi) không có trong kho", en: "interview \(en) is not in the store"),
        remedy: LocalizedText(
          vi: "kiểm tra mã phiếu đã ghi, hoặc nhập tệp phiếu của nó trước",
          en: "check the id as written, or import the interview's file first"))
    case .excluded:
      return Finding(
        BackCheckCodes.excluded, at: place,
        message: LocalizedText(
          vi: "phiếu \(vi) đã bị loại theo một quyết định",
          en: "a decision excludes interview \(en)"),
        remedy: LocalizedText(
          vi: "không cần làm gì; xem quyết định bằng `sipas decisions`",
          en: "nothing need be done; see the decision with `sipas decisions`"))
    case .notAskedAgain:
      return Finding(
        BackCheckCodes.notAskedAgain, at: place,
        message: LocalizedText(
          vi: "phiếu \(vi) không có câu trả lời nào khi hỏi lại",
          en: "interview \(en) has no second answer"),
        remedy: LocalizedText(
          vi: "hỏi lại, hoặc ghi lý do không gặp được vào hồ sơ phúc tra",
          en: "ask again, or note why the respondent was not reached in the papers of the check"))
    case .notReturned:
      return Finding(
        BackCheckCodes.notReturned, at: place,
        message: LocalizedText(
          vi: "phiếu \(vi) đã rút thăm nhưng không có trong tệp trả về",
          en: "interview \(en) was drawn and did not come back"),
        remedy: LocalizedText(
          vi: "bổ sung vào tệp; phiếu thiếu thường không giống phiếu gặp được",
          en: "add it to the file; those missing are rarely like those reached"))
    case .rejected:
      return Finding(
        BackCheckCodes.notReturned, at: place,
        message: LocalizedText(
          vi: "dòng của phiếu \(vi) bị loại khi đọc nên không được so sánh",
          en: "the row of interview \(en) was rejected and is not compared"),
        remedy: LocalizedText(
          vi: "sửa dòng theo lý do đã nêu", en: "correct the row for the reason given"))
    }
  }

  static func notDrawn(_ id: LocalizedText, at place: SourceLocation) -> Finding {
    Finding(
      BackCheckCodes.notDrawn, at: place,
      message: LocalizedText(
        vi: "phiếu \(id.text(in: .vi)) không có trong danh sách rút thăm",
        en: "interview \(id.text(in: .en)) was not drawn"),
      remedy: LocalizedText(
        vi: "không cần làm gì; phiếu được kể riêng, ngoài mọi tỷ lệ",
        en: "nothing need be done; it is counted apart, outside every rate"))
  }

  static func noneBackChecked(_ path: String) -> Finding {
    Finding(
      BackCheckCodes.noneCompared, at: SourceLocation(file: path),
      message: LocalizedText(
        vi: "không có phiếu rút thăm nào so sánh được", en: "no drawn interview can be compared"),
      remedy: LocalizedText(
        vi: "kiểm tra mã phiếu và các ô câu trả lời của tệp",
        en: "check the interview ids and the answers in the file"))
  }

  static func backCheckDrawNotRecorded(_ path: String) -> Finding {
    Finding(
      BackCheckCodes.drawNotRecorded, at: SourceLocation(file: path),
      message: LocalizedText(
        vi: "danh sách này không giống từng byte danh sách nào đã ghi trong nhật ký",
        en: "this list is byte by byte none of those in the log"),
      remedy: LocalizedText(
        vi: "dùng đúng tệp do `sipas backcheck draw` ghi, chưa sửa",
        en: "use the file that `sipas backcheck draw` wrote, unchanged"))
  }

  static func backCheckReduced(_ drawn: Int, of wanted: Int) -> Finding {
    Finding(
      BackCheckCodes.drawReduced, at: nil,
      message: LocalizedText(
        vi: "chỉ có \(drawn) phiếu để rút, yêu cầu \(wanted)",
        en: "there are only \(drawn) interviews to draw, \(wanted) were asked for"),
      remedy: LocalizedText(vi: "không cần làm gì", en: "nothing need be done"))
  }

  static func smallBackCheckGroups(_ groups: Int, _ number: Int) -> Finding {
    Finding(
      BackCheckCodes.drawReduced, at: nil,
      message: LocalizedText(
        vi: "\(groups) nhóm có ít hơn \(number) phiếu nên được rút hết",
        en: "\(groups) groups have fewer than \(number) interviews, all of which are drawn"),
      remedy: LocalizedText(vi: "không cần làm gì", en: "nothing need be done"))
  }

  static func backCheckListCut(_ listed: Int, of all: Int) -> Finding {
    Finding(
      BackCheckCodes.listCut, at: nil,
      message: LocalizedText(
        vi: "chỉ liệt kê \(listed) trong \(all) câu trả lời khác nhau",
        en: "only \(listed) of \(all) differing answers are listed"),
      remedy: LocalizedText(
        vi: "số đếm và tỷ lệ tính trên tất cả; kiểm tra xem có đúng tệp không",
        en: "counts and rates are of all; look whether this is the right file"))
  }
}
