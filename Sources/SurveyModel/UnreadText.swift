/// A text that is no answer, in the columns of coded questions, numbers and dates of one file.
///
/// Such a text fails in row after row; declared once, as `<blank>` or `<answer>`, it fails no more.
package struct UnreadText: Sendable, Hashable {
  /// As it stands in the first cell that holds it.
  package var text: String
  /// Cells that hold it, letter case ignored.
  package var cells: Int
  /// Fields whose columns hold it, in the order of the questionnaire.
  package var fields: [String]
  /// One of the texts that people and programs write for "no answer": offered as `<blank>`.
  package var looksBlank: Bool

  package init(text: String, cells: Int, fields: [String], looksBlank: Bool) {
    self.text = text
    self.cells = cells
    self.fields = fields
    self.looksBlank = looksBlank
  }
}
