/// The type column of an XLSForm, read.
enum QuestionType: Equatable {
  case beginGroup
  case endGroup
  case beginRepeat
  case endRepeat
  /// Kobo's grid: the rows below it use its list.
  case beginScore
  case endScore
  case scoreRow
  case selectOne(list: String, orOther: Bool)
  case selectOneFromFile(String)
  case question(FormAnswer)
  /// Holds no answer of a person.
  case note(String)
  /// Holds an answer this product has no place for.
  case unsupported(String)

  init(_ type: String) {
    var words = type.split(whereSeparator: \.isWhitespace).map(String.init)
    let lower = words.map { $0.lowercased() }
    // Older forms write the words apart: "begin group", "select one from yes_no".
    if lower.count >= 2, ["begin", "end", "select"].contains(lower[0]) {
      words = ["\(words[0])_\(words[1])"] + words.dropFirst(2)
      if words.count > 1, words[1].lowercased() == "from" { words.remove(at: 1) }
    }
    let head = (words.first ?? "").lowercased()
    let list = words.count > 1 ? words[1] : ""
    switch head {
    case "begin_group": self = .beginGroup
    case "end_group": self = .endGroup
    case "begin_repeat": self = .beginRepeat
    case "end_repeat": self = .endRepeat
    case "begin_score": self = .beginScore
    case "end_score": self = .endScore
    case "score__row": self = .scoreRow
    case "select_one", "select1", "select_one_external":
      let orOther = words.dropFirst(2).contains { $0.lowercased() == "or_other" }
      self =
        head == "select_one_external"
        ? .selectOneFromFile(list)
        : .selectOne(list: list, orOther: orOther)
    case "select_one_from_file": self = .selectOneFromFile(list)
    case "integer", "int": self = .question(.integer)
    case "decimal", "range": self = .question(.number)
    case "date", "today": self = .question(.date)
    case "datetime", "start", "end": self = .question(.datetime)
    case "text", "string", "barcode", "time": self = .question(.text)
    case "deviceid", "phonenumber", "username", "email", "simserial", "subscriberid", "note",
      "calculate", "calculation", "hidden", "audit", "acknowledge", "trigger",
      "xml-external", "csv-external", "background-audio", "start-geopoint":
      self = .note(head)
    default: self = .unsupported(head)
    }
  }
}
