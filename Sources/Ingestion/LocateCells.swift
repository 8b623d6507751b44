import DelimitedText
package import SurveyModel

/// A cell of a response file: the line its row begins on, and the number of its field.
package struct CellAddress: Sendable, Hashable {
  package var line: Int
  package var field: Int

  package init(line: Int, field: Int) {
    self.line = line
    self.field = field
  }
}

/// Where cells of a response file stand, found by reading it once more.
///
/// Reading keeps the line of each row only; the columns of all cells would take more room than the
/// answers.
///
/// - Parameters:
///   - cells: Of rows that ``readResponses(file:shownAs:pattern:fields:interviewIDField:mapping:requiredFields:known:settings:digest:erased:)``
///     accepted, called with the same other arguments.
///   - path: The file to open, and its name in the places.
///   - pattern: Overrides of the survey file for this file.
///   - fields: Variables and items of the questionnaire.
///   - interviewIDField: The field, or the header, of the interview id.
///   - mapping: What the survey tells about its response files.
///   - requiredFields: Fields the design or the weighting needs.
/// - Returns: A place for each cell found; a file that has changed meanwhile gives fewer.
/// - Complexity: Linear in the file.
package func locateCells(
  _ cells: [CellAddress], inFile path: String, pattern: ResponseFilePattern?, fields: [Field],
  interviewIDField: String, mapping: ResponseMapping,
  requiredFields: Set<String>
) -> [CellAddress: SourceLocation] {
  guard !cells.isEmpty, let content = try? digest(ofFile: path) else { return [:] }
  let expected = HeaderExpectation(
    fields: fields, interviewIDField: interviewIDField, mapping: mapping,
    designFields: requiredFields)
  guard
    let opened = try? openResponses(
      path, name: path, pattern: pattern, content: content, expected: expected,
      blockSize: ImportSettings().blockSize)
  else { return [:] }
  let header = matchHeader(opened.header, to: expected, file: path)
  // Submissions have no table in which a cell could stand; their rows keep their places.
  guard header.isUsable, opened.submissions == nil else { return [:] }
  var fieldsOfLine: [Int: [Int]] = [:]
  for cell in cells { fieldsOfLine[cell.line, default: []].append(cell.field) }
  var places: [CellAddress: SourceLocation] = [:]
  if let sheet = opened.sheet {
    for (line, fields) in fieldsOfLine {
      for field in fields {
        guard let column = header.columnOfField[field] else { continue }
        places[CellAddress(line: line, field: field)] = sheet.place(
          of: column, row: line, file: path)
      }
    }
    return places
  }
  let plan = ImportPlan(
    file: path, fields: fields, header: header, delimiter: opened.delimiter, style: opened.style,
    interviewIDField: interviewIDField, designFields: requiredFields, mapping: mapping)
  opened.source.begin(plan)
  let tile = RowTile(columns: header.columnCount, capacity: TileSize.rows)
  while let piece = try? opened.source.next() {
    guard
      var scanner = RowScanner(
        piece.block, delimiter: plan.delimiter, from: piece.position, line: piece.line)
    else { continue }
    while scanner.fill(tile) {
      for row in 0..<tile.count {
        let line = Int(tile.lines[row])
        guard let fields = fieldsOfLine[line],
          tile.flags[row] & RowTile.wrongFieldCount == 0
        else { continue }
        for field in fields {
          guard let column = header.columnOfField[field] else { continue }
          let cell = Int(tile.ends[row * tile.stride + column]) + 1
          places[CellAddress(line: line, field: field)] = placeOfByte(
            cell, in: piece.block.bytes, lineStart: Int(tile.starts[row]), line: line, file: path)
        }
      }
    }
  }
  return places
}
