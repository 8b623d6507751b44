import ArgumentParser
import Pipeline
import SurveyModel

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Xuất dữ liệu cho R, DDI, Triple-S · the data for R, DDI and Triple-S",
    discussion: """
      --r: thư mục có dữ liệu đã mã hóa (không có biến cá nhân), kết quả của chương trình này, một \
      chương trình R (gói survey) và một chương trình Python (gói svy) tính lại từng con số và nêu \
      chỗ khác nhau. --ddi: mô tả khảo sát và dữ liệu theo DDI-Codebook 2.5. --triple-s: dữ liệu và \
      mô tả theo Triple-S 2.0. Không nơi nào có biến cá nhân.
      --r: a folder with the coded data (no personal variable), this program's results, and an R \
      script (package survey) and a Python script (package svy) that compute every figure again and \
      say where they differ. --ddi: the survey and its data described in DDI-Codebook 2.5. \
      --triple-s: the data and their description in Triple-S 2.0. No personal variable anywhere.
      """)

  @OptionGroup var options: SurveyOptions

  @Option(name: .customLong("r"), help: "Thư mục R ghi ra · R folder to write")
  var folder: String?

  @Option(help: "Mô tả dữ liệu DDI-Codebook 2.5 (.xml) · codebook to write")
  var ddi: String?

  @Option(
    name: .customLong("triple-s"),
    help: "Triple-S 2.0: tệp .sss, dữ liệu .csv ghi bên cạnh · metadata, with the data beside it")
  var tripleS: String?

  func validate() throws {
    guard folder != nil || ddi != nil || tripleS != nil else {
      throw ValidationError("--r, --ddi, --triple-s: cần ít nhất một · at least one is needed")
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
    printFindings(findings, language: language)
    for path in written { printError(language == .vi ? "Đã ghi: \(path)" : "Written: \(path)") }
  }
}
