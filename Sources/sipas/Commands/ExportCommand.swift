import ArgumentParser
import Pipeline
import SurveyModel

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract:
      "Xuất dữ liệu phân tích và chương trình tự kiểm tra · the analysis data, and a script that "
      + "checks the results",
    discussion: """
      Thư mục R có dữ liệu đã mã hóa (không có biến cá nhân), kết quả của chương trình này, một
      chương trình R (gói survey) và một chương trình Python (gói svy) tính lại từng con số và nêu
      chỗ khác nhau.
      The folder holds the coded data (no personal variable), this program's results, and an R
      script (package survey) and a Python script (package svy) that compute every figure again and
      say where they differ.
      """)

  @OptionGroup var options: SurveyOptions

  @Option(name: .customLong("r"), help: "Thư mục ghi ra · folder to write")
  var folder: String

  func run() throws {
    let language = options.common.lang
    let session = try options.session()
    let findings = try stoppingInWords(language) { () throws -> [Finding] in
      try session.weigh()
      try session.estimate()
      try session.assess()
      try session.export(to: folder)
      return try session.result().findings
    }
    printFindings(findings, language: language)
    printError(language == .vi ? "Đã ghi: \(folder)" : "Written: \(folder)")
  }
}
