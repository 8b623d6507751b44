import Foundation
import Numerics
import SurveyModel

/// How simulated interviews are laid out in files.
package struct FileLayout: Sendable {
  /// One file per code of this variable; `nil` for one file.
  package var splitBy: String?
  /// Written as field teams write: dialects, faults, repeated interviews.
  package var isMessy: Bool
  /// Name without extension of the single file.
  package var baseName: String

  package init(splitBy: String? = nil, isMessy: Bool = false, baseName: String = "responses") {
    self.splitBy = splitBy
    self.isMessy = isMessy
    self.baseName = baseName
  }
}

/// A file to be written.
package struct SimulatedFile: Sendable {
  package var name: String
  package var bytes: [UInt8]
}

/// Lays simulated interviews out in response files.
///
/// Messy files show what an import must bear: the second, third and fourth file are written in
/// other dialects, about a dozen rows carry a fault of their own kind, and five interviews are
/// sent twice (two of them with another answer).
package func simulatedFiles(
  _ interviews: SimulatedInterviews, settings: SimulationSettings, layout: FileLayout
) -> [SimulatedFile] {
  let fields = interviews.fields
  var files: [(name: String, rows: [[String]])] = []
  if let splitBy = layout.splitBy, let column = fields.firstIndex(where: { $0.id == splitBy }) {
    var numberOfCode: [String: Int] = [:]
    for row in interviews.rows {
      let code = row[column]
      if let number = numberOfCode[code] {
        files[number].rows.append(row)
      } else {
        numberOfCode[code] = files.count
        files.append((fileName(code, field: fields[column]), [row]))
      }
    }
  } else {
    files = [(layout.baseName, interviews.rows)]
  }
  if layout.isMessy {
    // A stream of its own: planting faults does not change the interviews themselves.
    var random = SplitMix64(seed: settings.seed ^ 0x5EED_FA17)
    _ = plantFaults(
      into: &files, fields: fields, interviewID: settings.survey.interviewID, random: &random)
  }
  let others: [FieldDialect] = [.excelSemicolon, .decomposedLabels, .mixedCaseLabels]
  return files.enumerated().map { number, file in
    let dialect =
      layout.isMessy && number >= 1 && number <= others.count ? others[number - 1] : .plain
    return SimulatedFile(
      name: file.name + ".csv",
      bytes: dialect.write(
        fields: fields, rows: file.rows,
        columns: settings.survey.mapping.columns.map { (header: $0.header, field: $0.field) }))
  }
}

/// A file name for a code: the code in lower case, then the label without diacritics where there
/// is one, so that a folder listing reads well.
private func fileName(_ code: String, field: Field) -> String {
  let label = field.codeList?.codes.first { $0.code == code }?.label.vi ?? ""
  let name = label.isEmpty ? code : label
  var result = ""
  for scalar in name.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
    switch scalar {
    case "a"..."z", "0"..."9": result.unicodeScalars.append(scalar)
    case "đ": result += "d"
    case "\u{300}"..."\u{36F}": continue
    default: if result.last != "-", !result.isEmpty { result += "-" }
    }
  }
  while result.last == "-" { result.removeLast() }
  return result.isEmpty ? "unit" : result
}
