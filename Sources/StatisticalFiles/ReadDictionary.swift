import CReadStat
import Glibc

/// Reads what a statistical file says before its first row.
///
/// - Parameters:
///   - path: The file to open.
///   - kind: What its first bytes say it is.
///   - convertingText: Has ReadStat turn texts into UTF-8, and refuse the file for one bad byte;
///     else they are left as they stand in the file.
/// - Returns: Its variables, their labels and its encoding.
/// - Throws: Why the file cannot be read.
package func readDictionary(
  _ path: String, kind: StatisticalFileKind, convertingText: Bool = false
) throws(StatisticalFault) -> StatisticalDictionary {
  if kind == .sav || kind == .zsav { try checkSAV(path, kind: kind) }
  let collector = DictionaryCollector(isStata: kind == .stata)
  guard let parser = readstat_parser_init() else { throw .unreadable(kind) }
  defer { readstat_parser_free(parser) }
  readstat_set_handler_character_encoding(parser, convertingText ? "UTF-8" : nil)
  readstat_set_metadata_handler(parser) { metadata, context in
    collected(context).take(metadata)
  }
  readstat_set_variable_handler(parser) { _, variable, labels, context in
    collected(context).take(variable, labels: labels)
  }
  readstat_set_value_label_handler(parser) { name, value, label, context in
    collected(context).take(label: label, of: value, in: name)
  }
  let status = parse(path, kind, parser, Unmanaged.passUnretained(collector).toOpaque())
  if let excess = collector.excess { throw .tooLarge(kind, excess) }
  if status != READSTAT_OK { throw fault(status, kind) }
  return collector.finish()
}

/// Runs ReadStat's parser for the kind of file.
func parse(
  _ path: String, _ kind: StatisticalFileKind, _ parser: UnsafeMutablePointer<readstat_parser_t>,
  _ context: UnsafeMutableRawPointer
) -> readstat_error_t {
  switch kind {
  case .sav, .zsav: readstat_parse_sav(parser, path, context)
  case .por: readstat_parse_por(parser, path, context)
  case .stata: readstat_parse_dta(parser, path, context)
  }
}

/// What ReadStat's status means.
func fault(_ status: readstat_error_t, _ kind: StatisticalFileKind) -> StatisticalFault {
  switch status {
  case READSTAT_ERROR_OPEN: .unreadable(kind)
  case READSTAT_ERROR_READ, READSTAT_ERROR_SEEK, READSTAT_ERROR_ROW_COUNT_MISMATCH: .cutOff(kind)
  case READSTAT_ERROR_MALLOC: .tooLarge(kind, .dictionary)
  case READSTAT_ERROR_UNSUPPORTED_COMPRESSION, READSTAT_ERROR_UNSUPPORTED_CHARSET,
    READSTAT_ERROR_UNSUPPORTED_FILE_FORMAT_VERSION:
    .unsupported(kind, detail: String(cString: readstat_error_message(status)))
  default: .damaged(kind)
  }
}

private func collected(_ context: UnsafeMutableRawPointer?) -> DictionaryCollector {
  guard let context else { preconditionFailure("ReadStat hands back the context it was given") }
  return Unmanaged<DictionaryCollector>.fromOpaque(context).takeUnretainedValue()
}

private final class DictionaryCollector {
  private let isStata: Bool
  private var dictionary = StatisticalDictionary(variables: [], encoding: nil, rowCount: nil)
  private var labelSetOfVariable: [String] = []
  private var labelSets: [String: [(value: StatisticalValue, label: [UInt8])]] = [:]
  private var labelCount = 0
  /// Most bytes of the name of a set of labels.
  private var nameLimit = Int.max
  private(set) var excess: StatisticalFault.Excess?

  init(isStata: Bool) { self.isStata = isStata }

  /// Bytes that a release of Stata's format has for a name, the zero at its end included.
  private static func nameLength(release: Int32) -> Int {
    release < 110 ? 9 : release < 118 ? 33 : 129
  }

