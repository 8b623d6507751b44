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

  /// Room for the number, then the symbol.
  func number(symbol: String) -> String {
    let symbol = symbol.isEmpty ? "/………" : symbol.hasPrefix("/") ? symbol : "/" + symbol
    return switch language {
    case .vi: "Số: ……\(symbol)"
    case .en: "No. ……\(symbol)"
    }
  }

  func placeAndDate(_ place: String) -> String {
    let place = place.isEmpty ? "………………" : place
    return switch language {
    case .vi: "\(place), ngày …… tháng …… năm ………"
    case .en: "\(place), day …… month …… year ………"
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

  /// Said below a table that is cut; rows counted, at least one left out.
  func cut(_ left: Int, of all: Int) -> String {
    switch language {
    case .vi:
      "Lược bớt \(left) trong \(all) dòng; bảng đầy đủ có trong trang HTML và tệp bảng tính của báo cáo này."
    case .en:
      "\(left) of \(all) rows are left out; the whole table stands in the HTML page and in the workbook of this report."
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
