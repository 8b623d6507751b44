import Documents

/// What stands beside the number or text of a cell: its detail, and the error that its own text
/// holds behind the number (`84,78 ± 1,20`), which a cell of a number has no room for.
func detail(of cell: Cell) -> String {
  guard cell.number?.value.isFinite == true, let error = error(in: cell.text) else {
    return cell.detail
  }
  return cell.detail.isEmpty ? error : "\(error); \(cell.detail)"
}

private func error(in text: String) -> String? {
  // Most cells: told by their bytes.
  guard text.utf8.contains(0xC2), let place = text.firstIndex(of: "±") else { return nil }
  return String(text[place...])
}

/// The head over the details of a column: what the column says below its own head, where that is
/// words, or what the details are.
///
/// - Parameters:
///   - subhead: What the column says below its head.
///   - sample: One of the details.
///   - words: The words of the workbook.
/// - Returns: One line, or two with the subhead below.
func detailHead(subhead: String, sample: String, _ words: SheetWords) -> String {
  if subhead.contains(where: \.isLetter) { return subhead }
  let kind =
    sample.contains(where: \.isLetter)
    ? words.detail
    : sample.hasPrefix("±") ? words.error : words.interval
  return subhead.isEmpty ? kind : "\(kind)\n\(subhead)"
}
