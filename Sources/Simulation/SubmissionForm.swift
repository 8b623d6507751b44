import Foundation
import Numerics
import SurveyModel

/// The form in which synthetic interviews are written as submissions: questions in groups, an id for
/// every submission.
struct SubmissionForm {
  /// A group of questions, or one question outside any group (`name` is `nil`).
  struct Group {
    var name: String?
    var columns: [Int]
  }

  /// The form's id.
  let id: String
  let fields: [Field]
  /// In the order of the questionnaire; items are grouped by the letters of their ids.
  let groups: [Group]
  private let idColumn: Int?

  init(id: String, fields: [Field], interviewID: String) {
    self.id = id
    self.fields = fields
    idColumn = fields.firstIndex { $0.id == interviewID }
    var groups: [Group] = []
    for (column, field) in fields.enumerated() {
      let letters = String(field.id.prefix { $0.isLetter })
      guard field.isItem, !letters.isEmpty, letters != field.id,
        !fields.contains(where: { $0.id == letters })
      else {
        groups.append(Group(name: nil, columns: [column]))
        continue
      }
      if let known = groups.firstIndex(where: { $0.name == letters }) {
        groups[known].columns.append(column)
      } else {
        groups.append(Group(name: letters, columns: [column]))
      }
    }
    self.groups = groups
  }

  /// The id of a submission: the same for the same interview, like a random UUID to look at.
  func instanceID(of row: [String], number: Int) -> String {
    let interview = idColumn.flatMap { $0 < row.count ? row[$0] : nil } ?? "\(number)"
    var random = SplitMix64(seed: SplitMix64.seed(of: "\(id)/\(interview)"))
    let high = random.next() & ~0xF000 | 0x4000
    let low = random.next() & ~(0b11 << 62) | 0b10 << 62
    func hex(_ value: UInt64, from: Int, _ digits: Int) -> String {
      let part = value >> UInt64(from) & (1 << UInt64(digits * 4) - 1)
      let text = String(part, radix: 16)
      return String(repeating: "0", count: digits - text.count) + text
    }
    return "uuid:\(hex(high, from: 32, 8))-\(hex(high, from: 16, 4))-\(hex(high, from: 0, 4))"
      + "-\(hex(low, from: 48, 4))-\(hex(low, from: 0, 12))"
  }

  /// A cell as a phone writes it: dates with a time bear the time zone of Vietnam.
  func value(_ cell: String, of field: Field) -> String {
    guard field.kind == .datetime, cell.utf8.count >= 16,
      cell.dropFirst(10).first == " " || cell.dropFirst(10).first == "T"
    else { return cell }
    let time = cell.dropFirst(11)
    return "\(cell.prefix(10))T\(time)\(time.utf8.count == 5 ? ":00" : "").000+07:00"
  }
}

extension SplitMix64 {
  /// A seed made of a text: FNV-1a of its bytes, 64 bits.
  fileprivate static func seed(of text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
