internal import Foundation
internal import GRDB
internal import SurveyModel

/// Takes the rows of some interviews out of one batch.
struct BatchRemoval {
  private let database: Database
  private let batch: Int64
  private let ids: Set<String>
  private let path: String
  /// Of these interviews, whoever else gave them too.
  private(set) var texts: Set<String> = []
  private(set) var acceptedRows = 0
  /// Lines of the rejected and duplicate rows that went.
  private(set) var rejectLines: [Int] = []

  init(_ database: Database, batch: Int64, ids: Set<String>, path: String) throws {
    self.database = database
    self.batch = batch
    self.ids = ids
    self.path = path
  }

  /// Writes the ids and every column of the batch anew without the rows.
  mutating func removeRows() throws {
    let (stored, removed) = try removedRows()
    guard removed.contains(true) else { return }
    var kept = InterviewIDs()
    for row in removed.indices where !removed[row] {
      kept.append(stored.bytes[Int(stored.ends[row])..<Int(stored.ends[row + 1])])
    }
    try database.execute(
      sql: "DELETE FROM interview_id_chunk WHERE batch_id = ?", arguments: [batch])
    try ChunkWriter(database, .interviewID).insert(kept, batch: batch)
    let columns = try StoredRow.fetchAll(
      database,
      sql: """
        SELECT column_number, form FROM batch_column
        WHERE batch_id = ? AND form <> 'personal' ORDER BY column_number
        """, arguments: [batch])
    for row in columns {
      let form: ColumnForm = try row.choice("form")
      try removeRows(removed, column: try row["column_number"], form)
    }
    acceptedRows = removed.count { $0 }
    try database.execute(
      sql: "UPDATE batch SET erased_accepted_count = erased_accepted_count + ? WHERE id = ?",
      arguments: [acceptedRows, batch])
  }

  /// All ids of the batch, and per row whether it goes.
  private func removedRows() throws -> (stored: InterviewIDs, removed: [Bool]) {
    var stored = InterviewIDs()
    try ChunkReader(database, .interviewID).forEach([batch]) { count, packed in
      guard let (ends, bytes) = PackedTexts.unpack(packed, count: count) else {
        throw StoreError.corrupted(path: path, detail: "batch \(batch): interview_id_chunk")
      }
      let base = UInt32(stored.bytes.count)
      stored.bytes.append(contentsOf: bytes)
      for end in ends { stored.ends.append(base + end) }
    }
    return (stored, (0..<stored.count).map { ids.contains(stored[$0]) })
  }

  private mutating func removeRows(
    _ removed: [Bool], column: Int64, _ form: ColumnForm
  ) throws {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(removed.count * form.width)
    try ChunkReader(database, .response).forEach([batch, column]) { _, chunk in
      bytes.append(contentsOf: chunk)
    }
    guard bytes.count == removed.count * form.width else {
      throw StoreError.corrupted(path: path, detail: "batch \(batch): response_chunk")
    }
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    for row in removed.indices where !removed[row] {
      kept.append(contentsOf: bytes[(row * form.width)..<((row + 1) * form.width)])
    }
    try database.execute(
      sql: "DELETE FROM response_chunk WHERE batch_id = ? AND column_number = ?",
      arguments: [batch, column])
    if form == .text {
      try writeTexts(
        all: Self.positions(bytes), kept: Self.positions(kept), removed: removed, column: column)
      return
    }
    let writer = try ChunkWriter(database, .response)
    let rowsPerChunk = ChunkTable.capacity
    let rows = kept.count / form.width
    try kept.withUnsafeBytes { kept in
      for (chunk, first) in stride(from: 0, to: rows, by: rowsPerChunk).enumerated() {
        let end = min(first + rowsPerChunk, rows)
        try writer.insert(
          [batch, column], chunk: chunk, count: end - first,
          bytes: UnsafeRawBufferPointer(rebasing: kept[(first * form.width)..<(end * form.width)]))
      }
    }
  }

  /// Keeps the texts that are still given, numbered anew in their order.
  private mutating func writeTexts(
    all: [UInt32], kept: [UInt32], removed: [Bool], column: Int64
  ) throws {
    let stored = try PackedTexts.readAll(database, batch: batch, column: column, path: path)
    guard all.allSatisfy({ Int($0) <= stored.count }) else {
      throw StoreError.corrupted(path: path, detail: "batch \(batch): text_chunk")
    }
    for row in removed.indices where removed[row] && all[row] > 0 {
      texts.insert(stored[Int(all[row]) - 1])
    }
    var isUsed = [Bool](repeating: false, count: stored.count + 1)
    for position in kept { isUsed[Int(position)] = true }
    var newPosition = [UInt32](repeating: 0, count: stored.count + 1)
    var left: [String] = []
    for position in 1..<(stored.count + 1) where isUsed[position] {
      left.append(stored[position - 1])
      newPosition[position] = UInt32(left.count)
    }
    try database.execute(
      sql: "DELETE FROM text_chunk WHERE batch_id = ? AND column_number = ?",
      arguments: [batch, column])
    let writer = try ColumnWriter(
      batch: batch, responses: ChunkWriter(database, .response), texts: ChunkWriter(database, .text)
    )
    try writer.write(
      .texts(TextColumn(positions: kept.map { newPosition[Int($0)] }, texts: left)),
      column: Int(column))
  }

  private static func positions(_ bytes: [UInt8]) -> [UInt32] {
    bytes.withUnsafeBytes { raw in
      (0..<(raw.count / 4)).map {
        UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self))
      }
    }
  }

  /// Deletes rejected and duplicate rows of the interviews, and those without a readable id in which
  /// a cell is one of the ids, with their findings.
  mutating func removeRejects() throws {
    let rejects = try StoredRow.fetchAll(
      database, sql: "SELECT id, kind, line, interview_id, raw_text FROM reject WHERE batch_id = ?",
      arguments: [batch])
    for row in rejects {
      let known: String? = try row[optional: "interview_id"]
      let isOfThese =
        if let known { ids.contains(known) } else { namesAny(of: ids, in: try row["raw_text"]) }
      guard isOfThese else { continue }
      let reject: Int64 = try row["id"]
      let kind: RejectedRow.Kind = try row.choice("kind")
      try database.execute(sql: "DELETE FROM finding WHERE reject_id = ?", arguments: [reject])
      try database.execute(sql: "DELETE FROM reject WHERE id = ?", arguments: [reject])
      let column = kind == .duplicate ? "erased_duplicate_count" : "erased_rejected_count"
      try database.execute(
        sql: "UPDATE batch SET \(column) = \(column) + 1 WHERE id = ?", arguments: [batch])
      rejectLines.append(try row["line"])
    }
  }
}

/// Whether a cell of a row as it stood is one of the ids, whatever its delimiter.
package func namesAny(of ids: Set<String>, in rawText: String) -> Bool {
  rawText.split { $0 == "," || $0 == ";" || $0 == "\t" || $0 == "|" || $0 == "\"" }.contains {
    ids.contains(
      $0.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping)
  }
}

extension PackedTexts {
  /// The distinct texts of a stored column, in order.
  static func readAll(
    _ database: Database, batch: Int64, column: Int64, path: String
  ) throws -> [String] {
    var read: [String] = []
    try ChunkReader(database, .text).forEach([batch, column]) { count, packed in
      guard let (ends, bytes) = unpack(packed, count: count) else {
        throw StoreError.corrupted(path: path, detail: "batch \(batch): text_chunk")
      }
      var start = 0
      for end in ends {
        read.append(String(decoding: bytes[start..<Int(end)], as: UTF8.self))
        start = Int(end)
      }
    }
    return read
  }
}
