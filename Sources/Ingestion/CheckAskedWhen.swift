import SurveyModel

/// An `asked-when` condition made ready to be evaluated for many rows.
///
/// A comparison of a coded field becomes a table over its positions; other comparisons are made row
/// by row with ``Condition/holds(_:)``, so that every stage decides alike.
final class AskedWhenCheck {
  private indirect enum Node {
    case table(ColumnDecoder, [Bool])
    case rowByRow(ColumnDecoder, Condition)
    case not(Node)
    case and(Node, Node)
    case or(Node, Node)
    case always
  }

  let condition: Condition
  /// A field of the condition that the file has no column for: then nothing can be checked.
  let missingField: String?
  private let root: Node
  /// Whether the question applies, by row of the tile.
  private(set) var asked: [Bool]

  init(_ condition: Condition, decoders: [String: ColumnDecoder]) {
    self.condition = condition
    missingField = condition.fields.first { decoders[$0]?.source == nil }
    root = missingField == nil ? Self.compile(condition, decoders) : .always
    asked = [Bool](repeating: true, count: TileSize.rows)
  }

  private static func compile(
    _ condition: Condition, _ decoders: [String: ColumnDecoder]
  ) -> Node {
    switch condition {
    case .not(let inner): return .not(compile(inner, decoders))
    case .and(let left, let right):
      return .and(compile(left, decoders), compile(right, decoders))
    case .or(let left, let right):
      return .or(compile(left, decoders), compile(right, decoders))
    case .compare(let field, _, _), .isIn(let field, _), .answered(let field):
      guard let decoder = decoders[field] else { return .always }
      guard let list = decoder.field.codeList, decoder is CodedColumn else {
        return .rowByRow(decoder, condition)
      }
      let table = (0...list.codes.count).map { position in
        condition.holds { _ in
          position >= 1 && position <= list.answerCount ? list.codes[position - 1].code : nil
        }
      }
      return .table(decoder, table)
    }
  }

  /// Decides for the rows of the tile just decoded.
  func evaluate(rows: Int) {
    asked = evaluate(root, rows: rows)
  }

  private func evaluate(_ node: Node, rows: Int) -> [Bool] {
    switch node {
    case .always: return [Bool](repeating: true, count: rows)
    case .table(let decoder, let table):
      guard let coded = decoder as? CodedColumn else { return [Bool](repeating: true, count: rows) }
      return (0..<rows).map { row in
        let position = Int(coded.positions[row])
        return position < table.count ? table[position] : false
      }
    case .rowByRow(let decoder, let condition):
      return (0..<rows).map { row in condition.holds { _ in decoder.answer(row) } }
    case .not(let inner): return evaluate(inner, rows: rows).map { !$0 }
    case .and(let left, let right):
      return zip(evaluate(left, rows: rows), evaluate(right, rows: rows)).map { $0 && $1 }
    case .or(let left, let right):
      return zip(evaluate(left, rows: rows), evaluate(right, rows: rows)).map { $0 || $1 }
    }
  }
}
