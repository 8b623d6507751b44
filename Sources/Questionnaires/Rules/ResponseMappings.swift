import DelimitedText
import SurveyModel
import XML

/// The rules of a mapping that need no questionnaire.
///
/// - Parameter responses: `<mapping>`, or `<responses>` with the mapping files spliced in.
/// - Returns: What is unconfirmed or declared twice, each at its place.
func checkMapping(_ responses: XMLElement) -> [Finding] {
  checkConfirmed(responses) + checkBlanksConfirmed(responses) + checkMappedOnce(responses)
    + checkTextsOnce(responses)
}

/// Every guess has been looked at by a person.
private func checkConfirmed(_ responses: XMLElement) -> [Finding] {
  responses.children(named: "column").compactMap { column in
    guard column.attribute("confirmed") != nil, !column.isTrue("confirmed") else { return nil }
    let header = column.word("header") ?? ""
    let variable = column.word("variable") ?? ""
    return Finding(
      SurveyCode.columnUnconfirmed, at: column.place(of: "confirmed"),
      message: LocalizedText(
        vi: "chưa ai xác nhận rằng cột “\(header)” là biến “\(variable)”",
        en: "nobody has confirmed that the column “\(header)” is the variable “\(variable)”"),
      remedy: LocalizedText(
        vi: "đúng thì đổi thành confirmed=\"true\"; sai thì sửa variable, hoặc bỏ cột bằng"
          + " <ignore header=\"…\"/>",
        en:
          "if it is right, write confirmed=\"true\"; if not, correct variable, or leave the column"
          + " out with <ignore header=\"…\"/>"),
      subject: variable)
  }
}

private func checkBlanksConfirmed(_ responses: XMLElement) -> [Finding] {
  responses.children(named: "blank").compactMap { blank in
    guard blank.attribute("confirmed") != nil, !blank.isTrue("confirmed") else { return nil }
    let text = blank.word("text") ?? ""
    return Finding(
      SurveyCode.blankUnconfirmed, at: blank.place(of: "confirmed"),
      message: LocalizedText(
        vi: "chưa ai xác nhận rằng chữ “\(text)” có nghĩa là ô trống",
        en: "nobody has confirmed that the text “\(text)” means a blank cell"),
      remedy: LocalizedText(
        vi: "đúng thì đổi thành confirmed=\"true\"; là một câu trả lời thì đổi thành"
          + " <answer variable=\"…\" text=\"…\" code=\"…\"/>; không thì xóa dòng",
        en: "if it does, write confirmed=\"true\"; if it is an answer, make it an"
          + " <answer variable=\"…\" text=\"…\" code=\"…\"/>; if neither, delete the line"),
      subject: text)
  }
}

/// A header is mapped or left out once, and a variable has one header in one file.
private func checkMappedOnce(_ responses: XMLElement) -> [Finding] {
  let headers = repeated(
    responses.children.filter { $0.name == "column" || $0.name == "ignore" },
    keys: { element in element.word("header").map { [TextFolding.plain($0)] } ?? [] },
    at: "header"
  ) { element, place in
    let name = element.word("header") ?? ""
    return (
      SurveyCode.columnDuplicate,
      LocalizedText(
        vi: "tiêu đề “\(name)” đã được nối hoặc bỏ qua ở \(place.text(in: .vi))",
        en: "the header “\(name)” is mapped or left out \(place.text(in: .en)) already")
    )
  }
  // Files of one survey may come from several programs: a variable may have a header in each
  // mapping file, never two in one.
  let variables = repeated(
    responses.children(named: "column"),
    keys: { element in element.word("variable").map { ["\(element.place.file)\n\($0)"] } ?? [] },
    at: "variable"
  ) { element, place in
    let name = element.word("variable") ?? ""
    return (
      SurveyCode.columnDuplicate,
      LocalizedText(
        vi: "biến “\(name)” đã được nối với một cột khác ở \(place.text(in: .vi))",
        en: "the variable “\(name)” is mapped to another column \(place.text(in: .en)) already")
    )
  }
  return headers + variables
}

/// A text is blank once, or stands for one code of a variable.
private func checkTextsOnce(_ responses: XMLElement) -> [Finding] {
  let blanks = repeated(
    responses.children(named: "blank"),
    keys: { element in element.word("text").map { [TextFolding.caseFolded($0)] } ?? [] },
    at: "text"
  ) { element, place in
    let text = element.word("text") ?? ""
    return (
      SurveyCode.answerDuplicate,
      LocalizedText(
        vi: "chữ “\(text)” đã được coi là ô trống ở \(place.text(in: .vi))",
        en: "the text “\(text)” means a blank cell \(place.text(in: .en)) already")
    )
  }
  let answers = repeated(
    responses.children(named: "answer"),
    keys: { element in
      let text = TextFolding.caseFolded(element.word("text") ?? "")
      return element.words("variable").map { "\($0.text)\n\(text)" }
    }, at: "text"
  ) { element, place in
    let text = element.word("text") ?? ""
    return (
      SurveyCode.answerDuplicate,
      LocalizedText(
        vi: "chữ “\(text)” của cùng một biến đã có mã ở \(place.text(in: .vi))",
        en: "the text “\(text)” of one variable has a code \(place.text(in: .en)) already")
    )
  }
  return blanks + answers
}

