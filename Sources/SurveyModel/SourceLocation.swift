/// A place in an input file that an editor can open: `file:line:column`.
package struct SourceLocation: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The path as the user gave it, or as the file that names it gives it.
  package var file: String
  /// Counted from 1, the header line included; `nil` when the whole file is meant.
  package var line: Int?
  /// Counted from 1 in Unicode scalars; `nil` when the whole line is meant.
  package var column: Int?

  package init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }

  package var description: String {
    guard let line else { return file }
    guard let column else { return "\(file):\(line)" }
    return "\(file):\(line):\(column)"
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.file, left.line ?? 0, left.column ?? 0) < (right.file, right.line ?? 0, right.column ?? 0)
  }
}
