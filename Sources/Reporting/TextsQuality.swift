internal import SurveyModel

extension Texts {
  var dataQuality: String { words["title.quality"] }

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

  var read: String { words["column.read"] }
  var accepted: String { words["column.accepted"] }
  var rejected: String { words["column.rejected"] }
  var duplicate: String { words["column.duplicate"] }
  var file: String { words["column.file"] }
  var encoding: String { words["column.encoding"] }
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

  var filesTitle: String { words["title.files"] }
  var reasonsTitle: String { words["title.reasons"] }
  var reason: String { words["column.reason"] }
  var rows: String { words["column.rows"] }
  var reasonsNote: String { words["note.reasons"] }
  var findingsTitle: String { words["title.findings"] }

  // MARK: Weights

  var weightsTitle: String { words["title.weights"] }
  var errorBefore: String { words["column.error-before"] }
  var errorAfter: String { words["column.error-after"] }
  var ratiosTitle: String { words["column.ratios"] }
  var limitedTitle: String { words["column.limited"] }

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
  var step: String { words["column.step"] }
  var sum: String { words["column.sum"] }
  var minimum: String { words["column.minimum"] }
  var maximum: String { words["column.maximum"] }
  var kishDesignEffect: String { words["column.kish"] }
  var effectiveCount: String { words["column.effective"] }
  var iterations: String { words["column.rounds"] }

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

  var inputsTitle: String { words["title.inputs"] }
  var version: String { words["term.version"] }
  var generated: String { words["term.generated"] }
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
