import Glibc
import SurveyModel

/// A path without its name, as messages name it.
enum MissingThing {
  case file
  case store
}

func fileExists(_ path: String) -> Bool { access(path, F_OK) == 0 }

extension Finding {
  static func missing(_ path: String, what: MissingThing) -> Finding {
    let noun =
      what == .store
      ? LocalizedText(vi: "kho dữ liệu", en: "store") : LocalizedText(vi: "tệp", en: "file")
    return Finding(
      PipelineCodes.fileMissing, at: SourceLocation(file: path),
      message: LocalizedText(
        vi: "không tìm thấy \(noun.text(in: .vi))", en: "the \(noun.text(in: .en)) is missing"),
      remedy: LocalizedText(
        vi:
          "kiểm tra lại đường dẫn\(what == .store ? "; nhập phiếu bằng `sipas import` hoặc `sipas run`" : "")",
        en:
          "check the path\(what == .store ? "; import responses with `sipas import` or `sipas run`" : "")"
      ))
  }

  static func alreadyImported(_ path: String, batch: BatchSummary) -> Finding {
    Finding(
      PipelineCodes.alreadyImported, at: SourceLocation(file: path),
      message: LocalizedText(
        vi: "tệp này đã được nhập (lô \(batch.id)), nội dung không đổi; không có gì thay đổi",
        en: "this file is in the store already (batch \(batch.id)), unchanged; nothing was done"),
      remedy: LocalizedText(
        vi: "không cần làm gì; muốn nhập lại thì rút lô bằng `sipas undo \(batch.id)`",
        en: "nothing to do; to import it anew take the batch out with `sipas undo \(batch.id)`"))
  }

  static func changed(_ path: String, batch: BatchSummary) -> Finding {
    Finding(
      PipelineCodes.fileChanged, at: SourceLocation(file: path),
      message: LocalizedText(
        vi:
          "tệp đã thay đổi sau khi được nhập thành lô \(batch.id); nội dung mới được nhập thành lô mới",
        en:
          "the file has changed since it became batch \(batch.id); what it holds now is a new batch"
      ),
      expected: LocalizedText(
        vi: "phiếu đã có trong kho được đếm là trùng, không đếm hai lần",
        en: "interviews already in the store count as duplicates, never twice"),
      remedy: LocalizedText(
        vi: "nếu tệp mới thay cho tệp cũ: `sipas undo \(batch.id)` rồi chạy lại",
        en: "if the new file replaces the old one: `sipas undo \(batch.id)`, then run again"))
  }

  static func noResponses(_ survey: SurveyDefinition, excluded: Int) -> Finding {
    if excluded > 0 {
      return Finding(
        PipelineCodes.noResponses, at: SourceLocation(file: survey.file),
        message: LocalizedText(
          vi: "không còn phiếu nào để tính: các quyết định đã loại cả \(excluded) phiếu đã nhận",
          en: "no interview is left: decisions leave out all accepted ones (\(excluded))"),
        remedy: LocalizedText(
          vi: "xem `sipas decisions`; rút quyết định sai bằng `sipas withdraw`",
          en: "see `sipas decisions`; take a wrong one back with `sipas withdraw`"))
    }
    return noResponses(survey)
  }

  private static func noResponses(_ survey: SurveyDefinition) -> Finding {
    Finding(
      PipelineCodes.noResponses,
      at: survey.responses.first?.place ?? SourceLocation(file: survey.file),
      message: LocalizedText(
        vi: "không có phiếu nào dùng được: kho trống hoặc mọi tệp, mọi dòng đều bị loại",
        en: "no usable interview: the store is empty, or every file or row was left out"),
      remedy: LocalizedText(
        vi: "xem lý do bằng `sipas rejects`, sửa tệp phiếu rồi nhập lại",
        en: "see the reasons with `sipas rejects`, correct the response files, import again"))
  }
}

extension Finding {
  static func outputExists(_ path: String) -> Finding {
    Finding(
      PipelineCodes.outputExists, at: SourceLocation(file: path),
      message: LocalizedText(
        vi: "tệp này đã có; không ghi đè", en: "this file is there already and is not overwritten"),
      remedy: LocalizedText(
        vi: "chọn tên khác, hoặc xóa tệp cũ nếu không cần nữa",
        en: "choose another name, or delete the old file if it is not needed"))
  }

  static func outputFailed(_ path: String) -> Finding {
    Finding(
      PipelineCodes.outputFailed, at: SourceLocation(file: path),
      message: LocalizedText(
        vi: "không ghi được vào đây", en: "writing here failed"),
      remedy: LocalizedText(
        vi: "kiểm tra quyền ghi và chỗ trống của đĩa, hoặc chọn thư mục khác bằng --output",
        en: "check permissions and free space, or choose another folder with --output"))
  }
}
