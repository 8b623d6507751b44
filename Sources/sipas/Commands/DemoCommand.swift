import ArgumentParser
import Foundation
import Pipeline
import SurveyModel

struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Mẫu đã làm sẵn: Gia Lai 2021, không cần mạng · the worked sample, offline")

  @Option(help: "Thư mục ghi báo cáo · folder for the reports")
  var output = "output/gia-lai-2021"

  @Option(help: "text hoặc json · what to print")
  var format: OutputFormat = .text

  @Option(help: "Ngôn ngữ: vi hoặc en · language")
  var lang: Language = .vi

  func run() throws {
    guard let sample = findSample() else {
      printError(
        lang == .vi
          ? "Không tìm thấy samples/gia-lai-2021/survey.xml cạnh chương trình hay trong thư mục này; hãy đặt SIPAS_HOME."
          : "samples/gia-lai-2021/survey.xml is neither beside the program nor in this folder; set SIPAS_HOME."
      )
      throw ExitCode(66)
    }
    // A store made new for each demo: the table shown is that of the sample, whatever was done before.
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("sipas-demo-\(ProcessInfo.processInfo.processIdentifier)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let options = try SurveyOptions.parse([
      sample, "--store", folder + "/sipas.sqlite", "--lang", lang.rawValue,
    ])
    printError(
      lang == .vi
        ? "Mẫu cố ý có phiếu lỗi. Mỗi loại lỗi một ví dụ (đủ trong rejects.csv):\n"
        : "The sample has faulty rows on purpose. One example of each kind (all in rejects.csv):\n")
    try runSurvey(
      options: options, output: output, format: format, strict: false, failOnMissed: false,
      findingLimit: 1)
  }

  /// The sample in SIPAS_HOME, or in this folder or one above it, or above the program.
  private func findSample() -> String? {
    let name = "samples/gia-lai-2021/survey.xml"
    var starts = [FileManager.default.currentDirectoryPath]
    if let home = ProcessInfo.processInfo.environment["SIPAS_HOME"] { starts.insert(home, at: 0) }
    if let program = Bundle.main.executablePath { starts.append(program) }
    for start in starts {
      var folder = URL(fileURLWithPath: start).standardizedFileURL
      for _ in 0..<8 {
        let candidate = folder.appendingPathComponent(name).path
        if FileManager.default.fileExists(atPath: candidate) {
          let here = FileManager.default.currentDirectoryPath + "/"
          return candidate.hasPrefix(here) ? String(candidate.dropFirst(here.count)) : candidate
        }
        folder.deleteLastPathComponent()
      }
    }
    return nil
  }
}
