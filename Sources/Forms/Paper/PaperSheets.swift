/// The sheets a form fills, laid out so that nothing is cut.
struct PaperSheets {
  struct Sheet {
    var pieces: [PaperPiece] = []
    /// Millimetres filled.
    var height = 0.0
  }

  private(set) var sheets: [Sheet]
  /// Height of the part that is torn off the last sheet; 0 without one.
  let tearOffHeight: Double
  /// Sheets whose foot is the back of the part that is torn off.
  private(set) var emptyFoot: Int?

  /// - Parameters:
  ///   - pieces: In their order.
  ///   - grids: The tables the rows belong to.
  ///   - headHeight: Of title and instruction on the first sheet, in millimetres.
  ///   - tearOffHeight: Of the part with personal fields; 0 without one.
  ///   - isTwoSided: Keeps the back of that part empty.
  init(
    _ pieces: [PaperPiece], grids: [PaperGrid], headHeight: Double, tearOffHeight: Double,
    isTwoSided: Bool
  ) {
    self.tearOffHeight = tearOffHeight
    sheets = Self.fill(pieces, grids, headHeight: headHeight, reserved: nil)
    guard tearOffHeight > 0 else { return }
    addRoomForTearOff()
    // On both sides of the paper an even last sheet has the one before it on its other side.
    guard isTwoSided, sheets.count % 2 == 0 else { return }
    let front = sheets.count - 2
    guard sheets[front].height + tearOffHeight > PaperMeasure.sheetHeight else {
      emptyFoot = front
      return
    }
    sheets = Self.fill(
      pieces, grids, headHeight: headHeight, reserved: (sheet: front, height: tearOffHeight))
    addRoomForTearOff()
    // With one more sheet the part has moved to a sheet whose back is empty by itself.
    emptyFoot = sheets.count % 2 == 0 ? front : nil
  }

  private mutating func addRoomForTearOff() {
    if let last = sheets.last, last.height + tearOffHeight > PaperMeasure.sheetHeight {
      sheets.append(Sheet())
    }
  }

  private static func fill(
    _ pieces: [PaperPiece], _ grids: [PaperGrid], headHeight: Double,
    reserved: (sheet: Int, height: Double)?
  ) -> [Sheet] {
    var sheets = [Sheet(height: headHeight)]
    var table: Int?
    var index = 0
    while index < pieces.count {
      // Headings go with the first piece below them.
      var end = index
      while pieces[end].staysWithNext, end + 1 < pieces.count { end += 1 }
      let together = pieces[index...end]
      var needed = height(of: together, grids, after: table)
      let last = sheets.count - 1
      let room =
        PaperMeasure.sheetHeight - (reserved?.sheet == last ? reserved?.height ?? 0 : 0)
      // What is higher than a whole sheet stands alone and runs on.
      if sheets[last].height + needed > room, !sheets[last].pieces.isEmpty {
        sheets.append(Sheet())
        table = nil
        needed = height(of: together, grids, after: nil)
        if case .gridRow(let number, _) = together.first?.content {
          needed += grids[number].captionHeight
        }
      }
      sheets[sheets.count - 1].pieces += together
      sheets[sheets.count - 1].height += needed
      if case .gridRow(let number, _) = pieces[end].content { table = number } else { table = nil }
      index = end + 1
    }
    return sheets
  }

  /// With the head of the table that begins.
  private static func height(
    of pieces: ArraySlice<PaperPiece>, _ grids: [PaperGrid], after table: Int?
  ) -> Double {
    var height = 0.0
    var table = table
    for piece in pieces {
      height += piece.height
      guard case .gridRow(let number, _) = piece.content else {
        table = nil
        continue
      }
      if number != table { height += grids[number].headHeight }
      table = number
    }
    return height
  }
}
