/// What a small file of the survey tells about one unit: forms given out, returned, planned.
package struct UnitNumbers: Sendable, Hashable {
  package var level: GroupLevel
  /// In the order of the columns asked for.
  package var numbers: [Double]
  package var line: Int

  package init(level: GroupLevel, numbers: [Double], line: Int) {
    self.level = level
    self.numbers = numbers
    self.line = line
  }
}
