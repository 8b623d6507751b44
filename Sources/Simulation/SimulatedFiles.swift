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
  /// How files are written that are not messy.
  package var form: FileForm

  package init(
    splitBy: String? = nil, isMessy: Bool = false, baseName: String = "responses",
    form: FileForm = FileForm()
  ) {
    self.splitBy = splitBy
    self.isMessy = isMessy
    self.baseName = baseName
    self.form = form
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
///
/// - Throws: What the format or encoding cannot hold.
package func simulatedFiles(
  _ interviews: SimulatedInterviews, settings: SimulationSettings, layout: FileLayout
) throws(SimulationError) -> [SimulatedFile] {
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
  switch layout.form.format {
  case .csv, .xlsx, .sav: break
  case .odkXML, .odkZip, .jsonLines:
    return files.flatMap { submissionFiles($0, fields: fields, settings, layout.form.format) }
  }
  if layout.isMessy {
    return messyFiles(files, fields: fields, columns: settings.survey.mapping.columns)
  }
  var written: [SimulatedFile] = []
  for file in files {
    written.append(
      try simulatedFile(
        named: file.name, fields: fields, rows: file.rows, columns: settings.survey.mapping.columns,
        form: layout.form))
  }
  return written
}

/// One file in the form asked for.
private func simulatedFile(
  named name: String, fields: [Field], rows: [[String]],
  columns: [ResponseMapping.Column], form: FileForm
) throws(SimulationError) -> SimulatedFile {
  switch form.format {
  case .csv:
    return try delimitedFile(
      named: name, fields: fields, rows: rows, columns: columns, form: form)
  case .xlsx:
    return try workbookFile(named: name, fields: fields, rows: rows, columns: columns, form: form)
  case .sav:
    return try statisticalFile(named: name, fields: fields, rows: rows)
  case .odkXML, .odkZip, .jsonLines:
    preconditionFailure("submissions are written by submissionFiles")
  }
}

/// Files in several dialects of delimited text.
private func messyFiles(
  _ files: [(name: String, rows: [[String]])], fields: [Field],
  columns: [ResponseMapping.Column]
) -> [SimulatedFile] {
  let others: [FieldDialect] = [.excelSemicolon, .decomposedLabels, .mixedCaseLabels]
  return files.enumerated().map { number, file in
    let dialect = number >= 1 && number <= others.count ? others[number - 1] : .plain
    return SimulatedFile(
      name: file.name + ".csv",
      bytes: dialect.write(fields: fields, rows: file.rows, columns: columns))
  }
}

/// The rows of a file as submissions.
private func submissionFiles(
  _ file: (name: String, rows: [[String]]), fields: [Field], _ settings: SimulationSettings,
  _ format: ResponseFileFormat
) -> [SimulatedFile] {
  let write =
    switch format {
    case .odkXML: odkXMLFiles
    case .odkZip: odkZipFiles
    default: jsonLinesFiles
    }
  return write(
    fields, file.rows, settings.survey.interviewID, settings.survey.id, file.name)
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
