import DelimitedText
import Spreadsheets
import SurveyModel

/// Text of a workbook typed in the old fonts .VnTime or VNI, whose cells hold the letters those
/// fonts draw over.
///
/// - Parameters:
///   - workbook: Its shared texts are looked at.
///   - heads: The first rows of its sheets, as they stand.
///   - pattern: An encoding the survey file names wins over what is found.
/// - Returns: The encoding of the old font with what it rests on; `nil` for Unicode.
func fontText(
  of workbook: Workbook, _ heads: [SheetHead], pattern: ResponseFilePattern?
) -> DetectedEncoding? {
  if let name = pattern?.encoding {
    let declared: TextEncoding
    switch namedEncoding(name) {
    case .tcvn3, .tcvn3InUTF8: declared = .tcvn3InUTF8
    case .vni, .vniInUTF8: declared = .vniInUTF8
    default: return nil
    }
    return DetectedEncoding(encoding: declared, hasByteOrderMark: false, confidence: .certain)
  }
  var sample: [UInt8] = []
  let limit = 1 << 18
  for number in 0..<workbook.sharedStrings.count where sample.count < limit {
    workbook.sharedStrings.withText(number) { sample.append(contentsOf: $0.prefix(limit)) }
    sample.append(10)
  }
  for cell in heads.flatMap(\.rows).flatMap(\.cells) where sample.count < 2 * limit {
    sample.append(contentsOf: cell.text.utf8)
    sample.append(10)
  }
  // A mere guess is not enough to change text that is sound Unicode as it stands.
  guard case .text(let detected) = detectEncoding(of: sample), detected.confidence == .likely,
    detected.encoding == .tcvn3InUTF8 || detected.encoding == .vniInUTF8
  else { return nil }
  return detected
}
