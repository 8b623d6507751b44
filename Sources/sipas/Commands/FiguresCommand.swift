import ArgumentParser
import Pipeline
import SurveyModel

struct FiguresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures",
    abstract: "Số liệu nhập và đánh giá cho kế hoạch · entered figures and judgements of a plan",
    discussion: """
      Nhiều mục tiêu không lấy từ khảo sát: số liệu của chúng được nhập kèm nguồn, yêu cầu bằng lời
      được người có trách nhiệm đánh giá. Mỗi lần nhập là một bản ghi; thay hay rút đều để lại vết.
      Many targets are not from the survey: their figures are entered with a source, requirements in
      words are judged by a person. Every entry is kept; replacing and withdrawing leave their trace.
      """,
    subcommands: [
      ListFigures.self, EnterFigure.self, ImportFigures.self, JudgeTarget.self,
      WithdrawFigure.self,
    ], defaultSubcommand: ListFigures.self)
}

/// Options of the commands that work on a plan.
struct PlanOptions: ParsableArguments {
  @Option(
    help: "Tệp khảo sát, hoặc tệp kế hoạch · the survey file, or a plan file",
    completion: .file(extensions: ["xml"]))
  var survey: String

  @OptionGroup var common: StoreOptions

  /// Opens the plan, does something with it, closes the store.
  func session<Value>(_ body: (PlanSession) throws -> Value) throws -> Value {
    try stoppingInWords(common.lang) {
      let session = try PlanSession(
        path: survey, storePath: common.store, invocation: invocation())
      let value = try body(session)
      try session.close()
      return value
    }
  }
}

struct ListFigures: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Số liệu đã có và còn thiếu, theo năm và cơ quan · figures there and missing")

  @OptionGroup var options: PlanOptions

  @Option(help: "Chỉ năm này · only this year")
  var year: Int?

  @Option(help: "Chỉ việc cơ quan này chủ trì · only what this agency leads")
  var agency: String?

  @Flag(help: "Chỉ những gì còn thiếu · only what is missing")
  var missing = false

  @Flag(help: "Mọi lần nhập, cả đã thay và đã rút · every entry, replaced and withdrawn too")
  var history = false

  @Option(help: "text, csv hoặc json · what to print")
  var format: ListingFormat = .text

  func validate() throws {
    if history && format == .csv {
      throw ValidationError(
        "--history in text hoặc json · --history prints text or json")
    }
  }

  func run() throws {
    let language = options.common.lang
    let text = try options.session { session -> String in
      if history && format == .text {
        let entries = try session.entries()
        let judgements = try session.judgements()
        let tables = [session.entryTable(entries, language: language)]
        return
          (judgements.isEmpty
          ? tables : tables + [judgementTable(judgements, language: language)])
          .joined(separator: "\n\n")
      }
      let overview = try session.overview(year: year, agency: agency, isMissingOnly: missing)
      switch format {
      case .text: return figureTable(overview, language: language)
      case .csv: return figureSheet(overview, language: language)
      case .json:
        return figureText(
          overview, entries: history ? try session.entries() : nil,
          judgements: history ? try session.judgements() : nil)
      }
    }
    printResult(text)
  }
}

