/// Puts pieces on pages, one after the other; a page that is full is given away.
final class PageComposer {
  private let receiver: any PageReceiver
  private let mostPages: Int
  private var page = PrintedPage(number: 1, format: .portrait)
  /// The height used on the page.
  private var used = 0.0
  /// Pieces that wait for the one they must stand with, or to be tied to it.
  private var pending: [Piece] = []
  /// Asked for before what comes next.
  private var space = 0.0

  /// Composing stops beyond `mostPages`: a binder of ten thousand pages is no report.
  init(_ receiver: any PageReceiver, mostPages: Int = 10_000) {
    self.receiver = receiver
    self.mostPages = mostPages
  }

  /// At least so much space before what comes next.
  func leave(_ space: Double) { self.space = max(self.space, space) }

  func place(_ piece: Piece) throws(PrintingError) {
    if let last = pending.last,
      !last.keepsWithNext || height(of: pending) > last.format.bodyHeight
    {
      try placePending()
    }
    var piece = piece
    piece.spaceBefore = max(piece.spaceBefore, space)
    space = 0
    pending.append(piece)
  }

  /// Keeps what was placed last on the page of what comes next, so that a signature never stands
  /// alone.
  func tie() {
    guard pending.last?.format == .portrait else { return }
    pending[pending.count - 1].keepsWithNext = true
  }

  func place(_ pieces: [Piece]) throws(PrintingError) {
    for piece in pieces { try place(piece) }
  }

  /// Gives away the last page.
  func finish() throws(PrintingError) {
    try placePending()
    if !page.placed.isEmpty || page.number == 1 { try receiver.receive(page) }
  }

  /// The whole group on one page if it fits on any, else piece by piece.
  private func placePending() throws(PrintingError) {
    guard let format = pending.last?.format else { return }
    if format != page.format { try turn(to: format) }
    let needed = height(of: pending)
    let room = format.bodyHeight - used
    if needed + (page.placed.isEmpty ? 0 : pending[0].spaceBefore) > room + 0.01,
      !page.placed.isEmpty, needed + (pending[0].head?.height ?? 0) <= format.bodyHeight
    {
      try turn(to: format)
    }
    for piece in pending {
      let space = page.placed.isEmpty ? 0 : piece.spaceBefore
      if !page.placed.isEmpty, used + space + piece.height > format.bodyHeight + 0.01 {
        try turn(to: format)
      }
      if page.placed.isEmpty, let head = piece.head {
        for piece in head.pieces { put(piece) }
      }
      put(piece)
    }
    pending = []
  }

  private func put(_ piece: Piece) {
    if !page.placed.isEmpty { used += piece.spaceBefore }
    page.placed.append((piece, used))
    used += piece.height
  }

  /// Begins a new page, unless the present one is empty and only changes its format.
  private func turn(to format: PageFormat) throws(PrintingError) {
    if !page.placed.isEmpty {
      try receiver.receive(page)
      guard page.number < mostPages else { throw .tooManyPages(limit: mostPages) }
      page = PrintedPage(number: page.number + 1, format: format)
    }
    page.format = format
    used = 0
  }

  /// The height of a group without the space before its first piece.
  private func height(of pieces: [Piece]) -> Double {
    var height = 0.0
    for (index, piece) in pieces.enumerated() {
      height += piece.height + (index == 0 ? 0 : piece.spaceBefore)
    }
    return height
  }
}
