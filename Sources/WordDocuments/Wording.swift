import SurveyModel

/// The words of the frame that no letterhead brings, in the language of the document.
struct Wording: Sendable, Hashable {
  /// BCP 47.
  var languageTag: String
  var stateName: String
  var stateMotto: String
  var number: String
  /// After the place.
  var date: String
  var to: String
  var recipients: String
  /// The last of the recipients where the letterhead names none.
  var file: String
  var table: String
  var figure: String
  /// After the number of a table that goes on.
  var continued: String
  var styleNames: [Style: String]

  /// Room to fill by hand.
  static let dots = "……………………"

  static func of(_ language: Language) -> Wording {
    switch language {
    case .vi: vietnamese
    case .en: english
    }
  }

  /// What a table that is cut says below itself.
  func cut(shown: Int, of count: Int) -> String {
    switch languageTag {
    case "vi-VN":
      """
      Bảng in \(shown) trong \(count) dòng; bảng đầy đủ có trên trang báo cáo và trong tệp bảng tính \
      kèm theo.
      """
    default:
      """
      \(shown) of \(count) rows are printed; the whole table is on the page of the report and in \
      its workbook.
      """
    }
  }
}

extension Wording {
  private static let vietnamese = Wording(
    languageTag: "vi-VN",
    stateName: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    stateMotto: "Độc lập - Tự do - Hạnh phúc",
    number: "Số: ………",
    date: "ngày …… tháng …… năm ……",
    to: "Kính gửi:",
    recipients: "Nơi nhận:",
    file: "Lưu: VT, ………",
    table: "Bảng",
    figure: "Hình",
    continued: "(tiếp theo)",
    styleNames: [
      .lead: "Câu trả lời", .note: "Ghi chú", .term: "Thuật ngữ", .fact: "Giải thích",
      .banner: "Lưu ý đóng khung", .figure: "Hình vẽ", .imprint: "Thông tin tạo tệp",
      .tableHead: "Đầu bảng", .tableText: "Chữ trong bảng", .tableDetail: "Chữ nhỏ trong bảng",
      .tableEnd: "Sau bảng", .stateName: "Quốc hiệu", .stateMotto: "Tiêu ngữ",
      .superior: "Cơ quan chủ quản", .issuer: "Cơ quan ban hành", .number: "Số, ký hiệu",
      .placeAndDate: "Địa danh và thời gian", .rule: "Đường kẻ", .survey: "Tên cuộc khảo sát",
      .surveyDetail: "Chi tiết cuộc khảo sát", .addressee: "Kính gửi",
      .recipientsHead: "Nơi nhận", .recipient: "Danh sách nơi nhận",
      .office: "Quyền hạn, chức vụ", .signer: "Họ tên người ký", .reportTable: "Bảng báo cáo",
      .columnsTable: "Bảng không kẻ",
    ])

  private static let english = Wording(
    languageTag: "en-GB",
    stateName: "SOCIALIST REPUBLIC OF VIET NAM",
    stateMotto: "Independence - Freedom - Happiness",
    number: "No.: ………",
    date: "date …………………",
    to: "To:",
    recipients: "Recipients:",
    file: "File: ………",
    table: "Table",
    figure: "Figure",
    continued: "(continued)",
    styleNames: [
      .lead: "Answer", .note: "Note", .term: "Term", .fact: "Explanation", .banner: "Boxed Notice",
      .figure: "Figure", .imprint: "Imprint", .tableHead: "Table Head", .tableText: "Table Text",
      .tableDetail: "Table Small Text", .tableEnd: "After Table", .stateName: "State Name",
      .stateMotto: "State Motto", .superior: "Superior Body", .issuer: "Issuing Body",
      .number: "Document Number", .placeAndDate: "Place and Date", .rule: "Rule",
      .survey: "Survey Title", .surveyDetail: "Survey Subtitle", .addressee: "Addressee",
      .recipientsHead: "Recipients Head", .recipient: "Recipient", .office: "Signer Office",
      .signer: "Signer Name", .reportTable: "Report Table", .columnsTable: "Side by Side",
    ])
}
