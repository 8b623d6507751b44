import ArgumentParser
import Pipeline
import SurveyModel

struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: "Ghi ra mẫu báo cáo để sửa · write the template of reports, to change it",
    discussion: """
      Ghi report.xml (thể thức theo Nghị định 30/2020/NĐ-CP, biểu trưng và mọi chữ của báo cáo), \
      page.mustache và style.css vào thư mục. Sửa xong thì kiểm tra bằng sipas check report.xml. Tệp \
      đã có không bao giờ bị ghi đè.
      Writes report.xml (letterhead by decree 30/2020/NĐ-CP, emblem and every text of the report), \
      page.mustache and style.css into the folder. Check your changes with sipas check report.xml. \
      A file that is there is never overwritten.
      """)

  @Argument(help: "Thư mục ghi ra · the folder to write to", completion: .directory)
  var folder: String

  @Option(help: "Ngôn ngữ: vi hoặc en · language")
  var lang: Language = .vi

  func run() throws {
    let paths = try stoppingInWords(lang) { try saveReportTemplate(to: folder) }
    for path in paths { printError(path) }
  }
}