private func repeated(
  _ elements: [XMLElement], keys: (XMLElement) -> [String], at attribute: String,
  _ words: (XMLElement, LocalizedText) -> (FindingCode, LocalizedText)
) -> [Finding] {
  var places: [String: SourceLocation] = [:]
  return elements.compactMap { element in
    var first: SourceLocation?
    for key in keys(element) {
      if let known = places[key] {
        first = first ?? known
      } else {
        places[key] = element.place
      }
    }
    guard let first else { return nil }
    let (code, message) = words(element, placeInWords(first, from: element.place))
    return Finding(
      code, at: element.place(of: attribute), message: message,
      remedy: LocalizedText(vi: "giữ một dòng", en: "keep one of them"),
      subject: element.word(attribute))
  }
}

private func placeInWords(_ place: SourceLocation, from other: SourceLocation) -> LocalizedText {
  let line = place.line ?? 0
  return place.file == other.file
    ? LocalizedText(vi: "dòng \(line)", en: "on line \(line)")
    : LocalizedText(vi: "\(place.file):\(line)", en: "at \(place.file):\(line)")
}

/// The rules between a mapping and the questionnaire: variables, codes and items that exist.
func checkMapping(_ survey: XMLElement, against questionnaire: Questionnaire) -> [Finding] {
  guard let responses = survey.child("responses") else { return [] }
  return responses.children(named: "answer").flatMap { checkAnswer($0, against: questionnaire) }
    + responses.children(named: "scale-direction").flatMap {
      checkDirection($0, against: questionnaire)
    }
}

private func checkAnswer(_ answer: XMLElement, against questionnaire: Questionnaire) -> [Finding] {
  answer.words("variable").compactMap { word in
    // A variable that does not exist is reported with the other uses of variables.
    guard let field = questionnaire.field(word.text), let code = answer.word("code") else {
      return nil
    }
    guard let list = field.codeList else {
      return Finding(
        SurveyCode.answerNotCoded, at: word.place,
        message: LocalizedText(
          vi: "“\(field.id)” không có danh sách mã nên không nhận <answer>",
          en: "“\(field.id)” has no list of codes and takes no <answer>"),
        remedy: LocalizedText(
          vi: "bỏ biến này; chữ có nghĩa là ô trống thì khai báo bằng <blank>",
          en: "take the variable out; a text that means blank is declared with <blank>"),
        subject: field.id)
    }
    if field.awaitsCodeList || list.position(of: code) != nil { return nil }
    let codes = list.codes.map(\.code)
    return Finding(
      SurveyCode.answerCodeUnknown, at: answer.place(of: "code"),
      message: LocalizedText(
        vi: "biến “\(field.id)” không có mã “\(code)”",
        en: "the variable “\(field.id)” has no code “\(code)”"),
      expected: LocalizedText(
        vi: codes.prefix(12).joined(separator: ", "), en: codes.prefix(12).joined(separator: ", ")),
      remedy: nearestName(to: code, among: codes).map(didYouMean)
        ?? LocalizedText(
          vi: "ghi một mã có trong phiếu hỏi", en: "write a code of the questionnaire"),
      subject: field.id)
  }
}

private func checkDirection(
  _ element: XMLElement, against questionnaire: Questionnaire
) -> [Finding] {
  let words = element.words("items")
  let items = questionnaire.items.map(\.id)
  if words.map(\.text) == ["all"] { return [] }
  return words.compactMap { word in
    guard !items.contains(word.text) else { return nil }
    return Finding(
      SurveyCode.directionNotItem, at: word.place,
      message: LocalizedText(
        vi: "“\(word.text)” không phải là tiêu chí của phiếu hỏi",
        en: "“\(word.text)” is no item of the questionnaire"),
      expected: LocalizedText(
        vi: "mã tiêu chí, hoặc all", en: "ids of items, or all"),
      remedy: nearestName(to: word.text, among: items).map(didYouMean)
        ?? LocalizedText(
          vi: "chỉ ghi các tiêu chí có thang đo", en: "name items, which have a scale"),
      subject: word.text)
  }
}
