internal import SurveyModel

extension Texts {
  var dataQuality: String { pick("Chất lượng dữ liệu", "Data quality") }

  /// The balance that always holds: every row that was read went to one of three places.
  func counts(_ counts: ImportCounts, excluded: Int = 0) -> String {
    let read = numbers.whole(counts.read)
    let accepted = numbers.whole(counts.accepted)
    let rejected = numbers.whole(counts.rejected)
    let duplicate = numbers.whole(counts.duplicate)
    var text = pick(
      "Phiếu: đã đọc \(read) = tiếp nhận \(accepted) + loại \(rejected) + trùng \(duplicate)",
      "Interviews: \(read) read = \(accepted) accepted + \(rejected) rejected + \(duplicate) duplicate"
    )
    if counts.erased > 0 {
      let erased = numbers.whole(counts.erased)
      text += pick(" + đã xóa dữ liệu \(erased)", " + \(erased) erased")
    }
    if excluded > 0 {
      text += pick(
        "; \(numbers.whole(excluded)) phiếu đã nhận được loại khỏi mẫu theo quyết định",
        "; \(numbers.whole(excluded)) accepted ones are left out of the sample by decision")
    }
    return text
  }

  var read: String { pick("Đã đọc", "Read") }
  var accepted: String { pick("Tiếp nhận", "Accepted") }
  var rejected: String { pick("Loại", "Rejected") }
  var duplicate: String { pick("Trùng", "Duplicate") }
  var file: String { pick("Tệp", "File") }
  var encoding: String { pick("Mã ký tự", "Encoding") }
  var delimiter: String { pick("Dấu phân cách", "Delimiter") }
  var wasUndone: String { pick("đã rút khỏi kết quả", "taken out") }

  func delimiterName(_ delimiter: String) -> String {
    switch delimiter {
    case ",", "comma": pick("dấu phẩy", "comma")
    case ";", "semicolon": pick("dấu chấm phẩy", "semicolon")
    case "\t", "tab": "tab"
    case "variables": pick("theo biến", "by variable")
    case "|", "pipe": pick("gạch đứng", "vertical bar")
    case let sheet where sheet.hasPrefix("sheet "):
      pick("trang “\(sheet.dropFirst(6))”", "sheet “\(sheet.dropFirst(6))”")
    case "submissions": pick("mỗi phiếu một bản ghi", "one record per submission")
    default: delimiter
    }
  }

  /// `XML (ZIP)`, `XML (thư mục)`, `JSON`.
  func submissionEncoding(_ dialect: FileDialect) -> String {
    let folder = " (folder)"
    guard dialect.encoding.hasSuffix(folder) else { return dialect.encoding }
    return dialect.encoding.dropLast(folder.count) + pick(" (thư mục)", folder)
  }

  func dialect(_ dialect: FileDialect) -> String {
    var text = dialect.isSubmissions ? submissionEncoding(dialect) : dialect.encoding
    if dialect.hasByteOrderMark { text += pick(", có BOM", ", with BOM") }
    if dialect.composedText {
      text += pick(", đã chuyển sang Unicode dựng sẵn", ", composed to Unicode NFC")
    }
    return text
  }

  var filesTitle: String { pick("Tệp phiếu trả lời", "Response files") }
  var reasonsTitle: String { pick("Lý do loại phiếu", "Why interviews were rejected") }
  var reason: String { pick("Lý do", "Reason") }
  var rows: String { pick("Số dòng", "Rows") }
  var reasonsNote: String {
    pick(
      "Một dòng có thể có nhiều lý do; từng dòng ở tệp rejects.csv.",
      "A row may have several reasons; every row is in rejects.csv.")
  }
  var findingsTitle: String { pick("Điều cần lưu ý", "Findings") }

  // MARK: Weights

  var weightsTitle: String { pick("Trọng số", "Weights") }
  var errorBefore: String {
    pick("Lệch lớn nhất so với dân số, trước", "Largest margin error before")
  }
  var errorAfter: String { pick("Sau", "After") }
  var ratiosTitle: String {
    pick("Trọng số mới / cũ", "New over old weight")
  }
  var limitedTitle: String { pick("Chạm giới hạn", "At a limit") }

  /// The error of a margin in percent; what is left by rounding is said to be as good as none.
  func relativeError(_ error: Double) -> String {
    if error == 0 { return numbers.percent("0") }
    if error < 0.00005 { return "< " + numbers.percent(numbers.decimal(0.01, places: 2)) }
    return numbers.percent(numbers.decimal(error * 100, places: 2))
  }

  /// `0,85 – 1,30`: the smallest and largest ratio of new to old weight.
  func ratios(_ step: WeightStep) -> String {
    numbers.decimal(step.smallestRatio, places: 3) + " – "
      + numbers.decimal(step.largestRatio, places: 3)
  }
  var step: String { pick("Bước", "Step") }
  var sum: String { pick("Tổng", "Sum") }
  var minimum: String { pick("Nhỏ nhất", "Minimum") }
  var maximum: String { pick("Lớn nhất", "Maximum") }
  var kishDesignEffect: String { pick("Hệ số thiết kế Kish", "Kish design effect") }
  var effectiveCount: String { pick("Cỡ mẫu hiệu dụng", "Effective sample size") }
  var iterations: String { pick("Số vòng lặp", "Rounds") }

  func stepName(_ step: WeightStep) -> String {
    switch step.kind {
    case .design: pick("Trọng số thiết kế", "Design weights")
    case .poststratify: pick("Hậu phân tầng", "Post-stratification")
    case .rake: pick("Điều chỉnh theo các tổng thể biên (raking)", "Raking to margins")
    case .nonresponse: pick("Bù không trả lời", "Nonresponse adjustment")
    case .calibrate: pick("Hiệu chỉnh theo các tổng thể biên", "Calibration to margins")
    case .trim: pick("Cắt trọng số quá lớn, quá nhỏ", "Trimming")
    }
  }

  // MARK: Reproducing

  var inputsTitle: String { pick("Tệp đầu vào và phiên bản", "Inputs and version") }
  var version: String { pick("Phiên bản chương trình", "Program version") }
  var generated: String { pick("Thời điểm lập báo cáo (UTC)", "Generated (UTC)") }
}

extension WeightStep {
  /// True when the step scales to population totals.
  var hasMargins: Bool {
    switch kind {
    case .poststratify, .rake, .calibrate: true
    case .design, .nonresponse, .trim: false
    }
  }

  /// True when the step may move weights to a limit.
  var isLimited: Bool {
    switch kind {
    case .calibrate, .trim: true
    case .design, .nonresponse, .poststratify, .rake: false
    }
  }
}
