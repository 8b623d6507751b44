internal import SurveyModel

/// The findings about surveys, batches and columns; the file itself is in order.
extension StoreError {
  static func unknownSurvey(_ path: String, _ survey: String) -> Finding {
    say(
      StorageFindingCode.unknownSurvey, path,
      vi: "cuộc khảo sát \(survey) không có trong tệp lưu trữ",
      en: "the survey \(survey) is not in the store",
      remedy: LocalizedText(
        vi: "nhập phiếu của cuộc khảo sát trước, hoặc chỉ đúng tệp lưu trữ bằng --store",
        en: "import responses of the survey first, or give its store with --store"),
      subject: survey)
  }

  static func changedMeanwhile(_ path: String, _ survey: String) -> Finding {
    say(
      StorageFindingCode.changedMeanwhile, path,
      vi: "phiếu của \(survey) đã được một lần chạy khác thay đổi",
      en: "another run changed the responses of \(survey)",
      remedy: LocalizedText(
        vi: "chạy lại; lần này chưa lưu gì", en: "run again; nothing was stored this time"),
      subject: survey)
  }

  static func figuresChangedMeanwhile(_ path: String, _ plan: String) -> Finding {
    say(
      StorageFindingCode.figuresChangedMeanwhile, path,
      vi: "số liệu của kế hoạch \(plan) đã được một lần chạy khác thay đổi",
      en: "another run changed the figures of the plan \(plan)",
      remedy: LocalizedText(
        vi: "xem `sipas figures` rồi chạy lại; lần này chưa lưu gì",
        en: "see `sipas figures` and run again; nothing was stored this time"),
      subject: plan)
  }

  static func otherKey(_ path: String) -> Finding {
    say(
      StorageFindingCode.otherKey, path,
      vi: "bí danh trong tệp lưu trữ được tạo bằng khóa khác",
      en: "the store's pseudonyms were made with another key",
      expected: LocalizedText(
        vi: "khóa đã dùng khi nhập lần đầu", en: "the key of the first import"),
      remedy: LocalizedText(
        vi: "chỉ đúng tệp khóa; nếu đã mất, hoàn tác các lô có bí danh rồi nhập lại với khóa mới",
        en: "name that key file; if it is lost, undo the batches with pseudonyms and import them "
          + "again with a new key"))
  }

  static func alreadyImported(
    _ path: String, batch: Int64, file: String, importedAt: String
  ) -> Finding {
    say(
      StorageFindingCode.alreadyImported, path, vi: "tệp này đã được nhập trước đó",
      en: "this file has been imported before",
      found: LocalizedText(
        vi: "lô \(batch), \(file), nhập lúc \(importedAt)",
        en: "batch \(batch), \(file), imported at \(importedAt)"),
      remedy: LocalizedText(
        vi: "không cần làm gì; để nhập lại, hãy hoàn tác lô \(batch) trước",
        en: "nothing to do; to import it again, undo batch \(batch) first"))
  }

  static func unknownBatch(_ path: String, _ batch: Int64) -> Finding {
    say(
      StorageFindingCode.unknownBatch, path, vi: "không có lô nhập số \(batch)",
      en: "there is no batch \(batch)",
      remedy: LocalizedText(
        vi: "xem các lô bằng lệnh sipas batches", en: "list the batches with sipas batches"))
  }

  static func alreadyUndone(_ path: String, _ batch: Int64, at: String) -> Finding {
    say(
      StorageFindingCode.alreadyUndone, path, vi: "lô nhập số \(batch) đã được hoàn tác lúc \(at)",
      en: "batch \(batch) was already undone at \(at)",
      remedy: LocalizedText(vi: "không cần làm gì", en: "nothing to do"))
  }

  static func codeNotInList(
    _ path: String, field: String, code: String, batch: Int64, file: String
  ) -> Finding {
    say(
      StorageFindingCode.codeNotInList, path,
      vi: "phiếu đã lưu trả lời \(field) bằng mã không còn trong danh sách mã",
      en: "stored responses answer \(field) with a code that is no longer in its code list",
      found: LocalizedText(
        vi: "mã \(code), lô \(batch) (\(file))", en: "code \(code), batch \(batch) (\(file))"),
      remedy: LocalizedText(
        vi: "đưa mã \(code) trở lại danh sách mã của \(field), hoặc hoàn tác lô \(batch)",
        en: "put code \(code) back into the code list of \(field), or undo batch \(batch)"),
      subject: field)
  }

  static func kindChanged(
    _ path: String, field: String, stored: String, wanted: String, batch: Int64
  ) -> Finding {
    say(
      StorageFindingCode.kindChanged, path,
      vi: "kiểu của \(field) đã thay đổi kể từ khi phiếu được lưu",
      en: "the kind of \(field) has changed since its responses were stored",
      found: LocalizedText(vi: "\(stored), lô \(batch)", en: "\(stored), batch \(batch)"),
      expected: LocalizedText(vi: wanted, en: wanted),
      remedy: LocalizedText(
        vi: "hoàn tác lô \(batch) và nhập lại tệp, hoặc đổi lại kiểu của \(field)",
        en: "undo batch \(batch) and import its file again, or change the kind of \(field) back"),
      subject: field)
  }

  static func failure(_ path: String, _ reason: String) -> Finding {
    say(
      StorageFindingCode.failed, path, vi: "tệp lưu trữ báo một lỗi không lường trước",
      en: "the store reported an unforeseen fault", found: LocalizedText(vi: reason, en: reason),
      remedy: LocalizedText(
        vi: "chạy lại; nếu vẫn lỗi, gửi dòng này cho người bảo trì chương trình",
        en: "run again; if it happens again, send this line to the program's maintainers"))
  }
}
