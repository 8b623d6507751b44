import ArgumentParser
import Pipeline
import SurveyModel

extension InterviewsFormat: ExpressibleByArgument {}

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Xuất dữ liệu cho R, DDI, Triple-S · the data for R, DDI and Triple-S",
    discussion: """
      --r: thư mục có dữ liệu đã mã hóa (không có biến cá nhân), kết quả của chương trình này, một \
      chương trình R (gói survey) và một chương trình Python (gói svy) tính lại từng con số và nêu \
      chỗ khác nhau. --interviews: các phiếu đã nhận trong một tệp (CSV, SPSS, SQLite), \
      kèm quyền số cuối cùng nếu kho đã có. --ddi: mô tả khảo sát và dữ liệu theo DDI-Codebook 2.5. --triple-s: dữ liệu và \
      mô tả theo Triple-S 2.0. Không nơi nào có biến cá nhân; bí danh chỉ có trong --interviews khi \
      ghi --with-pseudonyms.
      --r: a folder with the coded data (no personal variable), this program's results, and an R \
      script (package survey) and a Python script (package svy) that compute every figure again and \
      say where they differ. --interviews: the accepted interviews in one file (CSV, SPSS, SQLite), \
      with the final weight if the store has it. --ddi: the survey and its data described in DDI-Codebook 2.5. \
      --triple-s: the data and their description in Triple-S 2.0. No personal variable anywhere; \
      pseudonyms only in --interviews with --with-pseudonyms.
      """)

  @OptionGroup var options: SurveyOptions

  @Option(name: .customLong("r"), help: "Thư mục R ghi ra · R folder to write")
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

  @Flag(
    help: "Thêm bí danh của biến cá nhân vào --interviews · pseudonyms too, with --interviews only")
  var withPseudonyms = false

  @Option(help: "Mô tả dữ liệu DDI-Codebook 2.5 (.xml) · codebook to write")
  var ddi: String?

  @Option(
    name: .customLong("triple-s"),
    help: "Triple-S 2.0: tệp .sss, dữ liệu .csv ghi bên cạnh · metadata, with the data beside it")
  var tripleS: String?

  func validate() throws {
    guard folder != nil || interviews != nil || ddi != nil || tripleS != nil else {
      throw ValidationError(
        "--r, --interviews, --ddi, --triple-s: cần ít nhất một · at least one is needed")
    }
    guard format == nil || interviews != nil else {
      throw ValidationError("--format: chỉ cùng --interviews · with --interviews only")
    }
    guard !withPseudonyms || interviews != nil else {
      throw ValidationError("--with-pseudonyms: chỉ cùng --interviews · with --interviews only")
    }
    if let interviews, format == nil, InterviewsFormat(path: interviews) == nil {
      throw ValidationError("--format: csv, spss, sqlite")
    }
    if let tripleS, !tripleS.lowercased().hasSuffix(".sss"), !tripleS.lowercased().hasSuffix(".xml")
    {
      throw ValidationError("--triple-s: tên tệp .sss hoặc .xml · a file name in .sss or .xml")
    }
  }

  func run() throws {
    let language = options.common.lang
    let session = try options.session()
    var written: [String] = []
    let findings = try stoppingInWords(language) { () throws -> [Finding] in
      var findings: [Finding] = []
      if let folder {
        try session.weigh()
        try session.estimate()
        try session.assess()
        try session.export(to: folder)
        findings = try session.result().findings
        written.append(folder)
      }
      if let ddi {
        try session.exportDDI(to: ddi)
        written.append(ddi)
      }
      if let tripleS { written += try session.exportTripleS(to: tripleS) }
      return findings
    }
    // After the weighing of the others, so that all files have the same weights.
    if let interviews { try write(interviews, session, language) }
    printFindings(findings, language: language)
    for path in written { printError(language == .vi ? "Đã ghi: \(path)" : "Written: \(path)") }
  }

  private func write(_ path: String, _ session: SurveySession, _ language: Language) throws {
    guard let format = format ?? InterviewsFormat(path: path) else { return }
    let written = try stoppingInWords(language) {
      try session.exportInterviews(
        to: path, format: format, language: language, includesPseudonyms: withPseudonyms)
    }
    let weights =
      switch (written.weights, language) {
      case (.written, .vi): "có quyền số"
      case (.written, .en): "with weights"
      case (.none, .vi): "chưa có quyền số: chạy `sipas weigh` trước"
      case (.none, .en): "without weights: run `sipas weigh` first"
      case (.outdated, .vi): "không có quyền số: kho đã thay đổi, chạy lại `sipas weigh`"
      case (.outdated, .en): "without weights: the store has changed, run `sipas weigh` again"
      }
    printError(
      language == .vi
        ? "Đã ghi: \(path) (\(written.count) phiếu, \(weights))"
        : "Written: \(path) (\(written.count) interviews, \(weights))")
  }
}
