/// Reads the rows of a sheet as a stream.
package final class SheetReader {
  /// The sheet's name.
  package let sheet: String
  private let handler: SheetHandler
  private var part: PartReader
  private var piecesRead = 0

  init(_ handler: SheetHandler, part: consuming PartReader, sheet: String) {
    self.handler = handler
    self.part = part
    self.sheet = sheet
  }

  /// Hidden rows met so far; they are read like all others.
  package var hiddenRows: Int { handler.state.pointee.hiddenRows }

  /// Hidden columns, from 0; they are read like all others.
  package var hiddenColumns: [ClosedRange<Int>] { handler.state.pointee.hiddenColumns }

  /// Rows met so far whose cells did not stand in the order of their columns.
  package var unsortedRows: Int { handler.state.pointee.unsortedRows }

  /// Reads the next rows that hold something.
  ///
  /// - Parameters:
  ///   - rows: Replaced by the rows; its memory is used again.
  ///   - byteCount: How much text to read at least before the rows are handed over.
  ///   - inHead: Stops after the first ``SpreadsheetLimits/head`` bytes of the sheet.
  /// - Returns: False when there are no more rows.
  /// - Throws: What is wrong with the sheet.
  package func next(
    into rows: inout SheetRows, atLeast byteCount: Int, inHead: Bool = false
  ) throws(WorkbookFault) -> Bool {
    rows.removeAll()
    while true {
      let isFull = handler.state.pointee.isFull(byteCount)
      let isBeyondHead = inHead && piecesRead >= SpreadsheetLimits.head / PartReader.pieceSize
      if isFull || part.isAtEnd || isBeyondHead { break }
      piecesRead += 1
      do throws(WorkbookFault) { try part.step() } catch {
        // What the rows themselves were refused for says more than where parsing was stopped.
        throw handler.state.pointee.fault ?? error
      }
      if let fault = handler.state.pointee.fault { throw fault }
    }
    handler.state.pointee.takeRows(into: &rows)
    return !rows.rows.isEmpty
  }
}
