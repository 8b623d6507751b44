internal import GRDB
internal import SurveyModel

/// Reads one field of all live batches into one column.
struct ColumnReader: ~Copyable {
  private let responses: ChunkReader
  private let texts: ChunkReader
  private let batches: [StoredBatch]
  private let rowCount: Int
  private let path: String

  init(_ database: Database, batches: [StoredBatch], path: String) throws {
    // Both before either is stored: a value that owns them cannot be left half made.
    let responses = try ChunkReader(database, .response)
    let texts = try ChunkReader(database, .text)
    self.responses = responses
    self.texts = texts
    self.batches = batches
    rowCount = batches.reduce(0) { $0 + $1.rowCount }
    self.path = path
  }

  /// The column of `field` in the form the field has now; blank for batches older than the field.
  func column(_ field: Field) throws -> ColumnValues {
    if field.isDropped { return .dropped(count: rowCount) }
    switch field.kind {
    case .coded(let list):
      return list.fitsByte
        ? .coded8(try coded(field, list)) : .coded16(try coded(field, list))
    case .integer, .datetime: return .integers(try plain(field, blank: ColumnValues.blankInteger))
    case .number: return .numbers(try plain(field, blank: Double.nan))
    case .date: return .days(try plain(field, blank: ColumnValues.blankDay))
    case .text: return .texts(try textColumn(field))
    }
  }

  private func coded<Value: Position>(
    _ field: Field, _ list: CodeList
  ) throws -> [Value] {
    var mapping = CodeMapping(from: [], to: list)
    var mapped: Int64?
    return try collect(field, blank: Value(0), accepts: [.coded8, .coded16]) {
      batch, column, bytes, output in
      if mapped != batch.id {
        mapping = CodeMapping(from: column.codes, to: list)
        mapped = batch.id
      }
      do throws(CodeMapping.Fault) {
        switch column.form {
        case .coded8 where Value.self == UInt8.self && mapping.isIdentity,
          .coded16 where Value.self == UInt16.self && mapping.isIdentity:
          try mapping.copy(bytes, to: output)
        case .coded8: try mapping.translate(bytes, as: UInt8.self, to: output)
        default: try mapping.translate(bytes, as: UInt16.self, to: output)
        }
      } catch {
        switch error {
        case .notListed(let code):
          throw StoreError.codeNotInList(
            path: path, field: field.id, code: code, batch: batch.id, file: batch.file)
        case .noSuchPosition(let position):
          throw damage(batch, field, "position \(position)")
        }
      }
    }
  }

  private func plain<Value: BitwiseCopyable>(_ field: Field, blank: Value) throws -> [Value] {
    try collect(field, blank: blank, accepts: [ColumnForm(of: field)]) { _, _, bytes, output in
      UnsafeMutableRawBufferPointer(output).copyMemory(from: bytes)
    }
  }

  private func textColumn(_ field: Field) throws -> TextColumn {
    var merged = MergedTexts()
    var positions: [UInt32]?
    var mapped: Int64?
    let all = try collect(field, blank: UInt32(0), accepts: [.text]) {
      batch, column, bytes, output in
      if mapped != batch.id {
        positions = merged.add(try readTexts(batch, column, field))
        mapped = batch.id
      }
      UnsafeMutableRawBufferPointer(output).copyMemory(from: bytes)
      guard let positions else { return }
      for row in output.indices {
        guard Int(output[row]) < positions.count else {
          throw damage(batch, field, "text \(output[row])")
        }
        output[row] = positions[Int(output[row])]
      }
    }
    // With a single dictionary the positions were copied as they are: check them once.
    guard all.withUnsafeBufferPointer({ largest(of: $0) }) <= merged.texts.count else {
      throw StoreError.corrupted(path: path, detail: "\(field.id): text")
    }
    return TextColumn(positions: all, texts: merged.texts)
  }

  private func readTexts(
    _ batch: StoredBatch, _ column: StoredColumn, _ field: Field
  ) throws -> [String] {
    var read: [String] = []
    try texts.forEach([batch.id, column.number]) { count, packed in
      guard let (ends, bytes) = PackedTexts.unpack(packed, count: count) else {
        throw damage(batch, field, "text_chunk")
      }
      read.reserveCapacity(read.count + count)
      var start = 0
      for end in ends {
        read.append(String(decoding: bytes[start..<Int(end)], as: UTF8.self))
        start = Int(end)
      }
    }
    return read
  }

  /// Fills one array with the chunks of every batch, each through `transfer`.
  private func collect<Value: BitwiseCopyable>(
    _ field: Field, blank: Value, accepts forms: [ColumnForm],
    _ transfer: (
      StoredBatch, StoredColumn, UnsafeRawBufferPointer, UnsafeMutableBufferPointer<Value>
    ) throws -> Void
  ) throws -> [Value] {
    try [Value](unsafeUninitializedCapacity: rowCount) { values, filled in
      prepareMemory(UnsafeMutableRawBufferPointer(values))
      var row = 0
      for batch in batches {
        let end = row + batch.rowCount
        // A field that is new since the batch, or was personal then, has no values in it. Pseudonyms
        // are read only as such, and clear texts never as pseudonyms.
        guard let column = batch.columns[field.id], column.form != .personal,
          column.isPseudonym == field.isPseudonym
        else {
          UnsafeMutableBufferPointer(rebasing: values[row..<end]).initialize(repeating: blank)
          row = end
          continue
        }
        guard forms.contains(column.form) else {
          throw StoreError.kindChanged(
            path: path, field: field.id, stored: column.form.rawValue,
            wanted: ColumnForm(of: field).rawValue, batch: batch.id)
        }
        let width = column.form.width
        try responses.forEach([batch.id, column.number]) { count, bytes in
          guard count > 0, row + count <= end, bytes.count == count * width else {
            throw damage(batch, field, "response_chunk")
          }
          try transfer(
            batch, column, bytes, UnsafeMutableBufferPointer(rebasing: values[row..<row + count]))
          row += count
        }
        guard row == end else { throw damage(batch, field, "response_chunk") }
      }
      filled = rowCount
    }
  }

  private func damage(_ batch: StoredBatch, _ field: Field, _ part: String) -> StoreError {
    .corrupted(path: path, detail: "batch \(batch.id), \(field.id): \(part)")
  }
}
