internal import SurveyModel

/// Writes columns and interview ids of one batch as chunks.
struct ColumnWriter: ~Copyable {
  let batch: Int64
  let responses: ChunkWriter
  let texts: ChunkWriter

  func write(_ values: ColumnValues, column: Int) throws {
    let keys = [batch, Int64(column)]
    switch values {
    case .coded8(let values): try responses.insert(keys, values: values)
    case .coded16(let values): try responses.insert(keys, values: values)
    case .integers(let values): try responses.insert(keys, values: values)
    case .numbers(let values): try responses.insert(keys, values: values)
    case .days(let values): try responses.insert(keys, values: values)
    case .texts(let column):
      try responses.insert(keys, values: column.positions)
      try writeTexts(column.texts, keys)
    case .dropped: break
    }
  }

  func writeTexts(_ texts: [String], _ keys: [Int64]) throws {
    var packed = PackedTexts()
    var chunk = 0
    for index in texts.indices {
      packed.append(texts[index])
      if packed.isFull || index == texts.count - 1 {
        try packed.withBytes {
          try self.texts.insert(keys, chunk: chunk, count: packed.count, bytes: $0)
        }
        packed.removeAll()
        chunk += 1
      }
    }
  }
}

extension ChunkWriter {
  /// Writes interview ids: per chunk the ends as in ``PackedTexts``, then the bytes.
  func insert(_ ids: InterviewIDs, batch: Int64) throws {
    for (chunk, first) in stride(from: 0, to: ids.count, by: ChunkTable.capacity).enumerated() {
      let end = min(first + ChunkTable.capacity, ids.count)
      let base = ids.ends[first]
      var packed = PackedTexts()
      packed.append(
        ids.ends[(first + 1)...end], from: base, ids.bytes[Int(base)..<Int(ids.ends[end])])
      try packed.withBytes { try insert([batch], chunk: chunk, count: end - first, bytes: $0) }
    }
  }
}
