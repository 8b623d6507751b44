import DelimitedText
import SurveyModel
import XML

/// Every file the survey names exists.
func checkReferences(_ root: XMLElement, file: String) -> [Finding] {
  var references: [XMLAttribute] = []
  func add(_ element: XMLElement?, _ attribute: String) {
    if let attribute = element?.attribute(attribute) { references.append(attribute) }
  }
  add(root.child("questionnaire"), "href")
  for mapping in root.child("responses")?.children(named: "mapping") ?? [] { add(mapping, "href") }
  for list in root.child("responses")?.children(named: "code-list") ?? [] { add(list, "href") }
  for cluster in root.child("design")?.children(named: "cluster") ?? [] {
    add(cluster, "population")
  }
  for step in root.child("weighting")?.children ?? [] {
    add(step, "sampled")
    add(step, "totals")
    for margin in step.children(named: "margin") { add(margin, "totals") }
  }
  add(root.child("variance"), "weights")
  add(root.child("variance"), "replicate-scales")
  add(root.child("quality")?.child("forms"), "issued")
  add(root.child("quality")?.child("quota"), "planned")
  add(root.child("earlier"), "href")
  add(root.child("plan"), "href")
  add(root.child("forms"), "href")
  return references.compactMap { attribute in
    guard !attribute.value.trimmingSpaces.isEmpty else { return nil }
    if isAddress(attribute.value) { return addressFinding(attribute) }
    let path = resolvePath(attribute.value, from: file)
    return isExistingFile(path) ? nil : missingReference(path, at: attribute.valuePlace)
  }
}

func addressFinding(_ attribute: XMLAttribute) -> Finding {
  Finding(
    FileCode.referenceIsAddress, at: attribute.valuePlace,
    message: LocalizedText(
      vi: "chương trình không dùng mạng: ở đây phải là đường dẫn tệp",
      en: "the program uses no network: this must be the path of a file"),
    found: LocalizedText(vi: "“\(attribute.value)”", en: "“\(attribute.value)”"),
    remedy: LocalizedText(
      vi: "tải tệp về đặt cạnh tệp này và ghi tên tệp",
      en: "put the file beside this one and give its name"), subject: attribute.name)
}

/// Every response pattern matches at least one file.
func checkResponseFiles(_ root: XMLElement, file: String) -> [Finding] {
  (root.child("responses")?.children(named: "file") ?? []).compactMap { element in
    guard let attribute = element.attribute("href"), !attribute.value.trimmingSpaces.isEmpty
    else { return nil }
    if isAddress(attribute.value) { return addressFinding(attribute) }
    let pattern = resolvePath(attribute.value, from: file)
    guard filesMatching(pattern).isEmpty else { return nil }
    return Finding(
      FileCode.responsesMissing, at: attribute.valuePlace,
      message: LocalizedText(
        vi: "không có tệp phiếu trả lời nào khớp với mẫu này",
        en: "no response file matches this pattern"),
      found: LocalizedText(vi: pattern, en: pattern),
      remedy: LocalizedText(
        vi: "đặt các tệp CSV hoặc XLSX vào thư mục đó, hoặc sửa href",
        en: "put the CSV or XLSX files in that folder, or correct href"), subject: "href")
  }
}

/// An encoding that is named is one the reader knows.
func checkResponseEncodings(_ root: XMLElement) -> [Finding] {
  let known = TextEncoding.allCases.map(\.rawValue) + ["UTF-16"]
  return (root.child("responses")?.children(named: "file") ?? []).compactMap { element in
    guard let attribute = element.attribute("encoding") else { return nil }
    let name = attribute.value.trimmingSpaces.lowercased()
    guard !name.isEmpty, !known.contains(where: { $0.lowercased() == name }) else { return nil }
    let list = known.joined(separator: ", ")
    return Finding(
      SurveyCode.encodingUnknown, at: attribute.valuePlace,
      message: LocalizedText(
        vi: "bảng mã “\(attribute.value)” không được hỗ trợ",
        en: "the encoding “\(attribute.value)” is not supported"),
      expected: LocalizedText(vi: list, en: list),
      remedy: nearestName(to: attribute.value, among: known).map(didYouMean)
        ?? LocalizedText(
          vi: "bỏ encoding để chương trình tự nhận biết",
          en: "leave encoding out and let it be detected"), subject: "encoding")
  }
}

/// A variable has one code list.
func checkCodeListsOnce(_ root: XMLElement) -> [Finding] {
  let lists = root.child("responses")?.children(named: "code-list") ?? []
  return repeated(lists, by: "variable", fold: { $0 }) { name, line in
    (
      SurveyCode.codeListDuplicate,
      LocalizedText(
        vi: "biến “\(name)” đã có danh mục ở dòng \(line)",
        en: "the variable “\(name)” has a code list on line \(line) already")
    )
  }
}

private func repeated(
  _ elements: [XMLElement], by attribute: String, fold: (String) -> String,
  _ words: (String, Int) -> (FindingCode, LocalizedText)
) -> [Finding] {
  var lines: [String: Int] = [:]
  return elements.compactMap { element in
    guard let name = element.word(attribute) else { return nil }
    guard let line = lines[fold(name)] else {
      lines[fold(name)] = element.place.line ?? 0
      return nil
    }
    let (code, message) = words(name, line)
    return Finding(
      code, at: element.place(of: attribute), message: message,
      remedy: LocalizedText(vi: "giữ một dòng", en: "keep one of them"), subject: name)
  }
}
