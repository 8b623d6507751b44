import SurveyModel

/// The fixed words of a filed document, as the decree on records work writes them
/// (Nghị định 30/2020/NĐ-CP, appendix I), and what an English reader makes of them.
struct PrintedWords {
  let language: Language

  var nation: String {
    switch language {
    case .vi: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    case .en: "SOCIALIST REPUBLIC OF VIET NAM"
    }
  }

  var motto: String {
    switch language {
    case .vi: "Độc lập - Tự do - Hạnh phúc"
    case .en: "Independence - Freedom - Happiness"
    }
  }

  /// Room to fill by hand.
  static let dots = "……………………"

  /// Room for the number, then the symbol.
  func number(symbol: String) -> String {
    let symbol = symbol.isEmpty ? "/…………" : symbol.hasPrefix("/") ? symbol : "/" + symbol
    return switch language {
    case .vi: "Số: ………\(symbol)"
    case .en: "No.: ………\(symbol)"
    }
  }

  func placeAndDate(_ place: String) -> String {
    // With the words of the date on one line of half a page.
    let place = place.isEmpty ? "…………" : place
    return switch language {
    case .vi: "\(place), ngày …… tháng …… năm ……"
    case .en: "\(place), date …………………"
    }
  }

  var addressed: String {
    switch language {
    case .vi: "Kính gửi:"
    case .en: "To:"
    }
  }

  var recipients: String {
    switch language {
    case .vi: "Nơi nhận:"
    case .en: "Recipients:"
    }
  }

  /// The recipients of a letterhead that names none; what is filed always goes to the archive.
  var openRecipients: [String] {
    switch language {
    case .vi: [Self.dots, "Lưu: VT, ………"]
    case .en: [Self.dots, "File: ………"]
    }
  }

  func table(_ number: Int, _ title: String) -> String {
    switch language {
    case .vi: "Bảng \(number). \(title)"
    case .en: "Table \(number). \(title)"
    }
  }

  func figure(_ number: Int, _ title: String) -> String {
    switch language {
    case .vi: "Hình \(number). \(title)"
    case .en: "Figure \(number). \(title)"
    }
  }

  /// Said below a table that is cut.
  func cut(shown: Int, of all: Int) -> String {
    switch language {
    case .vi:
      """
      Bảng in \(shown) trong \(all) dòng; bảng đầy đủ có trên trang báo cáo và trong tệp bảng tính \
      kèm theo.
      """
    case .en:
      """
      \(shown) of \(all) rows are printed; the whole table is on the page of the report and in its \
      workbook.
      """
    }
  }

  /// Above the parts of a table that has more columns than a page can hold.
  func columns(_ from: Int, to: Int, of all: Int) -> String {
    switch language {
    case .vi: "(cột \(from)–\(to) trong \(all) cột)"
    case .en: "(columns \(from)–\(to) of \(all))"
    }
  }
}
