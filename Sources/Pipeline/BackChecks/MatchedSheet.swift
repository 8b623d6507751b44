import Comparison
import SurveyModel

/// The rows of a returned sheet beside the stored interviews.
struct MatchedSheet {
  private(set) var pairs: [BackCheckPair] = []
  /// In the order of the sheet, then of the draw.
  private(set) var uncompared: [BackCheck.Uncompared] = []
  /// Compared although they were not drawn.
  private(set) var notDrawn: [(interview: String, place: SourceLocation)] = []

  /// - Parameters:
  ///   - sheet: The sheet that came back.
  ///   - drawn: The sheet as drawn; `nil` where it is not at hand.
  ///   - stored: Rows of the interviews that stand.
  ///   - compared: Numbers of the fields that were asked again.
  init(
    _ sheet: ReturnedSheet, _ drawn: ReturnedSheet?, stored: InterviewRows, compared: [Int]
  ) {
    let drawnIDs = drawn.map { Set($0.ids) }
    let addedThere = drawn.map { drawn in
      Set((0..<drawn.imported.table.count).filter { drawn.isAdded($0) }.map { drawn.id($0) })
    }
    for row in 0..<sheet.imported.table.count {
      let id = sheet.id(row)
      let isAnswered = compared.contains { !sheet.answer(row, $0).cell.isEmpty }
      guard let first = stored[id] else {
        uncompared.append(.init(interview: id, reason: .unknown, place: sheet.place(row)))
        continue
      }
      guard isAnswered else {
        uncompared.append(.init(interview: id, reason: .notAskedAgain, place: sheet.place(row)))
        continue
      }
      let wasDrawn = drawnIDs?.contains(id) ?? true
      if !wasDrawn { notDrawn.append((id, sheet.place(row))) }
      pairs.append(
        BackCheckPair(
          stored: first, returned: row,
          isRandom: wasDrawn && !(addedThere?.contains(id) ?? sheet.isAdded(row))))
    }
    tellMissing(sheet, drawn)
  }

  private mutating func tellMissing(_ sheet: ReturnedSheet, _ drawn: ReturnedSheet?) {
    let accepted = Set(sheet.ids)
    var rejected: Set<String> = []
    for reject in sheet.imported.rejects where reject.kind == .rejected {
      guard let id = reject.interviewID, !accepted.contains(id), rejected.insert(id).inserted
      else { continue }
      uncompared.append(
        .init(
          interview: id, reason: .rejected,
          place: SourceLocation(file: sheet.path, line: reject.line)))
    }
    guard let drawn else { return }
    for row in 0..<drawn.imported.table.count {
      let id = drawn.id(row)
      guard !accepted.contains(id), !rejected.contains(id) else { continue }
      uncompared.append(.init(interview: id, reason: .notReturned, place: drawn.place(row)))
    }
  }

  /// Tells interviews that a decision leaves out from those the store never had.
  mutating func tellExcluded(_ raw: InterviewRows) {
    for index in uncompared.indices
    where uncompared[index].reason == .unknown && raw[uncompared[index].interview] != nil {
      uncompared[index].reason = .excluded
    }
  }
}

extension ReturnedSheet {
  /// Of the accepted rows.
  var ids: [String] { (0..<imported.table.count).map { id($0) } }
}