struct EnterFigure: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "enter",
    abstract: "Nhập một số liệu của một năm, kèm nguồn · enter a figure of a year, with its source")

  @OptionGroup var options: PlanOptions

  @Argument(
    help: "Mã hoặc tên số liệu, hoặc mã mục tiêu · id or name of the figure, or id of a target")
  var figure: String

  @Option(help: "Năm của số liệu · the year it is of")
  var year: Int

  @Argument(help: "Giá trị, dấu phẩy hoặc dấu chấm thập phân · the value, decimal comma or point")
  var value: String

  @Option(help: "Nguồn, ví dụ \"628/QĐ-BNV\" · where it is published")
  var source: String

  @Option(help: "Đơn vị, để đối chiếu · its unit, to be sure")
  var unit: String?

  @Option(help: "Vì sao thay số đã nhập · why it replaces an entered value")
  var reason: String?

  @Option(help: "Người nhập; mặc định là người dùng máy · who enters it")
  var by: String?

  @Flag(help: "Là tốc độ tăng, có thể ngoài 0–100 % · a growth rate, may lie outside 0–100 %")
  var growth = false

  func run() throws {
    let language = options.common.lang
    let (recording, table) = try options.session { session in
      let recording = try session.enter(
        [
          FigureRequest(
            figure: PlacedText(figure), year: PlacedText("\(year)"), value: PlacedText(value),
            unit: unit.map { PlacedText($0) }, source: PlacedText(source))
        ], reason: reason, by: by, isGrowth: growth)
      return (recording, session.entryTable(recording.entries, language: language))
    }
    printFindings(recording.findings, language: language)
    printResult(table)
  }
}

struct ImportFigures: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Nhập số liệu từ tệp CSV, tất cả hoặc không · enter figures from CSV, all or none",
    discussion: """
      Cột: figure (hoặc target), year, value, unit, source, tùy ý reason; tên cột tiếng Việt cũng
      được: số liệu, năm, giá trị, đơn vị, nguồn, lý do. `sipas figures --format csv` in sẵn tệp để
      điền; dòng chưa có giá trị và nguồn được bỏ qua.
      Columns: figure (or target), year, value, unit, source, perhaps reason; Vietnamese names do
      too. `sipas figures --format csv` prints a sheet to fill in; rows without value and source are
      passed over.
      """)

  @OptionGroup var options: PlanOptions

  @Argument(help: "Tệp số liệu · the file of figures", completion: .file(extensions: ["csv"]))
  var file: String

  @Flag(help: "Chỉ kiểm tra, không ghi gì · check all, record nothing")
  var dryRun = false

  @Option(help: "Vì sao thay các số đã nhập · why entered values are replaced")
  var reason: String?

  @Option(help: "Người nhập; mặc định là người dùng máy · who enters them")
  var by: String?

  @Flag(help: "Là tốc độ tăng, có thể ngoài 0–100 % · growth rates, may lie outside 0–100 %")
  var growth = false

  func run() throws {
    let language = options.common.lang
    let (recording, table) = try options.session { session in
      let recording = try session.importFigures(
        from: file, reason: reason, by: by, isGrowth: growth, isTrial: dryRun)
      return (recording, session.entryTable(recording.entries, language: language))
    }
    printFindings(recording.findings, language: language)
    printResult(table)
    if dryRun {
      printResult(
        language == .vi
          ? "Chạy thử: chưa ghi gì vào kho." : "Dry run: nothing was recorded.")
    }
  }
}

struct WithdrawFigure: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "Rút một lần nhập hoặc đánh giá · take an entry or a judgement back",
    discussion: """
      Bản ghi vẫn còn; nếu lần nhập này đã thay một số trước đó thì số ấy có hiệu lực trở lại.
      The record stays; a value that the entry had replaced holds again.
      """)

  @OptionGroup var options: PlanOptions

  @Argument(help: "Số của lần nhập, xem --history · number of the entry, see --history")
  var number: Int64

  @Flag(help: "Số này là của một đánh giá · the number is that of a judgement")
  var judgement = false

  @Option(help: "Vì sao · why, for the record")
  var reason: String

  @Option(help: "Người rút; mặc định là người dùng máy · who withdraws it")
  var by: String?

  func run() throws {
    let language = options.common.lang
    let table = try options.session { session -> String in
      if judgement {
        let (withdrawn, holds) = try session.withdrawJudgement(number, reason: reason, by: by)
        return judgementTable([withdrawn] + [holds].compactMap { $0 }, language: language)
      }
      let (withdrawn, holds) = try session.withdrawFigure(number, reason: reason, by: by)
      return session.entryTable([withdrawn] + [holds].compactMap { $0 }, language: language)
    }
    printResult(table)
  }
}
