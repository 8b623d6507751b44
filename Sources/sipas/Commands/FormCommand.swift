import ArgumentParser
import Pipeline
import SurveyModel

/// In which language a form is printed.
enum FormLanguage: String, ExpressibleByArgument, CaseIterable {
  case vi
  case en
  case both
}

struct FormCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "form",
    abstract:
      "Làm mẫu phiếu: giấy, Excel, điện thoại · the questionnaire as paper, Excel or phone form",
    discussion: """
      Không nêu tệp nào thì in phiếu giấy (HTML, khổ A4) ra đầu ra chuẩn. --count đánh số phiếu, \
      hai chữ số sau dấu gạch là số kiểm tra (ISO 7064, MOD 97-10); không có --count thì số phiếu \
      để trống. --xform dùng cho ODK Collect, KoboCollect, Enketo.
      Without a file the paper form (HTML, A4) goes to standard output. --count numbers the forms, \
      two check digits last (ISO 7064, MOD 97-10); without it the number is left blank. --xform is \
      for ODK Collect, KoboCollect and Enketo.
      """)

  @Argument(help: "Tệp phiếu hỏi · the questionnaire", completion: .file(extensions: ["xml"]))
  var questionnaire: String

  @Option(help: "Tệp khảo sát, cho danh mục huyện, xã… · the survey file, for its code lists")
  var survey: String?

  @Option(help: "Tệp HTML của phiếu giấy · file of the paper form")
  var output: String?

  @Option(help: "Tệp Excel để nhập phiếu · Excel workbook to key forms in")
  var xlsx: String?

  @Option(help: "Tệp XForm · file of the XForm")
  var xform: String?

  @Option(help: "Số phiếu giấy cần in · number of paper forms")
  var count: Int?

  @Option(help: "Số thứ tự đầu tiên · first serial number")
  var from: Int?

  @Flag(help: "In hai mặt: mặt sau phần cắt rời để trống · printed on both sides")
  var twoSided = false

  @Option(help: "Ngôn ngữ: vi, en hoặc both · language")
  var lang: FormLanguage = .vi

  func validate() throws {
    if let count, !(1...mostPaperForms).contains(count) {
      throw ValidationError("--count: 1 … \(mostPaperForms)")
    }
    let first = from ?? 1
    guard first >= 1, first <= FormNumber.largestSerial - (count ?? 1) + 1 else {
      throw ValidationError("--from: 1 … \(FormNumber.largestSerial - (count ?? 1) + 1)")
    }
  }

  func run() throws {
    let language: Language = lang == .en ? .en : .vi
    try stoppingInWords(language) {
      let form = try PreparedForm(questionnairePath: questionnaire, surveyPath: survey)
      printFindings(form.findings, language: language)
      if let xform { try form.write(form.xform(), to: xform) }
      if let xlsx { try form.writeEntryTemplate(to: xlsx, language: language) }
      if output != nil || (xlsx == nil && xform == nil) {
        let paper = form.paper(
          language: language, secondLanguage: lang == .both ? .en : nil, serials: serials,
          isTwoSided: twoSided)
        if let output {
          try form.write(paper, to: output)
        } else {
          printResult(String(decoding: paper, as: UTF8.self))
        }
      }
    }
    for path in [output, xlsx, xform].compactMap({ $0 }) {
      printError(language == .vi ? "Đã ghi: \(path)" : "Written: \(path)")
    }
  }

  private var serials: ClosedRange<Int>? {
    guard count != nil || from != nil else { return nil }
    let first = from ?? 1
    return first...(first + (count ?? 1) - 1)
  }
}
