import SurveyModel
import XML

extension XFormWriter {
  /// Lists longer than this are opened and searched, not shown whole.
  private static let shownChoices = 12
  /// Scales up to this length stand in one line on a telephone.
  private static let lineChoices = 7

  func writeBody(to xml: XMLWriter) {
    for entry in groups where entry.group == .about { writeGroup(entry, to: xml) }
    for section in source.sections {
      let name = FormPaths.group(of: section.factor)
      xml.element(
        "group", [("appearance", "field-list"), ("ref", "\(FormPaths.root)/\(name)")]
      ) {
        xml.element("label", [("ref", FormTexts.reference("group.\(name)"))])
        for item in section.items { writeControl(of: item, to: xml) }
      }
    }
    // Who the respondent is comes last, when the interview has earned some trust.
    for entry in groups where entry.group != .about { writeGroup(entry, to: xml) }
  }

  private func writeGroup(
    _ entry: (group: FormPaths.Group, title: LocalizedText, fields: [Field]), to xml: XMLWriter
  ) {
    let asked = entry.fields.filter { !isMade($0) }
    guard !asked.isEmpty else { return }
    xml.element("group", [("ref", "\(FormPaths.root)/\(entry.group.rawValue)")]) {
      xml.element("label", [("ref", FormTexts.reference("group.\(entry.group.rawValue)"))])
      for field in asked { writeControl(of: field, to: xml) }
    }
  }

  private func writeControl(of field: Field, to xml: XMLWriter) {
    let path = paths.path(of: field.id)
    guard let list = lists.list(of: field) else {
      xml.element("input", [("ref", path)]) { writeLabels(of: field, to: xml) }
      return
    }
    let appearance = Self.appearance(of: field, list).map { [(name: "appearance", value: $0)] }
    xml.element("select1", (appearance ?? []) + [("ref", path)]) {
      writeLabels(of: field, to: xml)
      var nodes = "instance('\(list.id)')/root/item"
      if let parent = source.parentField(of: field) {
        let parentPath = paths.path(of: parent.id)
        nodes += "[parent = \(parentPath) or parent = '' or \(parentPath) = '']"
      }
      xml.element("itemset", [("nodeset", nodes)]) {
        xml.element("value", [("ref", "name")])
        xml.element("label", [("ref", "jr:itext(itextId)")])
      }
    }
  }

  private func writeLabels(of field: Field, to xml: XMLWriter) {
    xml.element("label", [("ref", FormTexts.reference("field.\(field.id)"))])
    if FormWords.hint(field) != nil {
      xml.element("hint", [("ref", FormTexts.reference("hint.\(field.id)"))])
    }
  }

  private static func appearance(of field: Field, _ list: ChoiceLists.List) -> String? {
    if list.choices.count > shownChoices { return "minimal autocomplete" }
    return field.isItem && list.choices.count <= lineChoices ? "likert" : nil
  }
}
