internal import GRDB

#if _endian(big)
  #error("chunks are written as they lie in memory, and the file format is little-endian")
#endif

/// A table that holds arrays in pieces: keys, chunk number from 0, count, bytes.
struct ChunkTable {
  /// Most values in one chunk; every chunk of an array but its last has as many.
  static let capacity = 65_536

  let name: String
  let keys: [String]
  let count: String

  static let response = ChunkTable(
    name: "response_chunk", keys: ["batch_id", "column_number"], count: "row_count")
  static let text = ChunkTable(
    name: "text_chunk", keys: ["batch_id", "column_number"], count: "text_count")
  static let interviewID = ChunkTable(
    name: "interview_id_chunk", keys: ["batch_id"], count: "row_count")
  static let weight = ChunkTable(name: "weight_chunk", keys: ["step_id"], count: "row_count")
}

/// Inserts the chunks of one table.
struct ChunkWriter: ~Copyable {
  private let statement: RawStatement
  private let blobParameter: Int

  init(_ database: Database, _ table: ChunkTable) throws {
    let columns = table.keys + ["chunk_number", table.count, "bytes"]
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    statement = try RawStatement(
      database,
      "INSERT INTO \(table.name) (\(columns.joined(separator: ", "))) VALUES (\(marks))")
    blobParameter = columns.count
  }

  func insert(_ keys: [Int64], chunk: Int, count: Int, bytes: UnsafeRawBufferPointer) throws {
    try statement.start(keys + [Int64(chunk), Int64(count)])
    try statement.run(with: bytes, at: blobParameter)
  }

  /// Inserts an array, cut into chunks of ``ChunkTable/capacity`` values.
  func insert<Value: BitwiseCopyable>(_ keys: [Int64], values: [Value]) throws {
    let width = MemoryLayout<Value>.stride
    try values.withUnsafeBytes { bytes in
      for (chunk, first) in stride(from: 0, to: values.count, by: ChunkTable.capacity).enumerated()
      {
        let end = min(first + ChunkTable.capacity, values.count)
        try insert(
          keys, chunk: chunk, count: end - first,
          bytes: UnsafeRawBufferPointer(rebasing: bytes[first * width..<end * width]))
      }
    }
  }
}

/// Reads the chunks of one table back, in order.
struct ChunkReader: ~Copyable {
  private let statement: RawStatement

  init(_ database: Database, _ table: ChunkTable) throws {
    let condition = table.keys.map { "\($0) = ?" }.joined(separator: " AND ")
    statement = try RawStatement(
      database,
      "SELECT \(table.count), bytes FROM \(table.name) WHERE \(condition) ORDER BY chunk_number")
  }

  /// Gives each chunk's count and bytes; the bytes are valid within `body` only.
  func forEach(_ keys: [Int64], _ body: (Int, UnsafeRawBufferPointer) throws -> Void) throws {
    try statement.start(keys)
    defer { statement.reset() }
    while try statement.step() {
      try body(statement.integer(0), statement.bytes(1))
    }
  }
}
