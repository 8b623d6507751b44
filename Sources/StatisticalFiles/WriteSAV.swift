import CReadStat
import Glibc

/// Why an SPSS file cannot be written.
package struct StatisticalWritingError: Error, Sendable {
  /// The variable at fault, if it is one.
  package var variable: String?
  /// What ReadStat says.
  package var reason: String
}

/// Writes an SPSS file, texts in UTF-8, codes of one byte for small numbers.
///
/// The same content gives the same bytes: the time of making is fixed.
///
/// - Parameters:
///   - variables: Under names of ``statisticalNames(_:)``.
///   - rowCount: How many rows there are.
///   - title: The file's label; cut to 64 bytes.
///   - value: The value of a row and a variable; a text longer than its variable is cut.
/// - Returns: The bytes of the file.
/// - Throws: What SPSS would not take.
package func savFile(
  _ variables: [WrittenVariable], rowCount: Int, title: String = "",
  value: (_ row: Int, _ variable: Int) -> WrittenValue
) throws(StatisticalWritingError) -> [UInt8] {
  guard let writer = readstat_writer_init() else {
    throw StatisticalWritingError(variable: nil, reason: "no memory")
  }
  defer { readstat_writer_free(writer) }
  let sink = ByteSink()
  let context = Unmanaged.passUnretained(sink).toOpaque()
  readstat_set_data_writer(writer) { data, count, context in
    guard let context, let data else { return -1 }
    let sink = Unmanaged<ByteSink>.fromOpaque(context).takeUnretainedValue()
    sink.bytes.append(contentsOf: UnsafeRawBufferPointer(start: data, count: count))
    return count
  }
  readstat_writer_set_compression(writer, READSTAT_COMPRESS_ROWS)
  readstat_writer_set_file_timestamp(writer, 315_532_800)
  readstat_writer_set_file_label(writer, cut(title, to: 64))
  var handles: [UnsafeMutablePointer<readstat_variable_t>] = []
  for (number, variable) in variables.enumerated() {
    handles.append(try add(variable, number: number, to: writer))
  }
  func check(_ status: readstat_error_t, _ variable: Int? = nil) throws(StatisticalWritingError) {
    guard status == READSTAT_OK else {
      throw StatisticalWritingError(
        variable: variable.map { variables[$0].name },
        reason: String(cString: readstat_error_message(status)))
    }
  }
  try check(readstat_begin_writing_sav(writer, context, rowCount))
  for (number, handle) in handles.enumerated() {
    try check(readstat_validate_variable(writer, handle), number)
  }
  for row in 0..<rowCount {
    try check(readstat_begin_row(writer))
    for (number, handle) in handles.enumerated() {
      let status: readstat_error_t
      switch value(row, number) {
      case .blank: status = readstat_insert_missing_value(writer, handle)
      case .number(let value): status = readstat_insert_double_value(writer, handle, value)
      case .text(let text):
        guard case .text(let width) = variables[number].form else {
          preconditionFailure("a text stands in a variable of texts")
        }
        status = readstat_insert_string_value(writer, handle, cut(text, to: width))
      }
      try check(status, number)
    }
    try check(readstat_end_row(writer))
  }
  try check(readstat_end_writing(writer))
  return dated(sink.bytes)
}

private final class ByteSink {
  var bytes: [UInt8] = []
}

private func add(
  _ variable: WrittenVariable, number: Int, to writer: UnsafeMutablePointer<readstat_writer_t>
) throws(StatisticalWritingError) -> UnsafeMutablePointer<readstat_variable_t> {
  let type: readstat_type_t
  let format: String
  var width = 0
  switch variable.form {
  case .number(let decimals):
    (type, format) = (READSTAT_TYPE_DOUBLE, "F\(8 + decimals).\(decimals)")
  // Day first, as Vietnam writes dates.
  case .date: (type, format) = (READSTAT_TYPE_DOUBLE, "EDATE10")
  case .datetime: (type, format) = (READSTAT_TYPE_DOUBLE, "DATETIME20")
  case .text(let bytes):
    width = min(max(bytes, 1), WrittenVariable.longestText)
    (type, format) = (READSTAT_TYPE_STRING, "A\(width)")
  }
  guard let handle = readstat_add_variable(writer, variable.name, type, width) else {
    throw StatisticalWritingError(variable: variable.name, reason: "no memory")
  }
  readstat_variable_set_label(handle, cut(variable.label, to: 255))
  readstat_variable_set_format(handle, format)
  let measure =
    switch variable.measure {
    case .nominal: READSTAT_MEASURE_NOMINAL
    case .ordinal: READSTAT_MEASURE_ORDINAL
    case .scale: READSTAT_MEASURE_SCALE
    }
  readstat_variable_set_measure(handle, measure)
  if !variable.labels.isEmpty {
    let labels = readstat_add_label_set(writer, type, "labels\(number)")
    for (value, label) in variable.labels {
      switch value {
      case .blank: continue
      case .number(let key): readstat_label_double_value(labels, key, cut(label, to: 120))
      case .text(let key):
        readstat_label_string_value(labels, cut(key, to: width), cut(label, to: 120))
      }
    }
    readstat_variable_set_label_set(handle, labels)
  }
  for value in variable.missing.values {
    switch value {
    case .blank: continue
    case .number(let missing): readstat_variable_add_missing_double_value(handle, missing)
    case .text(let missing): readstat_variable_add_missing_string_value(handle, missing)
    }
  }
  if let range = variable.missing.range {
    readstat_variable_add_missing_double_range(handle, range.lowerBound, range.upperBound)
  }
  return handle
}

/// The longest beginning of whole characters with at most `limit` bytes, without zeros.
private func cut(_ text: String, to limit: Int) -> String {
  var kept = text.utf8.contains(0) ? text.filter { $0 != "\0" } : text
  guard kept.utf8.count > limit else { return kept }
  var end = kept.utf8.index(kept.startIndex, offsetBy: limit)
  while end.samePosition(in: kept) == nil { end = kept.utf8.index(before: end) }
  kept = String(kept[..<end])
  return kept
}

/// The file with a fixed day and time of making in its header, which is otherwise written in the
/// time zone of the machine.
private func dated(_ bytes: [UInt8]) -> [UInt8] {
  let stamp = Array("01 Jan 8000:00:00".utf8)
  guard bytes.count >= 92 + stamp.count else { return bytes }
  var dated = bytes
  dated.replaceSubrange(92..<92 + stamp.count, with: stamp)
  return dated
}
