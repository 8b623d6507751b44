import Glibc
package import SurveyModel

/// Findings about a delimited file as a whole.
package enum FileFinding {
  package static func failed(_ failure: ByteFile.Failure, file: String) -> Finding {
    if failure.isMissing {
      return Finding(
        DelimitedTextCodes.fileMissing, at: SourceLocation(file: file),
        message: LocalizedText(vi: "không tìm thấy tệp", en: "the file does not exist"),
        remedy: file.unicodeScalars.contains("\u{FFFD}")
          ? LocalizedText(
            vi: "tên tệp có byte không phải UTF-8 (ví dụ bảng mã cũ): đổi tên tệp rồi chạy lại",
            en: "the name holds bytes that are not UTF-8 (an old encoding, say): rename the file, "
              + "then run again")
          : LocalizedText(
            vi: "kiểm tra đường dẫn và tên tệp, kể cả chữ hoa, chữ thường",
            en: "check the path and the name of the file, capital letters included"))
    }
    return Finding(
      DelimitedTextCodes.fileUnreadable, at: SourceLocation(file: file),
      message: LocalizedText(vi: "không đọc được tệp", en: "the file cannot be read"),
      found: failure.words,
      remedy: LocalizedText(
        vi: "kiểm tra quyền đọc, và rằng đây là tệp chứ không phải thư mục, ống dẫn hay thiết bị",
        en: "check the permission to read, and that this is a file, no folder, pipe or device"))
  }

  package static func empty(file: String) -> Finding {
    Finding(
      DelimitedTextCodes.fileEmpty, at: SourceLocation(file: file),
      message: LocalizedText(vi: "tệp trống", en: "the file is empty"),
      remedy: LocalizedText(
        vi: "xuất lại tệp từ nguồn, có dòng tiêu đề",
        en: "export the file again from its source, with a header line"))
  }

  package static func binary(_ kind: BinaryKind, file: String) -> Finding {
    let found: LocalizedText
    switch kind {
    case .zip:
      found = LocalizedText(
        vi: "tệp nén hoặc sổ tính Excel (XLSX)", en: "a ZIP or an Excel workbook (XLSX)")
    case .compoundDocument:
      found = LocalizedText(
        vi: "tệp Excel hoặc Word đời cũ (XLS, DOC)", en: "an old Excel or Word file (XLS, DOC)")
    case .pdf: found = LocalizedText(vi: "tệp PDF", en: "a PDF")
    case .unknown: found = LocalizedText(vi: "byte không phải chữ", en: "bytes that are not text")
    }
    return Finding(
      DelimitedTextCodes.fileBinary, at: SourceLocation(file: file),
      message: LocalizedText(
        vi: "tệp không phải là văn bản CSV", en: "the file is not CSV text"),
      found: found, expected: LocalizedText(vi: "văn bản CSV", en: "CSV text"),
      remedy: LocalizedText(
        vi: "mở tệp trong Excel và lưu lại dưới dạng “CSV UTF-8”",
        en: "open the file in Excel and save it as “CSV UTF-8”"))
  }

  package static func nulByte(at place: SourceLocation) -> Finding {
    Finding(
      DelimitedTextCodes.nulByte, at: place,
      message: LocalizedText(
        vi: "tệp chứa byte NUL nên không phải văn bản nguyên vẹn",
        en: "the file holds a NUL byte, so it is not intact text"),
      remedy: LocalizedText(
        vi: "xuất lại tệp từ nguồn; tệp này đã hỏng",
        en: "export the file again from its source; this one is damaged"))
  }

  package static func unterminatedQuote(at place: SourceLocation) -> Finding {
    Finding(
      DelimitedTextCodes.quoteUnterminated, at: place,
      message: LocalizedText(
        vi: "dấu nháy kép mở ở đây không được đóng đến hết tệp",
        en: "the quotation mark opened here is not closed before the end of the file"),
      remedy: LocalizedText(
        vi: "tệp có thể bị cắt cụt: sao chép hoặc xuất lại; nếu không, đóng dấu nháy hoặc bỏ nó",
        en: "the file may be cut off: copy or export it again; if not, close the mark or remove it"
      ))
  }

  package static func recordTooLong(at place: SourceLocation) -> Finding {
    Finding(
      DelimitedTextCodes.recordTooLong, at: place,
      message: LocalizedText(
        vi: "dòng bắt đầu ở đây dài quá \(TextLimits.record >> 20) MiB",
        en: "the row that begins here is longer than \(TextLimits.record >> 20) MiB"),
      remedy: LocalizedText(
        vi: "thường do thiếu dấu nháy kép đóng hoặc tệp hỏng: xuất lại tệp từ nguồn",
        en: "mostly a missing closing quotation mark or a damaged file: export it again"))
  }

  package static func tooManyColumns(_ count: Int, file: String) -> Finding {
    Finding(
      DelimitedTextCodes.tooManyColumns, at: SourceLocation(file: file, line: 1, column: 1),
      message: LocalizedText(
        vi: "dòng tiêu đề có quá nhiều cột", en: "the header has too many columns"),
      found: LocalizedText(vi: "\(count) cột", en: "\(count) columns"),
      expected: LocalizedText(
        vi: "không quá \(TextLimits.columns) cột", en: "at most \(TextLimits.columns) columns"),
      remedy: LocalizedText(
        vi: "kiểm tra rằng đây đúng là tệp cần đọc", en: "check that this is the file you mean"))
  }
}

extension ByteFile.Failure {
  /// What stands in the way, for a person.
  fileprivate var words: LocalizedText {
    switch number {
    case EISDIR: LocalizedText(vi: "một thư mục", en: "a folder")
    case ESPIPE: LocalizedText(vi: "một ống dẫn hoặc thiết bị", en: "a pipe or a device")
    case EACCES, EPERM: LocalizedText(vi: "không có quyền đọc", en: "no permission to read")
    case ENAMETOOLONG:
      LocalizedText(vi: "tên hoặc đường dẫn quá dài", en: "a name that is too long")
    case EIO: LocalizedText(vi: "ổ đĩa báo lỗi", en: "a fault of the disk")
    case ELOOP:
      LocalizedText(vi: "liên kết trỏ vòng tròn", en: "links that lead back to each other")
    default: LocalizedText(vi: "mã lỗi hệ thống \(number)", en: "system error \(number)")
    }
  }
}
