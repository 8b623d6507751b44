import DelimitedText
import SurveyModel

/// A cell of a rejected row whose text is no answer.
struct UnreadCell: Sendable {
  /// Number of its field.
  var field: Int
  var text: String
}

/// Counts the texts that are no answers, over the rows of a file in their order.
struct UnreadTextCounter: Sendable {
  /// Longest text counted, in Unicode scalars; what a file writes for a blank cell is short.
  private static let longest = 20
  /// Different texts counted: a file in disorder must not fill the memory.
  private static let most = 1000
  /// A text that does not look blank is worth a word from so many cells on.
  private static let fewest = 10

  /// What people and programs write where there is no answer, folded; a label of the question
  /// such as "Không" never comes here, since labels are answers.
  private static let blankTexts: Set<String> = Set(
    [
      "na", "n/a", "n.a", "n.a.", "#n/a", "nan", "null", "none", "nil", ".", "..", "...", "-", "--",
      "---", "–", "—", "_", "/", "\\", "*", "?", "kb", "không", "khong", "k.a",
      "không có", "khong co", "trống", "bỏ trống", "missing", "blank", "empty", "(blank)",
      "sysmis", "ktl", "không trả lời", "khong tra loi", "no answer", "không áp dụng",
    ].map(TextFolding.caseFolded))

  private struct Count {
    var text: String
    var cells = 0
    var fields: Set<Int> = []
  }

  private var counts: [Count] = []
  private var numbers: [String: Int] = [:]

  /// - Returns: The cell worth counting, `nil` for any that may hold what nobody may see or that
  ///   fails for another reason.
  static func cell(_ content: [UInt8], of field: Field, number: Int, fault: CellFault)
    -> UnreadCell?
  {
    guard !field.isPersonal, content.count <= 4 * longest else { return nil }
    let isCoded = fault == .notInCodeList
    switch fault {
    case .notInCodeList, .notANumber, .notAnInteger, .notADate, .notADatetime: break
    default: return nil
    }
    let text = composed(String(decoding: content, as: UTF8.self))
    guard text.unicodeScalars.count <= longest, ShownValue.isOpen(text) else { return nil }
    // Numbers and dates fail each in their own way: only what looks blank is one text in many cells.
    guard isCoded || blankTexts.contains(TextFolding.caseFolded(text)) else { return nil }
    return UnreadCell(field: number, text: text)
  }

  mutating func note(_ cells: [UnreadCell]) {
    for cell in cells {
      let key = TextFolding.caseFolded(cell.text)
      let number: Int
      if let known = numbers[key] {
        number = known
      } else {
        guard counts.count < Self.most else { continue }
        number = counts.count
        numbers[key] = number
        counts.append(Count(text: cell.text))
      }
      counts[number].cells += 1
      counts[number].fields.insert(cell.field)
    }
  }

  /// The texts that look blank, and others that stand in many cells; the most frequent first.
  func finished(_ fields: [Field]) -> [UnreadText] {
    counts.enumerated().compactMap { order, count -> (Int, UnreadText)? in
      let looksBlank = Self.blankTexts.contains(TextFolding.caseFolded(count.text))
      guard looksBlank || count.cells >= Self.fewest else { return nil }
      return (
        order,
        UnreadText(
          text: count.text, cells: count.cells, fields: count.fields.sorted().map { fields[$0].id },
          looksBlank: looksBlank)
      )
    }
    .sorted { ($1.1.cells, $0.0) < ($0.1.cells, $1.0) }
    .prefix(20).map(\.1)
  }
}

/// Looks through the rows of a file whose header is refused, for texts that are no answers: whoever
/// sets the header right can declare them at once.
///
/// - Parameters:
///   - source: The records; read to their end or to the first that cannot be read.
///   - plan: The columns as far as they are known.
/// - Returns: What ``UnreadTextCounter`` keeps of them.
func unreadTexts(_ source: any RecordSource, _ plan: ImportPlan) -> [UnreadText] {
  let validator = BlockValidator(plan)
  var counter = UnreadTextCounter()
  while true {
    do throws(RecordBlockReader.Refusal) {
      guard let piece = try source.next() else { break }
      for reject in validator.validate(piece, isBrief: true).rejects {
        counter.note(reject.unread)
      }
    } catch {
      break
    }
  }
  return counter.finished(plan.fields)
}
