import SurveyModel

/// A correction that holds but does not fit what is stored now.
struct MisfitCorrection: Hashable {
  enum Fault: Hashable {
    /// Neither the old nor the new answer stands there: another file came in.
    case otherAnswer
    /// The questionnaire no longer has the new answer.
    case unknownAnswer
  }

  var decision: Int64
  var correction: Correction
  var fault: Fault
}

/// Stored interviews as decisions leave them.
struct DecidedResponses {
  var table: ResponseTable
  /// Interviews left out.
  var excluded: Int
  var misfits: [MisfitCorrection]
}

/// Replays the decisions that hold over stored interviews, in the order they were taken.
///
/// Corrections are made first, so that each finds the answers of the one before it; then the excluded
/// interviews leave. What names an interview that is not in the table does nothing.
///
/// - Parameters:
///   - decisions: Of one survey, by number; withdrawn ones and erasures do nothing.
///   - raw: All interviews with the answers as they came in, a column for each of `fields`.
///   - fields: Those of the questionnaire, in order.
/// - Returns: The interviews in the sample, and the corrections that could not be made.
func apply(
  _ decisions: [Decision], to raw: ResponseTable, fields: [Field]
) -> DecidedResponses {
  let held = decisions.filter(\.holds)
  guard !held.isEmpty else { return DecidedResponses(table: raw, excluded: 0, misfits: []) }
  let rows = InterviewRows(
    of: held.flatMap { $0.interviews + $0.heldCorrections.map(\.interview) }, in: raw.ids)
  var table = raw
  var misfits: [MisfitCorrection] = []
  var isExcluded = [Bool](repeating: false, count: raw.count)
  for decision in held {
    for correction in decision.heldCorrections {
      guard let row = rows[correction.interview],
        let fault = table.correct(correction, row: row, fields: fields)
      else { continue }
      misfits.append(
        MisfitCorrection(decision: decision.number, correction: correction, fault: fault))
    }
    for interview in decision.interviews {
      if let row = rows[interview] { isExcluded[row] = true }
    }
  }
  let excluded = isExcluded.count { $0 }
  if excluded > 0 { table = table.keeping { !isExcluded[$0] } }
  return DecidedResponses(table: table, excluded: excluded, misfits: misfits)
}

extension ResponseTable {
  /// Makes one correction; `nil` when it is made, or its field is no longer asked for.
  fileprivate mutating func correct(
    _ correction: Correction, row: Int, fields: [Field]
  ) -> MisfitCorrection.Fault? {
    guard let column = fields.firstIndex(where: { $0.id == correction.field }),
      !fields[column].isPersonal
    else { return nil }
    let present = columns[column].recordedAnswer(row, of: fields[column])
    if present == correction.new { return nil }
    guard present == correction.old else { return .otherAnswer }
    return columns[column].setAnswer(correction.new, row, of: fields[column])
      ? nil : .unknownAnswer
  }

  /// The rows for which `isKept` is true, in order.
  func keeping(_ isKept: (Int) -> Bool) -> ResponseTable {
    let kept = (0..<count).filter(isKept)
    var ids = InterviewIDs()
    ids.ends.reserveCapacity(kept.count + 1)
    for row in kept {
      ids.append(self.ids.bytes[Int(self.ids.ends[row])..<Int(self.ids.ends[row + 1])])
    }
    return ResponseTable(ids: ids, columns: columns.map { $0.keeping(kept) })
  }
}

extension ColumnValues {
  fileprivate func keeping(_ rows: [Int]) -> ColumnValues {
    switch self {
    case .coded8(let values): .coded8(rows.map { values[$0] })
    case .coded16(let values): .coded16(rows.map { values[$0] })
    case .integers(let values): .integers(rows.map { values[$0] })
    case .numbers(let values): .numbers(rows.map { values[$0] })
    case .days(let values): .days(rows.map { values[$0] })
    case .texts(let column):
      .texts(TextColumn(positions: rows.map { column.positions[$0] }, texts: column.texts))
    case .dropped: .dropped(count: rows.count)
    }
  }
}
