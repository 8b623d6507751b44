import ArgumentParser
import Pipeline
import SurveyModel

struct KeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "Khóa tạo bí danh · the key of pseudonyms",
    subcommands: [NewKeyCommand.self])
}

struct NewKeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Tạo tệp khóa mới · make a new key file",
    discussion: """
      Khảo sát có <personal … keep="pseudonym"> cần khóa khi nhập phiếu (--key hoặc SIPAS_KEY). Khóa \
      là 32 byte ngẫu nhiên, chỉ chủ tệp đọc được. Cất riêng khỏi kho dữ liệu và sao lưu: mất khóa \
      thì không nhận lại được người đã trả lời. Tệp đã có không bao giờ bị ghi đè.
      A survey with <personal … keep="pseudonym"> needs a key on import (--key or SIPAS_KEY): 32 \
      random bytes that only the owner of the file may read. Keep it apart from the store, and \
      backed up: without it nobody is recognised again. A file that is there is never overwritten.
      """)

  @Argument(help: "Tệp khóa ghi ra · the key file to write", completion: .file())
  var file: String

  @Option(help: "Ngôn ngữ: vi hoặc en · language")
  var lang: Language = .vi

  func run() throws {
    try stoppingInWords(lang) { try makePseudonymKey(at: file) }
    printError(
      lang == .vi
        ? "Đã tạo khóa: \(file). Cất riêng khỏi kho dữ liệu và giữ một bản sao lưu."
        : "Key made: \(file). Keep it apart from the store, and a backup of it.")
  }
}

/// The key of pseudonyms, for commands that import.
struct KeyOption: ParsableArguments {
  @Option(
    name: .customLong("key"),
    help: ArgumentHelp(
      "Tệp khóa tạo bí danh; mặc định theo SIPAS_KEY · key file of pseudonyms, else SIPAS_KEY",
      valueName: "file"), completion: .file())
  var path: String?
}
