import CReadStat
import Foundation

/// The rows of a statistical file, piece by piece.
///
/// ReadStat calls back for every value and cannot be asked to wait, so a thread of its own parses
/// the file and waits in the callback while two pieces are ready and nobody has taken them. Memory
/// is those pieces, whatever the number of rows. (Row windows would be simpler, but a compressed
/// file has to be unpacked from its beginning for each.) A reader that is let go before the end
/// stops its thread.
package final class StatisticalRows {
  private let handover: Handover

  /// Begins reading.
  ///
  /// - Parameters:
  ///   - path: The file, whose `dictionary` has been read.
  ///   - kind: Its kind.
  ///   - dictionary: Its variables.
  ///   - plans: One per variable; `nil` leaves its cells empty. At least one is there.
  ///   - convertingText: As in ``readDictionary(_:kind:convertingText:)``.
  ///   - pieceSize: Bytes of text in a piece; the last row may exceed it.
  package init(
    _ path: String, kind: StatisticalFileKind, dictionary: StatisticalDictionary,
    plans: [CellPlan?], convertingText: Bool = false, pieceSize: Int
  ) {
    precondition(plans.count == dictionary.variables.count, "one plan per variable")
    let handover = Handover()
    self.handover = handover
    let worker = RowWorker(
      path: path, kind: kind, dictionary: dictionary, plans: plans, convertingText: convertingText,
      pieceSize: pieceSize, handover: handover)
    let thread = Thread { worker.run() }
    thread.stackSize = 8 << 20
    thread.start()
  }

  deinit { handover.abandon() }

  /// The next rows; `nil` after the last.
  ///
  /// - Throws: Why the rest cannot be read; what came before is not to be used then either.
  package func next() throws(StatisticalFault) -> RowPiece? { try handover.take() }

  /// Values declared missing that no plan has a text for, written as blank: how often each came.
  ///
  /// By number of the variable. Complete when ``next()`` has returned `nil`.
  package var blanked: [Int: [StatisticalValue: Int]] { handover.blanked }
}

/// Pieces on their way from the reading thread to who takes them.
private final class Handover: @unchecked Sendable {
  private static let ready = 2
  private let condition = NSCondition()
  private var pieces: [RowPiece] = []
  private var isEnded = false
  private var isAbandoned = false
  private var fault: StatisticalFault?
  private var values: [Int: [StatisticalValue: Int]] = [:]

  /// False when nobody wants more.
  func put(_ piece: RowPiece) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    while pieces.count >= Self.ready && !isAbandoned { condition.wait() }
    if isAbandoned { return false }
    pieces.append(piece)
    condition.broadcast()
    return true
  }

  func end(_ fault: StatisticalFault?, blanked: [Int: [StatisticalValue: Int]]) {
    condition.lock()
    isEnded = true
    self.fault = fault
    values = blanked
    condition.broadcast()
    condition.unlock()
  }

  func take() throws(StatisticalFault) -> RowPiece? {
    condition.lock()
    defer { condition.unlock() }
    while pieces.isEmpty && !isEnded { condition.wait() }
    if !pieces.isEmpty {
      let piece = pieces.removeFirst()
      condition.broadcast()
      return piece
    }
    if let fault { throw fault }
    return nil
  }

  func abandon() {
    condition.lock()
    isAbandoned = true
    pieces = []
    condition.broadcast()
    condition.unlock()
  }

  var blanked: [Int: [StatisticalValue: Int]] {
    condition.lock()
    defer { condition.unlock() }
    return values
  }
}

/// Parses a file on the thread it is run on.
private final class RowWorker: @unchecked Sendable {
  private let path: String
  private let kind: StatisticalFileKind
  private let dictionary: StatisticalDictionary
  private let plans: [CellPlan?]
  private let convertingText: Bool
  private let pieceSize: Int
  private let handover: Handover
  private var times: [TimeFormat?] = []
  private var rows: RowText?
  private var lastRow = -1

  init(
    path: String, kind: StatisticalFileKind, dictionary: StatisticalDictionary, plans: [CellPlan?],
    convertingText: Bool, pieceSize: Int, handover: Handover
  ) {
    self.path = path
    self.kind = kind
    self.dictionary = dictionary
    self.plans = plans
    self.convertingText = convertingText
    self.pieceSize = pieceSize
    self.handover = handover
  }

  func run() {
    guard let parser = readstat_parser_init() else {
      return handover.end(.unreadable(kind), blanked: [:])
    }
    defer { readstat_parser_free(parser) }
    readstat_set_handler_character_encoding(parser, convertingText ? "UTF-8" : nil)
    readstat_set_variable_handler(parser) { index, variable, _, context in
      working(context).take(variable, index: Int(index))
    }
    readstat_set_value_handler(parser) { row, variable, value, context in
      working(context).take(value, row: Int(row), variable: variable)
    }
    let status = parse(path, kind, parser, Unmanaged.passUnretained(self).toOpaque())
    if let rows, status == READSTAT_OK {
      let last = rows.takePiece()
      if !last.rowNumbers.isEmpty { _ = handover.put(last) }
    }
    handover.end(
      status == READSTAT_OK ? nil : fault(status, kind), blanked: rows?.blanked ?? [:])
  }

  func take(_ variable: UnsafeMutablePointer<readstat_variable_t>?, index: Int) -> Int32 {
    // The file may have been exchanged since its dictionary was read.
    guard index == times.count, index < plans.count else {
      return Int32(READSTAT_HANDLER_ABORT)
    }
    times.append(TimeFormat(variable))
    return Int32(
      plans[index] == nil
        ? READSTAT_HANDLER_SKIP_VARIABLE : READSTAT_HANDLER_OK)
  }

  @inline(__always)
  func take(
    _ value: readstat_value_t, row: Int, variable: UnsafeMutablePointer<readstat_variable_t>?
  ) -> Int32 {
    if row != lastRow {
      guard beginRow(row) else { return Int32(READSTAT_HANDLER_ABORT) }
    }
    rows?.take(value, row: row, variable: Int(readstat_variable_get_index(variable)))
    return Int32(READSTAT_HANDLER_OK)
  }

  private func beginRow(_ row: Int) -> Bool {
    lastRow = row
    guard let rows else {
      guard times.count == plans.count else { return false }
      rows = RowText(dictionary, plans: plans, times: times, size: pieceSize)
      return true
    }
    if rows.sizeBefore(row: row) >= pieceSize {
      return handover.put(rows.takePiece())
    }
    return true
  }
}

private func working(_ context: UnsafeMutableRawPointer?) -> RowWorker {
  guard let context else { preconditionFailure("ReadStat hands back the context it was given") }
  return Unmanaged<RowWorker>.fromOpaque(context).takeUnretainedValue()
}
