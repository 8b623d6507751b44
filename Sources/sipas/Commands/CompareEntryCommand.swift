import ArgumentParser
import Pipeline
import SurveyModel

struct CompareEntryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare-entry",
    abstract: "So sánh hai lần nhập cùng một tập phiếu · compare two entries of the same forms",
    discussion: """
      Hai tệp được đọc theo mọi quy tắc nhập phiếu, ghép theo mã phiếu và so từng ô sau khi giải mã:
      mã và nhãn của nó là một. Kho dữ liệu không được mở. Sổ đính chính để trống cột new và reason:
      người đối chiếu với phiếu giấy ghi vào, xóa dòng không cần sửa, rồi dùng
      `sipas correct --log`. Cột old là giá trị của tệp thứ nhất, tệp được nhập vào kho.
      Both files are read by all rules of an import, matched by interview id and compared cell by
      cell once decoded: a code and its label are one. The store is not opened. The log of
      corrections leaves new and reason blank: a person fills them in from the paper form, deletes
      rows that need no correction, and uses `sipas correct --log`. Old is the answer of the first
      file, the one that is imported.
      """)

  @Argument(help: "Lần nhập thứ nhất · the first entry", completion: .file())
  var first: String

  @Argument(help: "Lần nhập thứ hai · the second entry", completion: .file())
  var second: String

  @Option(help: "Tệp khảo sát · the survey file", completion: .file(extensions: ["xml"]))
  var survey: String

  @Option(help: "Dạng in: text, json hoặc csv · how to print")
  var format: EntryFormat = .text

  @Option(help: "Ghi mọi chỗ khác nhau ra tệp CSV · write every difference to a CSV file")
  var output: String?

  @Option(help: "Ghi sổ đính chính CSV để điền · write a log of corrections to be filled in")
  var corrections: String?

  @Option(help: "Ngôn ngữ: vi hoặc en · language")
  var lang: Language = .vi

  enum EntryFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case csv
  }

  func validate() throws {
    let read = [first, second, survey]
    let written = [output, corrections].compactMap { $0 }
    if written.contains(where: read.contains) || Set(written).count < written.count {
      throw ValidationError(
        "tệp ghi ra phải khác các tệp đọc vào và khác nhau · "
          + "a file that is written is none of those read, nor the other one written")
    }
  }

  func run() throws {
    let (compared, leftOut) = try stoppingInWords(lang) {
      () throws -> (ComparedEntries, [Finding]) in
      let compared = try compareEntries(first, second, surveyPath: survey)
      if let output { try compared.writeDifferences(to: output) }
      return (compared, try corrections.map { try compared.writeCorrections(to: $0) } ?? [])
    }
    printFindings(compared.findings + leftOut, language: lang)
    switch format {
    case .text: printResult(compared.text(language: lang, width: terminalWidth()))
    case .json: printResult(compared.json())
    case .csv: printResult(compared.csv())
    }
  }
}
