import SurveyModel

/// Findings about a file as a whole: missing, too large, not text, not readable as XML.
extension Finding {
  static func missingFile(at place: SourceLocation) -> Finding {
    Finding(
      XMLFindingCode.fileMissing, at: place,
      message: LocalizedText(vi: "không tìm thấy tệp này", en: "this file does not exist"),
      remedy: LocalizedText(
        vi: "kiểm tra lại tên tệp và thư mục (chữ hoa, chữ thường, dấu)",
        en: "check the file name and its folder (upper and lower case, diacritics)"))
  }

  static func unreadableFile(at place: SourceLocation) -> Finding {
    Finding(
      XMLFindingCode.fileUnreadable, at: place,
      message: LocalizedText(
        vi: "không đọc được tệp: đây là thư mục, thiết bị, hoặc không có quyền đọc",
        en: "the file cannot be read: it is a folder or device, or you may not read it"),
      remedy: LocalizedText(
        vi: "chỉ ra một tệp XML và kiểm tra quyền đọc", en: "name an XML file you may read"))
  }

  static func fileTooLarge(limit: Int, at place: SourceLocation) -> Finding {
    let megabytes = limit >> 20
    let size = megabytes > 0 ? "\(megabytes) MB" : "\(limit) byte"
    return Finding(
      XMLFindingCode.fileTooLarge, at: place,
      message: LocalizedText(
        vi: "tệp lớn hơn giới hạn \(size) nên không được đọc",
        en: "the file is larger than the limit of \(size) and was not read"),
      remedy: LocalizedText(
        vi: "phiếu hỏi, khảo sát và kế hoạch chỉ cần vài chục KB; kiểm tra xem có nhầm tệp không",
        en:
          "questionnaires, surveys and plans take some tens of KB; check that it is the right file")
    )
  }

  static func emptyFile(at place: SourceLocation) -> Finding {
    Finding(
      XMLFindingCode.fileEmpty, at: place,
      message: LocalizedText(vi: "tệp trống", en: "the file is empty"),
      remedy: LocalizedText(
        vi: "chép lại tệp từ bản gốc; có thể lần chép trước bị ngắt giữa chừng",
        en: "copy the file again from its source; the last copy may have been cut off"))
  }

  static func binaryFile(isOffice: Bool, at place: SourceLocation) -> Finding {
    Finding(
      XMLFindingCode.fileBinary, at: place,
      message: isOffice
        ? LocalizedText(
          vi: "đây là tệp Word, Excel hoặc tệp nén, không phải tệp XML",
          en: "this is a Word, Excel or ZIP file, not an XML file")
        : LocalizedText(
          vi: "tệp chứa byte 0, không phải là văn bản XML",
          en: "the file holds a zero byte and is not XML text"),
      remedy: LocalizedText(
        vi: "dùng tệp XML viết bằng trình soạn thảo văn bản, lưu bảng mã UTF-8",
        en: "use an XML file written in a text editor and saved as UTF-8"))
  }

  static func notXML(at place: SourceLocation) -> Finding {
    Finding(
      XMLFindingCode.fileNotXML, at: place,
      message: LocalizedText(
        vi: "tệp không bắt đầu bằng một thẻ XML", en: "the file does not begin with an XML tag"),
      expected: LocalizedText(
        vi: "<?xml …?> hoặc phần tử gốc, ví dụ <questionnaire …>",
        en: "<?xml …?> or the root element, for example <questionnaire …>"),
      remedy: LocalizedText(
        vi: "kiểm tra xem có nhầm tệp không, hoặc xoá phần chữ đứng trước thẻ đầu tiên",
        en: "check that it is the right file, or delete the text before the first tag"))
  }

  static func unsupportedEncoding(_ name: String, at place: SourceLocation) -> Finding {
    Finding(
      XMLFindingCode.encodingUnsupported, at: place,
      message: LocalizedText(
        vi: "bảng mã “\(name)” không được hỗ trợ", en: "the encoding “\(name)” is not supported"),
      found: LocalizedText(vi: "encoding=\"\(name)\"", en: "encoding=\"\(name)\""),
      expected: LocalizedText(vi: "UTF-8 hoặc UTF-16", en: "UTF-8 or UTF-16"),
      remedy: LocalizedText(
        vi:
          "mở tệp trong trình soạn thảo, lưu lại với bảng mã UTF-8 và sửa thành encoding=\"UTF-8\"",
        en: "open the file in an editor, save it as UTF-8 and write encoding=\"UTF-8\""))
  }

  static func invalidEncoding(at place: SourceLocation) -> Finding {
    Finding(
      XMLFindingCode.encodingInvalid, at: place,
      message: LocalizedText(
        vi: "ký tự ở đây không đúng bảng mã UTF-8", en: "the character here is not valid UTF-8"),
      remedy: LocalizedText(
        vi: "mở tệp trong trình soạn thảo và lưu lại với bảng mã UTF-8 (thường do tệp cũ dùng "
          + "Windows-1258 hoặc TCVN3)",
        en: "open the file in an editor and save it as UTF-8 (old files often use Windows-1258 or "
          + "TCVN3)"))
  }

  static func doctypeRefused(at place: SourceLocation) -> Finding {
    Finding(
      XMLFindingCode.doctype, at: place,
      message: LocalizedText(
        vi: "khai báo DOCTYPE không được phép: nó có thể nạp tệp khác hoặc làm phình bộ nhớ",
        en: "a DOCTYPE is not allowed: it can load other files or blow up memory"),
      remedy: LocalizedText(
        vi: "xoá toàn bộ khai báo <!DOCTYPE …> và các thực thể của nó",
        en: "delete the whole <!DOCTYPE …> declaration and its entities"))
  }

  static func tooDeep(limit: Int, at place: SourceLocation) -> Finding {
    Finding(
      XMLFindingCode.limitDepth, at: place,
      message: LocalizedText(
        vi: "các phần tử lồng nhau quá \(limit) tầng", en: "elements are nested over \(limit) deep"),
      remedy: LocalizedText(
        vi: "kiểm tra các thẻ đóng bị thiếu phía trên", en: "look for missing end tags above"))
  }

  static func tooManyElements(limit: Int, at place: SourceLocation) -> Finding {
    Finding(
      XMLFindingCode.limitElements, at: place,
      message: LocalizedText(
        vi: "tệp có quá \(limit) phần tử", en: "the file has over \(limit) elements"),
      remedy: LocalizedText(
        vi: "đưa danh mục dài (thôn, xã) ra tệp CSV bằng thuộc tính list",
        en: "move long lists (villages, communes) to a CSV file with the list attribute"))
  }

  static func attributeTooLong(limit: Int, at place: SourceLocation) -> Finding {
    Finding(
      XMLFindingCode.limitAttribute, at: place,
      message: LocalizedText(
        vi: "giá trị thuộc tính dài hơn \(limit) byte",
        en: "the attribute value is longer than \(limit) bytes"),
      remedy: LocalizedText(
        vi: "rút ngắn giá trị, hoặc xem có thiếu dấu nháy đóng không",
        en: "shorten the value, or look for a missing closing quote"))
  }

  static func tooManyAttributes(limit: Int, at place: SourceLocation) -> Finding {
    Finding(
      XMLFindingCode.limitAttribute, at: place,
      message: LocalizedText(
        vi: "phần tử có quá \(limit) thuộc tính", en: "the element has over \(limit) attributes"),
      remedy: LocalizedText(
        vi: "xem có thiếu dấu > đóng thẻ không", en: "look for a missing > at the end of the tag"))
  }
}
