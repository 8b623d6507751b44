/// Texts of one column, each distinct text stored once.
package struct TextColumn: Sendable, Hashable {
  /// Per row: 0 for blank, else 1 + index into `texts`.
  package var positions: [UInt32]
  package var texts: [String]

  package init(positions: [UInt32] = [], texts: [String] = []) {
    self.positions = positions
    self.texts = texts
  }

  /// The text of a row, `nil` when blank.
  package func text(at row: Int) -> String? {
    let position = Int(positions[row])
    return position == 0 ? nil : texts[position - 1]
  }
}

/// The values of one field over all rows of a table, in the form its kind asks for.
///
/// A field that was not asked (its `asked-when` is false) is stored as ``CodeList/notAsked8`` or
/// ``CodeList/notAsked16`` when coded, and as blank otherwise. Declared missing codes of fields
/// that are not coded are stored as blank.
package enum ColumnValues: Sendable, Hashable {
  /// Positions in the field's ``CodeList``; lists of at most 254 codes.
  case coded8([UInt8])
  /// Positions in the field's ``CodeList``; longer lists.
  case coded16([UInt16])
  /// Whole numbers; ``blankInteger`` where blank. Datetimes are seconds since 1970-01-01 (local).
  case integers([Int64])
  /// Numbers; NaN where blank.
  case numbers([Double])
  /// Days since 1970-01-01; ``blankDay`` where blank.
  case days([Int32])
  case texts(TextColumn)
  /// A personal field without pseudonyms: validated on the way in, never kept.
  case dropped(count: Int)

  @inlinable package static var blankInteger: Int64 { .min }
  @inlinable package static var blankDay: Int32 { .min }

  /// An empty column of the right form for `field`.
  package static func empty(for field: Field) -> ColumnValues {
    if field.isDropped { return .dropped(count: 0) }
    return switch field.kind {
    case .coded(let list): list.fitsByte ? .coded8([]) : .coded16([])
    case .integer, .datetime: .integers([])
    case .number: .numbers([])
    case .date: .days([])
    case .text: .texts(TextColumn())
    }
  }

  package var count: Int {
    switch self {
    case .coded8(let values): values.count
    case .coded16(let values): values.count
    case .integers(let values): values.count
    case .numbers(let values): values.count
    case .days(let values): values.count
    case .texts(let column): column.positions.count
    case .dropped(let count): count
    }
  }
}
