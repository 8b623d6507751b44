package import SurveyModel

extension StoreError {
  /// The error as a person reads it, with what to do.
  package var finding: Finding {
    switch self {
    case .folderMissing(let path):
      Self.say(
        StorageFindingCode.folderMissing, path,
        vi: "không có thư mục để đặt tệp lưu trữ", en: "there is no folder to put the store in",
        remedy: LocalizedText(
          vi: "tạo thư mục trước, hoặc chỉ đường dẫn khác bằng --store",
          en: "make the folder first, or give another path with --store"))
    case .cannotWrite(let path):
      Self.say(
        StorageFindingCode.cannotWrite, path,
        vi: "không được phép ghi tệp lưu trữ hoặc thư mục chứa nó",
        en: "the store file or its folder may not be written",
        remedy: LocalizedText(
          vi: "xin quyền ghi cho cả tệp và thư mục, hoặc chỉ đường dẫn khác bằng --store",
          en: "ask for permission to write both the file and its folder, or give another path "
            + "with --store"))
    case .cannotOpen(let path, let reason):
      Self.say(
        StorageFindingCode.cannotOpen, path, vi: "không mở được tệp lưu trữ",
        en: "the store file cannot be opened", found: LocalizedText(vi: reason, en: reason),
        remedy: LocalizedText(
          vi: "kiểm tra đường dẫn và quyền truy cập tệp",
          en: "check the path and the permissions of the file"))
    case .notAStore(let path, let what): Self.foreign(path, what)
    case .newerVersion(let path, let found, let known):
      Self.say(
        StorageFindingCode.newerVersion, path,
        vi: "tệp lưu trữ do phiên bản chương trình mới hơn tạo ra",
        en: "the store was made by a newer version of the program",
        found: LocalizedText(vi: "cấu trúc số \(found)", en: "layout number \(found)"),
        expected: LocalizedText(vi: "đến số \(known)", en: "up to number \(known)"),
        remedy: LocalizedText(
          vi: "cài phiên bản sipas mới, hoặc dùng tệp lưu trữ khác; tệp này không bị thay đổi",
          en: "install the newer sipas, or use another store; this file was not changed"))
    case .locked(let path):
      Self.say(
        StorageFindingCode.locked, path, vi: "chương trình khác đang ghi vào tệp lưu trữ",
        en: "another program is writing to the store",
        remedy: LocalizedText(
          vi: "chờ chương trình kia xong hoặc đóng nó rồi chạy lại; không có gì bị thay đổi",
          en: "wait for the other program or close it, then run again; nothing was changed"))
    case .diskFull(let path):
      Self.say(
        StorageFindingCode.diskFull, path, vi: "ổ đĩa đã đầy khi ghi tệp lưu trữ",
        en: "the disk became full while the store was written",
        remedy: LocalizedText(
          vi: "giải phóng chỗ trống rồi chạy lại; lô đang ghi đã được bỏ trọn vẹn",
          en: "free some space and run again; what was being written was taken back whole"))
    case .corrupted(let path, let detail):
      Self.say(
        StorageFindingCode.corrupted, path, vi: "tệp lưu trữ bị hỏng",
        en: "the store file is damaged", found: LocalizedText(vi: detail, en: detail),
        remedy: LocalizedText(
          vi: "lấy lại tệp từ bản sao lưu, hoặc xóa tệp và nhập lại các tệp trả lời",
          en: "restore the file from a backup, or delete it and import the response files again"))
    case .inputOutput(let path, let reason):
      Self.say(
        StorageFindingCode.inputOutput, path, vi: "ổ đĩa báo lỗi khi đọc hoặc ghi tệp lưu trữ",
        en: "the disk failed to read or write the store",
        found: LocalizedText(vi: reason, en: reason),
        remedy: LocalizedText(
          vi: "kiểm tra ổ đĩa hoặc kết nối mạng tới ổ đĩa, rồi chạy lại",
          en: "check the disk, or the network to it, and run again"))
    case .unknownSurvey(let path, let survey): Self.unknownSurvey(path, survey)
    case .changedMeanwhile(let path, let survey): Self.changedMeanwhile(path, survey)
    case .figuresChangedMeanwhile(let path, let plan): Self.figuresChangedMeanwhile(path, plan)
    case .alreadyImported(let path, let batch, let file, let importedAt):
      Self.alreadyImported(path, batch: batch, file: file, importedAt: importedAt)
    case .unknownBatch(let path, let batch): Self.unknownBatch(path, batch)
    case .alreadyUndone(let path, let batch, let at): Self.alreadyUndone(path, batch, at: at)
    case .codeNotInList(let path, let field, let code, let batch, let file):
      Self.codeNotInList(path, field: field, code: code, batch: batch, file: file)
    case .kindChanged(let path, let field, let stored, let wanted, let batch):
      Self.kindChanged(path, field: field, stored: stored, wanted: wanted, batch: batch)
    case .otherKey(let path): Self.otherKey(path)
    case .failed(let path, let reason): Self.failure(path, reason)
    }
  }

  private static func foreign(_ path: String, _ what: ForeignFile) -> Finding {
    let found =
      switch what {
      case .folder: LocalizedText(vi: "một thư mục", en: "a folder")
      case .notSQLite:
        LocalizedText(vi: "một tệp không phải SQLite", en: "a file that is not SQLite")
      case .otherDatabase:
        LocalizedText(
          vi: "cơ sở dữ liệu SQLite của chương trình khác",
          en: "a SQLite database of another program")
      }
    return say(
      StorageFindingCode.notAStore, path, vi: "đây không phải là tệp lưu trữ của sipas",
      en: "this is not a sipas store", found: found,
      expected: LocalizedText(
        vi: "tệp do sipas tạo, hoặc đường dẫn chưa có tệp",
        en: "a file made by sipas, or a path where no file stands yet"),
      remedy: LocalizedText(
        vi: "chỉ đường dẫn khác bằng --store; tệp này không bị thay đổi",
        en: "give another path with --store; this file was not changed"))
  }

  static func say(
    _ code: FindingCode, _ path: String, vi: String, en: String, found: LocalizedText? = nil,
    expected: LocalizedText? = nil, remedy: LocalizedText, subject: String? = nil
  ) -> Finding {
    Finding(
      code, at: SourceLocation(file: path), message: LocalizedText(vi: vi, en: en), found: found,
      expected: expected, remedy: remedy, subject: subject)
  }
}
