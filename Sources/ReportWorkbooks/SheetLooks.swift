import Documents
import WorkbookWriting

/// The looks of a report's sheets.
enum SheetLooks {
  static let title = CellLook.plain.with {
    $0.isBold = true
    $0.fontSize = 14
    $0.wraps = true
  }
  static let banner = CellLook.plain.with {
    $0.isBold = true
    $0.wraps = true
    $0.fillColour = 0xFFF2CC
  }
  static let note = CellLook.plain.with {
    $0.wraps = true
    $0.fontSize = 10
    $0.fontColour = 0x404040
  }
  static let text = CellLook.plain.with { $0.wraps = true }
  static let strong = CellLook.plain.with { $0.isBold = true }
  static let section = CellLook.plain.with {
    $0.isBold = true
    $0.fillColour = 0xEDEDED
  }
  static let link = CellLook.plain.with {
    $0.isUnderlined = true
    $0.fontColour = 0x0B4F8A
  }
  static let head = CellLook.plain.with {
    $0.isBold = true
    $0.wraps = true
    $0.isCentred = true
    $0.hasBorder = true
    $0.fillColour = 0xDDE6EF
  }
  static let origin = CellLook.plain.with {
    $0.fontSize = 9
    $0.fontColour = 0x404040
  }

  static let chartFigure = CellLook.plain.with { $0.fontColour = 0x404040 }

  /// The look of a cell of a table, without its number format.
  ///
  /// The fill of a standing only follows what the words of the cell say; in grey it is lighter for
  /// what is met.
  static func cell(
    _ cell: Cell, part: TableLayout.Part, alignment: DocumentTable.Column.Alignment
  ) -> CellLook {
    CellLook.plain.with {
      $0.hasBorder = true
      $0.isAtTop = true
      $0.isBold = part == .main && cell.isStrong
      if part != .main { $0.fontSize = 10 }
      $0.wraps = true
      switch alignment {
      case .start: break
      case .end: $0.isAtEnd = true
      case .centre: $0.isCentred = true
      }
      guard part == .main else { return }
      switch cell.standing {
      case .none: break
      case .met: $0.fillColour = 0xDDF0DD
      case .notMet: $0.fillColour = 0xF4C7B8
      case .noData: $0.fillColour = 0xE4E4E4
      }
    }
  }
}
