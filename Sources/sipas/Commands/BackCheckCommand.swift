import ArgumentParser
import Pipeline
import SurveyModel

struct BackCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backcheck",
    abstract: "Phúc tra: rút thăm phiếu hỏi lại và so sánh · back-checks: draw and compare",
    subcommands: [Draw.self, Compare.self])
}

extension BackCheckCommand {
  struct Draw: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "draw",
      abstract: "Rút thăm phiếu để hỏi lại · draw interviews to be asked again",
      discussion: """
        Rút ngẫu nhiên trong từng nhóm những phiếu không bị loại; cùng hạt giống thì cùng danh sách.
        Tệp có mã phiếu, các biến để tìm phiếu và cột trống cho câu hỏi lại: mặc định hai câu của mỗi
        yếu tố và các biến phân loại. Không có câu trả lời cũ, không có biến cá nhân. Điền rồi dùng
        `sipas backcheck compare`.
        Draws at random within each group among interviews that are not excluded; the same seed gives
        the same list. The file has the interview id, the variables that find the interview, and
        blank columns for what is asked again: two items of each factor and the category variables
        unless named. No earlier answer, nothing personal. Fill it in, then use
        `sipas backcheck compare`.
        """)

    @Option(help: "Tệp khảo sát · the survey file", completion: .file(extensions: ["xml"]))
    var survey: String

    @Option(
      help: "Phần trăm số phiếu của mỗi nhóm, làm tròn lên · percent of each group, rounded up")
    var share: Double?

    @Option(help: "Số phiếu của mỗi nhóm · interviews of each group")
    var perGroup: Int?

    @Option(help: "Tổng số phiếu, chia theo tỷ lệ các nhóm · interviews in all, in proportion")
    var count: Int?

    @Option(help: "Hạt giống của rút thăm · seed of the draw")
    var seed: UInt64

    @Option(
      help: """
        Biến chia nhóm; mặc định điều tra viên, nếu không có thì đơn vị mẫu · the variable that groups
        """)
    var by: String?

    @Option(parsing: .upToNextOption, help: "Biến và câu hỏi hỏi lại · fields to ask again")
    var fields: [String] = []

    @Flag(
      help: "Thêm mọi phiếu bị `sipas quality` nêu · add all interviews that `sipas quality` flags")
    var includeFlagged = false

    @Option(help: "Tệp CSV để điền, chưa có · the CSV file to be filled in, not there yet")
    var output: String

    @OptionGroup var common: StoreOptions

    private var size: BackCheckSize? {
      switch (share, perGroup, count) {
      case (let share?, nil, nil) where share > 0 && share <= 100: .share(share)
      case (nil, let number?, nil) where number > 0: .perGroup(number)
      case (nil, nil, let number?) where number > 0: .count(number)
      default: nil
      }
    }

    func validate() throws {
      if size == nil {
        throw ValidationError(
          "nêu một trong --share (trên 0, đến 100), --per-group, --count (từ 1) · "
            + "give one of --share (above 0, to 100), --per-group, --count (from 1)")
      }
    }

    func run() throws {
      guard let size else { return }
      let drawn = try stoppingInWords(common.lang) { () throws -> DrawnBackCheck in
        let session = try SurveySession(
          surveyPath: survey, storePath: common.store, invocation: invocation())
        let drawn = try session.drawBackCheck(
          size, seed: seed, by: by, fields: fields, includesFlagged: includeFlagged, to: output)
        try session.close()
        return drawn
      }
      printFindings(drawn.findings, language: common.lang)
      printResult(drawn.text(language: common.lang, width: terminalWidth()))
    }
  }

  struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "compare",
      abstract: "So sánh phiếu đã hỏi lại với kho · compare interviews asked again with the store",
      discussion: """
        Tệp được đọc theo quy tắc nhập phiếu và so với kho sau mọi quyết định. Thông tin thực tế và ý
        kiến tính riêng; mỗi nhóm so với các nhóm kia. Không phiếu nào bị loại hay sửa.
        The file is read by the rules of an import and compared with the store as decided. Facts and
        opinions stand apart; each group is compared with the others. Nothing is excluded or changed.
        """)

    @Argument(help: "Tệp phúc tra đã điền · the filled-in back-check", completion: .file())
    var file: String

    @Option(help: "Tệp khảo sát · the survey file", completion: .file(extensions: ["xml"]))
    var survey: String

    @Option(
      help:
        "Danh sách rút thăm ban đầu, để biết phiếu thiếu · the list as drawn, to tell who is missing",
      completion: .file())
    var drawn: String?

    @Option(
      help: """
        Biến chia nhóm; mặc định điều tra viên, nếu không có thì đơn vị mẫu · the variable that groups
        """)
    var by: String?

    @Option(help: "text, json hoặc csv · what to print")
    var format: ListingFormat = .text

    @Option(help: "Ghi mọi câu trả lời khác nhau ra tệp CSV · write every difference to a CSV file")
    var output: String?

    @OptionGroup var common: StoreOptions

    func validate() throws {
      if let output, [file, survey, drawn].contains(output) {
        throw ValidationError(
          "tệp ghi ra phải khác các tệp đọc vào · a file that is written is none of those read")
      }
    }

    func run() throws {
      let compared = try stoppingInWords(common.lang) { () throws -> ComparedBackCheck in
        let session = try SurveySession(
          surveyPath: survey, storePath: common.store, invocation: invocation())
        let compared = try session.compareBackCheck(file, drawn: drawn, by: by)
        if let output { try compared.writeDifferences(to: output) }
        try session.close()
        return compared
      }
      printFindings(compared.findings, language: common.lang)
      printResult(
        compared.text(format: format, language: common.lang, width: terminalWidth()))
    }
  }
}
