package import SurveyModel

/// Findings about the encoding of a delimited file.
extension FileFinding {
  package static func unknownEncoding(_ name: String, at place: SourceLocation?) -> Finding {
    let known = "UTF-8, UTF-16, windows-1258, TCVN3"
    return Finding(
      DelimitedTextCodes.encodingUnknown, at: place,
      message: LocalizedText(
        vi: "bảng mã “\(name)” không được hỗ trợ", en: "the encoding “\(name)” is not supported"),
      expected: LocalizedText(
        vi: "\(known) hoặc VNI-Windows", en: "\(known) or VNI-Windows"),
      remedy: LocalizedText(
        vi: "sửa thuộc tính encoding, hoặc bỏ nó để chương trình tự nhận biết",
        en: "correct the encoding attribute, or leave it out and let it be detected"))
  }

  /// What is to be said about an encoding that was found: nothing about Unicode, a notice with its
  /// score about an older one, a warning about a guess.
  package static func detectedEncoding(_ detected: DetectedEncoding, file: String) -> Finding? {
    let name = detected.encoding.rawValue
    switch detected.confidence {
    case .guessed: break
    case .likely where detected.encoding.isLegacy:
      return Finding(
        DelimitedTextCodes.encodingRecognised, at: SourceLocation(file: file),
        message: LocalizedText(
          vi: "tệp dùng bảng mã cũ \(name), được chuyển sang Unicode",
          en: "the file is in the old encoding \(name) and was turned into Unicode"),
        found: detected.evidence?.inWords, remedy: remedy(for: detected.encoding))
    case .likely, .certain: return nil
    }
    return Finding(
      DelimitedTextCodes.encodingGuessed, at: SourceLocation(file: file),
      message: LocalizedText(
        vi: "bảng mã được suy đoán là \(name)", en: "the encoding was guessed to be \(name)"),
      found: detected.evidence?.inWords,
      remedy: LocalizedText(
        vi: "xem lại vài dòng có dấu; nếu sai, lưu tệp dưới dạng “CSV UTF-8” hoặc ghi rõ bảng mã"
          + " trong tệp khảo sát",
        en: "look at a few accented words; if they are wrong, save as “CSV UTF-8” or name the"
          + " encoding in the survey file"))
  }

  private static func remedy(for encoding: TextEncoding) -> LocalizedText {
    guard encoding == .tcvn3 || encoding == .tcvn3InUTF8 else {
      return LocalizedText(vi: "không cần làm gì", en: "nothing need be done")
    }
    return LocalizedText(
      vi: "không cần làm gì; chữ hoa có dấu gõ bằng phông .VnTimeH được ghi thành chữ thường, vì"
        + " TCVN3 không phân biệt",
      en: "nothing need be done; accented capitals typed in the font .VnTimeH come as small"
        + " letters, since TCVN3 does not tell them apart")
  }

  package static func invalidEncoding(
    _ encoding: TextEncoding, byte: UInt8? = nil, at place: SourceLocation
  ) -> Finding {
    Finding(
      DelimitedTextCodes.encodingInvalid, at: place,
      message: LocalizedText(
        vi: "có byte không đúng bảng mã \(encoding.rawValue)",
        en: "there are bytes that are not valid \(encoding.rawValue)"),
      found: byte.map(byteInWords),
      remedy: LocalizedText(
        vi: "lưu lại tệp dưới dạng “CSV UTF-8”", en: "save the file again as “CSV UTF-8”"))
  }

  /// A line that is in another encoding than the file is read in.
  package static func mixedEncodings(
    _ other: TextEncoding, amid encoding: TextEncoding, at place: SourceLocation
  ) -> Finding {
    Finding(
      DelimitedTextCodes.encodingMixed, at: place,
      message: LocalizedText(
        vi: "dòng này dùng bảng mã \(other.rawValue), còn tệp được đọc theo \(encoding.rawValue)",
        en: "this line is in \(other.rawValue), but the file is read as \(encoding.rawValue)"),
      found: LocalizedText(vi: other.rawValue, en: other.rawValue),
      expected: LocalizedText(vi: encoding.rawValue, en: encoding.rawValue),
      remedy: LocalizedText(
        vi: "tách các phần đã ghép từ nhiều nguồn và chuyển tất cả sang UTF-8; nếu cả tệp dùng"
          + " \(other.rawValue), ghi encoding=\"\(other.rawValue)\" trong tệp khảo sát",
        en: "take the parts from different sources apart and turn all into UTF-8; if the whole file"
          + " is in \(other.rawValue), write encoding=\"\(other.rawValue)\" in the survey file"))
  }

  /// Letters that a program replaced with question marks when it saved the file.
  package static func lostLetters(_ count: Int, at place: SourceLocation) -> Finding {
    Finding(
      DelimitedTextCodes.lettersLost, at: place,
      message: LocalizedText(
        vi: "có ít nhất \(count) từ chứa dấu hỏi ở giữa, từ đầu tiên ở đây: chữ có dấu đã mất khi"
          + " lưu tệp",
        en: "at least \(count) words hold a question mark inside, the first of them here: accented"
          + " letters were lost when the file was saved"),
      remedy: LocalizedText(
        vi: "không khôi phục được từ tệp này: xuất lại từ nguồn dưới dạng “CSV UTF-8”",
        en: "this file cannot be restored: export it again from its source as “CSV UTF-8”"))
  }

  private static func byteInWords(_ byte: UInt8) -> LocalizedText {
    let text = "byte 0x\(UndecodedByte.hexadecimal(byte))"
    return LocalizedText(vi: text, en: text)
  }
}

extension EncodingEvidence {
  /// "98 % of 214 accented words are Vietnamese; as TCVN3 3 %".
  var inWords: LocalizedText {
    guard words.words > 0 else {
      return LocalizedText(
        vi: "không có từ tiếng Việt có dấu nào để xét", en: "no accented word to judge by")
    }
    func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))" }
    return LocalizedText(
      vi: "\(percent(words.share))% trong \(words.words) từ có dấu là tiếng Việt; đọc theo"
        + " \(nextBest.rawValue): \(percent(nextBestShare))%",
      en: "\(percent(words.share))% of \(words.words) accented words are Vietnamese; read as"
        + " \(nextBest.rawValue): \(percent(nextBestShare))%")
  }
}
