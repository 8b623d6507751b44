internal import SurveyModel

/// The form of a stored column, as `batch_column.form` names it.
enum ColumnForm: String {
  case coded8, coded16, integer, datetime, number, date, text, personal

  init(of field: Field) {
    if field.isDropped {
      self = .personal
      return
    }
    self =
      switch field.kind {
      case .coded(let list): list.fitsByte ? .coded8 : .coded16
      case .integer: .integer
      case .number: .number
      case .date: .date
      case .datetime: .datetime
      case .text: .text
      }
  }

  /// Bytes of one value in a chunk; for texts, of a position.
  var width: Int {
    switch self {
    case .coded8: 1
    case .coded16: 2
    case .date, .text: 4
    case .integer, .datetime, .number: 8
    case .personal: 0
    }
  }

  /// True when `values` are what a column of this form holds.
  func holds(_ values: ColumnValues) -> Bool {
    switch (self, values) {
    case (.coded8, .coded8), (.coded16, .coded16), (.integer, .integers), (.datetime, .integers),
      (.number, .numbers), (.date, .days), (.text, .texts), (.personal, .dropped):
      true
    default: false
    }
  }
}
