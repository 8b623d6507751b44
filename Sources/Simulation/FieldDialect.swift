import Foundation
import SurveyModel

/// One way in which field teams write a response file.
enum FieldDialect: CaseIterable {
  /// UTF-8, commas, codes, the ids of the fields as headers.
  case plain
  /// What a Vietnamese Excel saves: UTF-8 with byte order mark, semicolons, decimal commas, CRLF,
  /// dates as day/month/year.
  case excelSemicolon
  /// Codes spelled as labels in decomposed Unicode, as some phones and macOS tools write them.
  case decomposedLabels
  /// Labels in place of codes, in any case, under the printed headers.
  case mixedCaseLabels

  /// The whole file as bytes.
  func write(
    fields: [Field], rows: [[String]], columns: [ResponseMapping.Column]
  ) -> [UInt8] {
    let separator: Character = self == .excelSemicolon ? ";" : ","
    var bytes: [UInt8] = self == .excelSemicolon ? [0xEF, 0xBB, 0xBF] : []
    func append(_ cells: [String]) {
      for (index, cell) in cells.enumerated() {
        if index > 0 { bytes.append(contentsOf: String(separator).utf8) }
        let cell = Self.quoted(cell, separator)
        bytes.append(
          contentsOf: (self == .decomposedLabels ? cell.decomposedStringWithCanonicalMapping : cell)
            .utf8)
      }
      bytes.append(contentsOf: (self == .excelSemicolon ? "\r\n" : "\n").utf8)
    }
    append(fields.map { header(of: $0, columns: columns) })
    for (number, row) in rows.enumerated() {
      guard self != .plain else {
        append(row)
        continue
      }
      append(
        row.enumerated().map { index, cell in
          // A planted row with a cell too many keeps it as it is.
          index < fields.count ? spelled(cell, field: fields[index], row: number) : cell
        })
    }
    return bytes
  }

  private func header(of field: Field, columns: [ResponseMapping.Column]) -> String {
    guard self == .mixedCaseLabels else { return field.id }
    if let mapped = columns.first(where: { $0.field == field.id }) { return mapped.header }
    return field.label.vi ?? field.id
  }

  /// A cell as this dialect spells it; what is no valid value stays as it is.
  private func spelled(_ cell: String, field: Field, row: Int) -> String {
    switch self {
    case .plain:
      return cell
    case .excelSemicolon:
      return Self.inExcel(cell, field: field)
    case .decomposedLabels:
      return label(of: cell, field: field) ?? cell
    case .mixedCaseLabels:
      guard let label = label(of: cell, field: field) else { return cell }
      return switch row % 3 {
      case 0: label
      case 1: label.uppercased()
      default: label.lowercased()
      }
    }
  }

  /// A cell with the decimal comma and the dates of a Vietnamese Excel.
  static func inExcel(_ cell: String, field: Field) -> String {
    switch field.kind {
    case .number:
      return cell.replacingOccurrences(of: ".", with: ",")
    case .date:
      let parts = cell.split(separator: "-")
      return parts.count == 3 ? "\(parts[2])/\(parts[1])/\(parts[0])" : cell
    default:
      return cell
    }
  }

  private func label(of cell: String, field: Field) -> String? {
    guard let list = field.codeList, let position = list.position(of: cell) else { return nil }
    let label = list.codes[position - 1].label.vi
    // Communes of two districts may share a name; their code says which is meant.
    let sameLabel = list.codes.filter { $0.label.vi == label }
    return sameLabel.count == 1 ? label : nil
  }

  static func quoted(_ cell: String, _ separator: Character) -> String {
    let special = cell.utf8.contains { byte in
      byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"")
        || byte == 9 || byte == 10 || byte == 13
    }
    guard special, cell.contains(where: { $0 == separator || $0 == "\"" || $0.isNewline }) else {
      return cell
    }
    return "\"" + cell.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }
}
