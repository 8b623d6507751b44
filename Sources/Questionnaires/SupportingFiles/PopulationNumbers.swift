import DelimitedText
import SurveyModel

/// The columns of a table that hold numbers of people or units.
///
/// "12.345" may be twelve, or twelve thousand. The other numbers of the file tell: one like "71.5" or
/// "0.125" shows which sign is the decimal sign. Where none does, or two disagree, such a number is
/// a fault: nobody can tell, and weights would be a thousand times off.
struct PopulationNumbers {
  let table: DelimitedTable
  private let decimal: DecimalSign?

  /// - Parameters:
  ///   - table: The table.
  ///   - columns: Those that hold numbers.
  init(_ table: DelimitedTable, columns: some Sequence<Int>) {
    self.table = table
    var signs: Set<DecimalSign> = []
    for column in columns {
      for row in table.rows {
        if let sign = evidence(row.cells[column].text) { signs.insert(sign) }
      }
    }
    decimal = signs.count == 1 ? signs.first : nil
  }

  /// Reads the number of people or units in a cell.
  ///
  /// - Parameters:
  ///   - cell: Digits with a decimal point or comma; thousands separators only where they cannot
  ///     mean anything else.
  ///   - name: The column, for messages.
  ///   - allowsZero: Whether a group may hold nobody.
  ///   - findings: Where a fault is added.
  /// - Returns: The number; `nil` when there is none.
  func number(
    in cell: TableCell, _ name: String, allowsZero: Bool, findings: inout [Finding]
  ) -> Double? {
    guard let fault = fault(of: cell.text, name, allowsZero: allowsZero) else {
      return readNumber(cell.text, decimal: decimal)
    }
    findings.append(
      Finding(
        fault.code, at: table.place(of: cell), message: fault.message,
        found: shownCell(cell.text),
        expected: allowsZero
          ? LocalizedText(vi: "số từ 0 trở lên", en: "a number of 0 or more")
          : LocalizedText(vi: "số lớn hơn 0, ví dụ 92400", en: "a number above 0, such as 92400"),
        remedy: fault.remedy, subject: name))
    return nil
  }

  private func fault(
    of text: String, _ name: String, allowsZero: Bool
  ) -> (code: FindingCode, message: LocalizedText, remedy: LocalizedText)? {
    guard let number = readNumber(text, decimal: decimal), number.isFinite, number.magnitude <= 1e15
    else {
      return (
        PopulationCode.numberForm,
        LocalizedText(vi: "\(name) phải là một số", en: "\(name) must be a number"),
        LocalizedText(
          vi: "viết chữ số liền nhau, không có đơn vị hay dấu ngăn hàng nghìn",
          en: "write digits only, without unit and thousands separators")
      )
    }
    if decimal == nil, mayGroupThousands(text) {
      return (
        PopulationCode.numberAmbiguous,
        LocalizedText(
          vi: "không rõ dấu trong số là dấu hàng nghìn hay dấu thập phân",
          en: "it is unclear whether the sign groups thousands or is a decimal sign"),
        LocalizedText(
          vi: "viết số liền, không có dấu hàng nghìn", en: "write the digits without separators")
      )
    }
    if number < 0 {
      return (
        PopulationCode.numberNegative,
        LocalizedText(vi: "\(name) là số âm", en: "\(name) is negative"),
        LocalizedText(vi: "sửa lại số", en: "correct the number")
      )
    }
    guard number == 0, !allowsZero else { return nil }
    return (
      PopulationCode.numberZero, LocalizedText(vi: "\(name) bằng 0", en: "\(name) is 0"),
      LocalizedText(
        vi: "nếu nhóm không có ai thì bỏ dòng này", en: "remove the row if the group holds nobody")
    )
  }
}

/// The parts of a number before and after its only sign, and the sign; `nil` for other numbers.
private func halves(_ text: String) -> (whole: Substring, fraction: Substring, sign: DecimalSign)? {
  let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
  guard parts.count == 2, parts[1].allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
  return (parts[0], parts[1], text.contains(",") ? .comma : .point)
}

private func mayGroupThousands(_ text: String) -> Bool {
  guard let (whole, fraction, _) = halves(text) else { return false }
  return (1...3).contains(whole.utf8.count) && whole != "0" && fraction.utf8.count == 3
}

/// The decimal sign that a number cannot be read without.
private func evidence(_ text: String) -> DecimalSign? {
  guard readNumber(text) != nil, let (_, _, sign) = halves(text), !mayGroupThousands(text) else {
    return nil
  }
  return sign
}
