import ArgumentParser
import Foundation
import Pipeline
import SurveyModel

struct BatchesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batches", abstract: "Liệt kê các lô đã nhập · list the batches of a store")

  @Option(help: "Kho dữ liệu · the store file")
  var store = "sipas.sqlite"

  @Option(help: "Ngôn ngữ: vi hoặc en · language")
  var lang: Language = .vi

  func run() throws {
    let batches = try stoppingInWords(lang) { try storedBatches(storePath: store) }
    printResult(batchTable(batches, language: lang))
  }
}

struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Rút một lô đã nhập · take a batch back out, keep its record")

  @Argument(help: "Số lô (xem `sipas batches`) · number of the batch")
  var batch: Int64

  @Option(help: "Kho dữ liệu · the store file")
  var store = "sipas.sqlite"

  @Option(help: "Ngôn ngữ: vi hoặc en · language")
  var lang: Language = .vi

  func run() throws {
    let undone = try stoppingInWords(lang) {
      try undoBatch(batch, storePath: store, invocation: invocation())
    }
    printResult(batchTable([undone], language: lang))
  }
}

struct RejectsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rejects",
    abstract: "Các phiếu bị loại và lý do · rows that were left out, and why")

  @Option(help: "Kho dữ liệu · the store file")
  var store = "sipas.sqlite"

  @Option(help: "Ghi thành CSV · write all of them as CSV")
  var csv: String?

  @Option(help: "Chỉ lô này · only this batch")
  var batch: Int64?

  @Option(help: "Ngôn ngữ: vi hoặc en · language")
  var lang: Language = .vi

  func run() throws {
    let rejects = try stoppingInWords(lang) { try storedRejects(storePath: store, batch: batch) }
    if let csv {
      try stoppingInWords(lang) { try writeRejects(rejects, to: csv, language: lang) }
    } else {
      printResult(
        renderFindings(rejects.flatMap(\.row.findings), language: lang, inColour: wantsColour))
    }
  }
}
