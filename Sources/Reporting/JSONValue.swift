/// A JSON value to be written; keys are sorted when it is.
indirect enum JSONValue {
  case null
  case bool(Bool)
  case integer(Int)
  /// Written as the shortest decimal that reads back as the same double; `null` when not finite.
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])
  /// An object whose members stand in order already: for the estimates, of which there are many.
  case members([(key: String, value: JSONValue)])

  static func number(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }
  static func integer(_ value: Int?) -> JSONValue { value.map { .integer($0) } ?? .null }
  static func string(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }

  /// UTF-8 text, two spaces per level, keys by code unit, with a line end: the same bytes for the
  /// same value on every machine.
  func bytes() -> [UInt8] {
    var output: [UInt8] = []
    write(to: &output, indent: 0)
    output.append(UInt8(ascii: "\n"))
    return output
  }

  private var isScalar: Bool {
    switch self {
    case .array, .object, .members: false
    default: true
    }
  }

  private func write(to output: inout [UInt8], indent: Int) {
    switch self {
    case .null: output.append(contentsOf: "null".utf8)
    case .bool(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
    case .integer(let value): output.append(contentsOf: String(value).utf8)
    case .number(let value):
      output.append(contentsOf: (value.isFinite ? Self.digits(of: value) : "null").utf8)
    case .string(let text): Self.write(text, to: &output)
    case .array(let values): Self.write(values, to: &output, indent: indent)
    case .object(let members):
      let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      Self.write(sorted.map { (key: $0.key, value: $0.value) }, to: &output, indent: indent)
    case .members(let members):
      Self.write(members, to: &output, indent: indent)
    }
  }

  private static func write(_ values: [JSONValue], to output: inout [UInt8], indent: Int) {
    // Short lists of plain values (an interval) stay on one line.
    let isFlat = values.count <= 4 && values.allSatisfy { $0.isScalar }
    output.append(UInt8(ascii: "["))
    for (index, value) in values.enumerated() {
      if index > 0 { output.append(contentsOf: (isFlat ? ", " : ",").utf8) }
      if !isFlat { newLine(&output, indent: indent + 1) }
      value.write(to: &output, indent: indent + 1)
    }
    if !isFlat { newLine(&output, indent: indent) }
    output.append(UInt8(ascii: "]"))
  }

  private static func write(
    _ members: [(key: String, value: JSONValue)], to output: inout [UInt8], indent: Int
  ) {
    output.append(UInt8(ascii: "{"))
    for (index, member) in members.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      newLine(&output, indent: indent + 1)
      write(member.key, to: &output)
      output.append(contentsOf: ": ".utf8)
      member.value.write(to: &output, indent: indent + 1)
    }
    if !members.isEmpty { newLine(&output, indent: indent) }
    output.append(UInt8(ascii: "}"))
  }

  private static func newLine(_ output: inout [UInt8], indent: Int) {
    output.append(UInt8(ascii: "\n"))
    for _ in 0..<indent { output.append(contentsOf: [32, 32]) }
  }

  /// The shortest decimal of a double, without a trailing `.0`.
  static func digits(of value: Double) -> String {
    let text = value == 0 ? "0" : value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func write(_ text: String, to output: inout [UInt8]) {
    let hexadecimal = Array("0123456789abcdef".utf8)
    output.append(0x22)
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5C: output.append(contentsOf: [0x5C, byte])
      case 0x0A: output.append(contentsOf: "\\n".utf8)
      case 0x0D: output.append(contentsOf: "\\r".utf8)
      case 0x09: output.append(contentsOf: "\\t".utf8)
      case 0..<0x20, 0x7F:
        output.append(contentsOf: "\\u00".utf8)
        output.append(hexadecimal[Int(byte >> 4)])
        output.append(hexadecimal[Int(byte & 15)])
      default: output.append(byte)
      }
    }
    output.append(0x22)
  }
}
