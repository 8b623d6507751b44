import ArgumentParser
import Foundation
import Pipeline
import SurveyModel

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Nhập tệp phiếu vào kho · import response files, one batch each")

  @Argument(
    help: "Tệp hoặc thư mục phiếu: CSV, XLSX, ODK, JSON · response files, folders of submissions",
    completion: .file())
  var files: [String]

  @Option(help: "Tệp khảo sát · the survey file", completion: .file(extensions: ["xml"]))
  var survey: String

  @OptionGroup var common: StoreOptions

  @OptionGroup var key: KeyOption

  @Flag(help: "Thoát 65 nếu có phiếu bị loại · exit 65 when a row was rejected")
  var strict = false

  @Flag(help: "Chỉ thử: cho biết việc nhập sẽ ra sao, không ghi gì · only say what would happen")
  var dryRun = false

  @Option(help: "Dạng in của --dry-run: text hoặc json · how --dry-run is printed")
  var format: OutputFormat = .text

  @Option(
    help: ArgumentHelp(
      "Viết tệp nối cột để xác nhận; cần --dry-run · write the mapping for a person to confirm",
      valueName: "map.xml"), completion: .file(extensions: ["xml"]))
  var saveMapping: String?

  func validate() throws {
    if saveMapping != nil && !dryRun {
      throw ValidationError("--save-mapping cần --dry-run · --save-mapping needs --dry-run")
    }
    if format != .text && !dryRun {
      throw ValidationError("--format cần --dry-run · --format needs --dry-run")
    }
  }

  func run() throws {
    let session = try stoppingInWords(common.lang) {
      try SurveySession(
        surveyPath: survey, storePath: common.store, invocation: invocation(key: key.path),
        isTrial: dryRun)
    }
    let batches = try stoppingInWords(common.lang) {
      try session.importResponses(files: files, progress: progressOnTerminal)
    }
    let rejects = try stoppingInWords(common.lang) {
      try session.rejectFindings(of: batches.map(\.id))
    }
    if let saveMapping {
      try stoppingInWords(common.lang) { try session.saveMapping(to: saveMapping) }
    }
    let findings = rejects + session.notices + session.refusals
    printFindings(findings, language: common.lang)
    printResult(
      !dryRun
        ? batchTable(batches, language: common.lang)
        : format == .text
          ? importTrialTable(session.readings, language: common.lang)
          : importTrialJSON(
            session.readings, survey: session.survey.definition, findings: findings))
    let counts = batches.reduce(ImportCounts()) { $0 + $1.counts }
    let nothingUsable = counts.read > 0 && counts.accepted + counts.duplicate + counts.erased == 0
    if !session.refusals.isEmpty || nothingUsable
      || (strict && batches.contains { $0.counts.rejected > 0 })
    {
      throw ExitCode(RunStopped.Exit.badData.rawValue)
    }
  }
}

/// Says how far the import is, only where a person watches.
func progressOnTerminal(_ done: Int, _ total: Int, _ file: String) {
  guard isatty(2) == 1, total > 1 else { return }
  let end = done == total ? "\r\u{1B}[K" : ""
  _ = write("\r\u{1B}[K\(done)/\(total) \(file)\(end)", to: STDERR_FILENO)
}
