import CXlsxWriter
import Glibc
import SurveyModel

/// Adds a validation to a sheet.
func add(
  _ validation: CellValidation, to worksheet: UnsafeMutablePointer<lxw_worksheet>, sheet: String
) throws(WorkbookWritingError) {
  if let reason = fault(of: validation) {
    throw .validation(
      sheet: sheet, row: validation.range.rows.lowerBound,
      column: validation.range.columns.lowerBound, reason: reason)
  }
  var kept: [UnsafeMutablePointer<CChar>?] = []
  defer { for text in kept { free(text) } }
  func copied(_ text: String) -> UnsafeMutablePointer<CChar>? {
    let copy = strdup(cleaned(text))
    kept.append(copy)
    return copy
  }
  var c = lxw_data_validation()
  c.ignore_blank = UInt8((validation.allowsBlank ? LXW_VALIDATION_ON : LXW_VALIDATION_OFF).rawValue)
  c.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
  c.show_input = UInt8(LXW_VALIDATION_ON.rawValue)
  c.show_error = UInt8(LXW_VALIDATION_ON.rawValue)
  c.error_type =
    switch validation.onFault {
    case .stop: UInt8(LXW_VALIDATION_ERROR_TYPE_STOP.rawValue)
    case .warning: UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
    case .information: UInt8(LXW_VALIDATION_ERROR_TYPE_INFORMATION.rawValue)
    }
  if let prompt = validation.prompt {
    c.input_title = copied(prompt.title)
    c.input_message = copied(prompt.text)
  }
  if let fault = validation.fault {
    c.error_title = copied(fault.title)
    c.error_message = copied(fault.text)
  }
  var list: [UnsafeMutablePointer<CChar>?] = []
  switch validation.rule {
  case .list(let values):
    c.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
    list = values.map { copied($0) } + [nil]
  case .listFrom(let reference):
    c.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
    c.value_formula = copied(reference)
  case .integer(let low, let high):
    c.limit(
      LXW_VALIDATION_TYPE_INTEGER, low.map(Double.init), high.map(Double.init),
      widest: 9_007_199_254_740_992)
  case .decimal(let low, let high):
    c.limit(LXW_VALIDATION_TYPE_DECIMAL, low, high, widest: 1e300)
  case .date(let low, let high):
    c.limit(
      LXW_VALIDATION_TYPE_DATE_NUMBER, low.map(serialNumber), high.map(serialNumber),
      widest: 2_958_465)
  case .length(let longest):
    c.limit(LXW_VALIDATION_TYPE_LENGTH, nil, Double(longest), widest: 32_767)
  case .formula(let formula):
    c.validate = UInt8(LXW_VALIDATION_TYPE_CUSTOM_FORMULA.rawValue)
    c.value_formula = copied(formula)
  }
  let range = validation.range
  let status = list.withUnsafeMutableBufferPointer { list in
    if list.count > 0 { c.value_list = list.baseAddress }
    return worksheet_data_validation_range(
      worksheet, lxw_row_t(clamping: range.rows.lowerBound),
      lxw_col_t(clamping: range.columns.lowerBound), lxw_row_t(clamping: range.rows.upperBound),
      lxw_col_t(clamping: range.columns.upperBound), &c)
  }
  guard status == LXW_NO_ERROR else {
    throw .validation(
      sheet: sheet, row: range.rows.lowerBound, column: range.columns.lowerBound,
      reason: String(cString: lxw_strerror(status)))
  }
}

/// What Excel would not take; the library looks too late at some of it, and says so on its own.
private func fault(of validation: CellValidation) -> String? {
  for message in [validation.prompt, validation.fault].compactMap({ $0 }) {
    if message.title.unicodeScalars.count > 32 { return "a title is longer than 32 characters" }
    if message.text.unicodeScalars.count > 255 { return "a message is longer than 255 characters" }
  }
  if case .list(let values) = validation.rule {
    if values.isEmpty || values.contains(where: { $0.isEmpty || $0.contains(",") }) {
      return "a list has values, none of them empty or with a comma"
    }
    // Counted in bytes: the library has room for 255 of them.
    if values.reduce(-1, { $0 + $1.utf8.count + 1 }) > 255 {
      return "the values of a list are longer than 255 bytes; refer to cells that hold them"
    }
  }
  return nil
}

extension lxw_data_validation {
  /// Between two numbers, or on one side of one.
  fileprivate mutating func limit(
    _ kind: lxw_validation_types, _ low: Double?, _ high: Double?, widest: Double
  ) {
    validate = UInt8(kind.rawValue)
    switch (low, high) {
    case (let low?, nil):
      criteria = UInt8(LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO.rawValue)
      value_number = low
    case (nil, let high?):
      criteria = UInt8(LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO.rawValue)
      value_number = high
    default:
      criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
      minimum_number = low ?? -widest
      maximum_number = high ?? widest
    }
  }
}
