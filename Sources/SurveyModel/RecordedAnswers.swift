extension ColumnValues {
  /// The answer of a row as decisions record it.
  package func recordedAnswer(_ row: Int, of field: Field) -> RecordedAnswer {
    switch self {
    case .coded8(let values):
      return values[row] == CodeList.notAsked8
        ? .notAsked : Self.code(Int(values[row]), of: field)
    case .coded16(let values):
      return values[row] == CodeList.notAsked16
        ? .notAsked : Self.code(Int(values[row]), of: field)
    case .integers(let values):
      if values[row] == Self.blankInteger { return .blank }
      return .value(
        field.kind == .datetime ? Self.datetimeText(values[row]) : String(values[row]))
    case .numbers(let values):
      return values[row].isNaN ? .blank : .value(Self.numberText(values[row]))
    case .days(let values):
      return values[row] == Self.blankDay ? .blank : .value(CivilDate(day: Int(values[row])).text)
    case .texts(let column): return column.text(at: row).map { .value($0) } ?? .blank
    case .dropped: return .blank
    }
  }

  /// Puts an answer in place of that of a row.
  ///
  /// - Returns: False, with nothing changed, when the column cannot hold it: its code is not in the
  ///   list any more, or the field is of another kind now.
  package mutating func setAnswer(_ answer: RecordedAnswer, _ row: Int, of field: Field) -> Bool {
    switch self {
    case .coded8(var values):
      guard let position = Self.position(answer, field, notAsked: Int(CodeList.notAsked8)) else {
        return false
      }
      self = .dropped(count: 0)
      values[row] = UInt8(position)
      self = .coded8(values)
    case .coded16(var values):
      guard let position = Self.position(answer, field, notAsked: Int(CodeList.notAsked16)) else {
        return false
      }
      self = .dropped(count: 0)
      values[row] = UInt16(position)
      self = .coded16(values)
    case .integers(var values):
      let read: (String) -> Int64? = { field.kind == .datetime ? Self.seconds($0) : Int64($0) }
      guard let value = answer.read(read, blank: Self.blankInteger) else { return false }
      self = .dropped(count: 0)
      values[row] = value
      self = .integers(values)
    case .numbers(var values):
      guard let value = answer.read({ Double($0) }, blank: .nan) else { return false }
      self = .dropped(count: 0)
      values[row] = value
      self = .numbers(values)
    case .days(var values):
      let read: (String) -> Int32? = { CivilDate($0).map { Int32($0.day) } }
      guard let value = answer.read(read, blank: Self.blankDay) else { return false }
      self = .dropped(count: 0)
      values[row] = value
      self = .days(values)
    case .texts(var column):
      self = .dropped(count: 0)
      switch answer {
      case .notAsked, .blank: column.positions[row] = 0
      case .value(let text):
        column.texts.append(text)
        column.positions[row] = UInt32(column.texts.count)
      }
      self = .texts(column)
    case .dropped: return false
    }
    return true
  }

  private static func code(_ position: Int, of field: Field) -> RecordedAnswer {
    field.codeList?.code(at: position).map { .value($0.code) } ?? .blank
  }

  private static func position(
    _ answer: RecordedAnswer, _ field: Field, notAsked: Int
  ) -> Int? {
    switch answer {
    case .notAsked: notAsked
    case .blank: 0
    case .value(let code): field.codeList?.position(of: code)
    }
  }

  /// Without a needless ".0".
  private static func numberText(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : "\(value)"
  }

  private static func datetimeText(_ seconds: Int64) -> String {
    let day = Int(seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400)
    let time = Int(seconds) - day * 86_400
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return
      "\(CivilDate(day: day).text) \(two(time / 3600)):\(two(time / 60 % 60)):\(two(time % 60))"
  }

  private static func seconds(_ text: String) -> Int64? {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let date = CivilDate(String(parts[0])) else { return nil }
    let time = parts[1].split(separator: ":").compactMap { Int64($0) }
    guard time.count == 3 else { return nil }
    return Int64(date.day) * 86_400 + time[0] * 3600 + time[1] * 60 + time[2]
  }
}

extension RecordedAnswer {
  /// The value, that of a blank, or `nil` when the text is none.
  fileprivate func read<Value>(_ parse: (String) -> Value?, blank: Value) -> Value? {
    switch self {
    case .notAsked, .blank: blank
    case .value(let text): parse(text)
    }
  }

  /// As a cell of a response file has it.
  package var cell: String {
    if case .value(let text) = self { text } else { "" }
  }
}
