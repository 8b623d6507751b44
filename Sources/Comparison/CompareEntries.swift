package import SurveyModel

/// A cell of two tables whose entries differ: rows of the first and the second table, number of the
/// field.
package struct DifferingCell: Sendable, Hashable {
  package var first: Int
  package var second: Int
  package var field: Int

  package init(first: Int, second: Int, field: Int) {
    self.first = first
    self.second = second
    self.field = field
  }
}

/// What comparing two tables of the same fields gives.
package struct ComparedTables: Sendable {
  /// Rows of the first and the second table with the same id, in the order of the first.
  package var pairs: [(first: Int, second: Int)]
  /// Rows whose id the other table lacks.
  package var onlyFirst: [Int]
  package var onlySecond: [Int]
  package var identicalPairs: Int
  /// One per field; empty for a field that is not compared.
  package var agreements: [EntryComparison.Agreement]
  /// In the order of the first table, then of the fields; the first `limit` of them.
  package var cells: [DifferingCell]
}

/// Compares two entries of the same forms.
///
/// A code and its label are one answer already, as tables hold answers. Blank and not asked are the
/// same: nothing was keyed; a difference of the question that decides counts once, there.
///
/// - Parameters:
///   - first: Ids at most once each.
///   - second: The same fields in the same order.
///   - fields: Of both tables.
///   - compared: Per field, whether it is compared.
///   - limit: Differing cells listed; all are counted.
/// - Returns: Which rows are pairs, how well each field agrees, and the cells that differ.
/// - Complexity: Linear in the cells, memory in `limit` times the fields beside the tables.
package func compareEntries(
  _ first: ResponseTable, _ second: ResponseTable, fields: [Field], compared: [Bool], limit: Int
) -> ComparedTables {
  precondition(
    first.columns.count == fields.count && second.columns.count == fields.count
      && compared.count == fields.count, "tables of the same fields")
  var rowOfID = [String: Int](minimumCapacity: second.count)
  for row in 0..<second.count { rowOfID[second.ids[row]] = row }
  var result = ComparedTables(
    pairs: [], onlyFirst: [], onlySecond: [], identicalPairs: 0, agreements: [], cells: [])
  var isMatched = [Bool](repeating: false, count: second.count)
  for row in 0..<first.count {
    if let other = rowOfID[first.ids[row]] {
      result.pairs.append((row, other))
      isMatched[other] = true
    } else {
      result.onlyFirst.append(row)
    }
  }
  result.onlySecond = isMatched.indices.filter { !isMatched[$0] }
  var differs = [Bool](repeating: false, count: result.pairs.count)
  var found: [(pair: Int, field: Int)] = []
  for (number, field) in fields.enumerated() {
    var agreement = EntryComparison.Agreement()
    defer { result.agreements.append(agreement) }
    guard compared[number] else { continue }
    let left = EnteredColumn(first.columns[number], of: field)
    let right = EnteredColumn(second.columns[number], of: field)
    for (pair, rows) in result.pairs.enumerated() {
      let cell = left.compare(rows.first, with: right, rows.second)
      guard cell.keystrokes > 0 else { continue }
      agreement.cells += 1
      agreement.keystrokes += cell.keystrokes
      if cell.differs {
        agreement.differing += 1
        differs[pair] = true
        if agreement.differing <= limit { found.append((pair, number)) }
      }
    }
  }
  result.identicalPairs = differs.count { !$0 }
  found.sort { ($0.pair, $0.field) < ($1.pair, $1.field) }
  result.cells = found.prefix(limit).map {
    let pair = result.pairs[$0.pair]
    return DifferingCell(first: pair.first, second: pair.second, field: $0.field)
  }
  return result
}

/// A column as its answers were keyed.
private struct EnteredColumn {
  private let values: ColumnValues
  private let field: Field
  /// Characters of each code by position, 0 for blank; empty for a field that is not coded.
  private let lengths: [Int]

  init(_ values: ColumnValues, of field: Field) {
    self.values = values
    self.field = field
    // A code without characters cannot be keyed, yet is an answer.
    lengths = field.codeList.map { [0] + $0.codes.map { max(1, $0.code.count) } } ?? []
  }

  /// - Returns: Whether two cells differ, and the characters of both; none where both are blank.
  func compare(_ row: Int, with other: Self, _ otherRow: Int) -> (differs: Bool, keystrokes: Int) {
    if let position = position(row), let second = other.position(otherRow) {
      return (position != second, lengths[position] + lengths[second])
    }
    let first = values.recordedAnswer(row, of: field).cell
    let second = other.values.recordedAnswer(otherRow, of: field).cell
    return (first != second, first.unicodeScalars.count + second.unicodeScalars.count)
  }

  private func position(_ row: Int) -> Int? {
    let position: Int
    switch values {
    case .coded8(let values):
      position = values[row] == CodeList.notAsked8 ? 0 : Int(values[row])
    case .coded16(let values):
      position = values[row] == CodeList.notAsked16 ? 0 : Int(values[row])
    default: return nil
    }
    return position < lengths.count ? position : 0
  }
}
