/// A piece of the form that stays whole on a sheet, with its height in millimetres.
struct PaperPiece: Sendable {
  var content: Content
  var height: Double
  /// A heading is not left alone at the foot of a sheet.
  var staysWithNext = false

  enum Content: Sendable {
    case heading(Wording)
    case note(Wording)
    case question(PaperQuestion)
    /// A row of the table with this number.
    case gridRow(table: Int, PaperGridRow)
  }
}

/// A question with its place to answer beside it.
struct PaperQuestion: Sendable {
  var number: Int?
  var label: Wording
  /// When it is asked.
  var condition: Wording?
  var answer: Answer

  enum Answer: Sendable {
    /// Boxes to mark, in so many columns.
    case choices([PaperChoice], columns: Int)
    /// A line to write on, with what to write after it.
    case line(unit: String?)
    /// A line for a name from a long list, and one for its code.
    case nameAndCode
    case date
    case datetime
  }
}

struct PaperChoice: Sendable {
  /// Printed in the box where it is short enough.
  var code: String?
  var label: Wording
}

/// A table of items with one answer scale.
struct PaperGrid: Sendable {
  var choices: [PaperChoice]
  /// Height in millimetres of the row with the answers.
  var headHeight: Double
  /// Its factor and when that is asked, said again where a sheet begins with rows of the table.
  var caption: Wording
  var captionHeight: Double
}

struct PaperGridRow: Sendable {
  var number: Int?
  var label: Wording
  var condition: Wording?
}

/// Measures of the page, in millimetres and points; the style sheet of the template has the same.
enum PaperMeasure {
  static let textSize = 9.5
  static let smallSize = 8.0
  static let headSize = 7.5
  static let width = 180.0
  /// What a sheet holds between its top line and its foot.
  static let sheetHeight = 256.0
  static let numberWidth = 9.0
  static let labelWidth = 60.0
  static let answerWidth = 107.0
  static let answerColumn = 15.0
  /// Above and below the text of a row.
  static let padding = 2.1
  static let writingLine = 6.6
  static let boxWidth = 7.0
}
