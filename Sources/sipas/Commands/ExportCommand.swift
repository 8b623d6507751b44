import ArgumentParser
import Pipeline
import SurveyModel

extension InterviewsFormat: ExpressibleByArgument {}

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
      --interviews ghi các phiếu đã nhận thành một tệp (CSV, SPSS, SQLite), kèm quyền số cuối cùng
      nếu kho đã có. --interviews writes the accepted interviews to one file (CSV, SPSS, SQLite),
      with the final weight if the store has it.
      """)

  @OptionGroup var options: SurveyOptions

  @Option(name: .customLong("r"), help: "Thư mục ghi ra · folder to write")
  var folder: String?

  @Option(
    help: """
      Tệp để ghi các phiếu đã nhận: .csv, .sav, .sqlite; không có biến cá nhân · file for the \
      accepted interviews; no personal variable
      """)
  var interviews: String?

  @Option(
    help: "Định dạng của --interviews; mặc định theo đuôi tệp · format, by default the extension's")
  var format: InterviewsFormat?

  func validate() throws {
    guard (folder == nil) != (interviews == nil) else {
      throw ValidationError("--r hoặc · or --interviews")
    }
    guard format == nil || interviews != nil else {
      throw ValidationError("--format: chỉ cùng --interviews · with --interviews only")
    }
    if let interviews, format == nil, InterviewsFormat(path: interviews) == nil {
      throw ValidationError("--format: csv, spss, sqlite")
    }
  }

  func run() throws {
    let language = options.common.lang
    let session = try options.session()
    if let interviews { return try write(interviews, session, language) }
    guard let folder else { return }
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

  private func write(_ path: String, _ session: SurveySession, _ language: Language) throws {
    guard let format = format ?? InterviewsFormat(path: path) else { return }
    let written = try stoppingInWords(language) {
      try session.exportInterviews(to: path, format: format, language: language)
    }
    let count = written.interviews
    printError(
      language == .vi
        ? "Đã ghi: \(path) (\(count) phiếu, \(written.hasWeights ? "có" : "chưa có") quyền số)"
        : "Written: \(path) (\(count) interviews, \(written.hasWeights ? "with" : "without") weights)"
    )
  }
}
