import ArgumentParser
import Pipeline

/// The formats of a report beside the page and the tables, for commands that write reports.
struct FormatsOption: ParsableArguments {
  @Option(
    name: .customLong("formats"),
    help: ArgumentHelp(
      "docx, pdf, xlsx, cách nhau bằng dấu phẩy; hoặc none · separated by commas; or none",
      valueName: "list"), transform: reportFormats)
  var formats: [ReportFormat] = ReportFormat.allCases
}

private func reportFormats(_ text: String) throws -> [ReportFormat] {
  if text == "none" { return [] }
  return try text.split(separator: ",").map { name in
    guard let format = ReportFormat(rawValue: String(name)) else {
      throw ValidationError("docx, pdf, xlsx, none")
    }
    return format
  }
}