  /// ReadStat hands out the field of a Stata file as it stands there: a damaged one has no zero at
  /// its end, and memory behind it would be read.
  private func name(_ text: UnsafePointer<CChar>) -> String {
    let length = strnlen(text, nameLimit)
    return String(decoding: UnsafeRawBufferPointer(start: text, count: length), as: UTF8.self)
  }

  private var go: Int32 { Int32(READSTAT_HANDLER_OK) }

  private func stop(_ reason: StatisticalFault.Excess) -> Int32 {
    excess = reason
    return Int32(READSTAT_HANDLER_ABORT)
  }

  func take(_ metadata: UnsafeMutablePointer<readstat_metadata_t>?) -> Int32 {
    if isStata { nameLimit = Self.nameLength(release: readstat_get_file_format_version(metadata)) }
    let rows = Int(readstat_get_row_count(metadata))
    dictionary.rowCount = rows >= 0 ? rows : nil
    dictionary.encoding = readstat_get_file_encoding(metadata).map { String(cString: $0) }
    guard readstat_get_var_count(metadata) <= StatisticalLimits.variables else {
      return stop(.variables)
    }
    return go
  }

  func take(
    _ variable: UnsafeMutablePointer<readstat_variable_t>?, labels: UnsafePointer<CChar>?
  ) -> Int32 {
    guard dictionary.variables.count < StatisticalLimits.variables else {
      return stop(.variables)
    }
    guard readstat_variable_get_storage_width(variable) <= StatisticalLimits.row else {
      return stop(.row)
    }
    let isText = readstat_variable_get_type_class(variable) == READSTAT_TYPE_CLASS_STRING
    var missing: [StatisticalVariable.MissingRange] = []
    for number in 0..<max(readstat_variable_get_missing_ranges_count(variable), 0) {
      if let low = value(readstat_variable_get_missing_range_lo(variable, number)),
        let high = value(readstat_variable_get_missing_range_hi(variable, number))
      {
        missing.append(StatisticalVariable.MissingRange(lowest: low, highest: high))
      }
    }
    dictionary.variables.append(
      StatisticalVariable(
        name: bytes(readstat_variable_get_name(variable)),
        label: bytes(readstat_variable_get_label(variable)),
        kind: isText ? .text : TimeFormat(variable)?.kind ?? .number, labels: [], missing: missing))
    labelSetOfVariable.append(labels.map { name($0) } ?? "")
    return go
  }

  func take(
    label: UnsafePointer<CChar>?, of value: readstat_value_t, in name: UnsafePointer<CChar>?
  ) -> Int32 {
    labelCount += 1
    guard labelCount <= StatisticalLimits.labels else { return stop(.labels) }
    guard let name, let key = StatisticalFiles.value(value) else { return go }
    labelSets[self.name(name), default: []].append((key, bytes(label)))
    return go
  }

  func finish() -> StatisticalDictionary {
    for (number, name) in labelSetOfVariable.enumerated() where !name.isEmpty {
      dictionary.variables[number].labels = labelSets[name] ?? []
    }
    return dictionary
  }
}

/// A C string as bytes; empty for none.
func bytes(_ text: UnsafePointer<CChar>?) -> [UInt8] {
  guard let text else { return [] }
  return Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
}

/// A value of ReadStat; `nil` for the missing value of the system.
func value(_ value: readstat_value_t) -> StatisticalValue? {
  if readstat_value_is_tagged_missing(value) != 0 {
    return .tag(UInt8(bitPattern: readstat_value_tag(value)))
  }
  if readstat_value_is_system_missing(value) != 0 { return nil }
  guard readstat_value_type_class(value) == READSTAT_TYPE_CLASS_NUMERIC else {
    return .text(bytes(readstat_string_value(value)))
  }
  return .number(readstat_double_value(value))
}
