import SurveyModel
import XML

/// The questionnaire as an ODK XForm, for ODK Collect, KoboCollect and Enketo.
///
/// Follows the ODK XForms specification (getodk.github.io/xforms-spec) as ODK Validate checks it:
/// texts in Vietnamese and English, one screen per factor, `asked-when` as `relevant`, bounds as
/// `constraint`, communes narrowed by their district. What a telephone measures itself is not asked:
/// start, end, a text interview id, and a duration in seconds.
///
/// - Returns: The form in UTF-8, the same bytes for the same questionnaire and survey.
package func xform(of source: FormSource) -> [UInt8] {
  let form = XFormWriter(source)
  return XMLWriter.document { xml in form.write(to: xml) }
}

struct XFormWriter {
  let source: FormSource
  let paths: FormPaths
  let lists: ChoiceLists
  let conditions: ConditionXPath
  /// Fields that some condition reads.
  private let conditionNames: Set<String>
  private(set) var texts = FormTexts()

  static let requiredText = "form.required"

  init(_ source: FormSource) {
    self.source = source
    let paths = FormPaths(source)
    self.paths = paths
    let fields = source.questionnaire.fields
    lists = ChoiceLists(fields)
    conditionNames = Set(fields.flatMap { $0.askedWhen?.fields ?? [] })
    conditions = ConditionXPath(
      fields: Dictionary(fields.map { ($0.id, $0) }) { first, _ in first },
      path: { paths.path(of: $0) })
    collectTexts()
  }

  /// The interview id is made by the telephone where it is a text; else the interviewer types it.
  var isIDMade: Bool { source.interviewID?.kind == .text }

  /// Fields without a question on the screen.
  func isMade(_ field: Field) -> Bool {
    isMeasured(field) || (isIDMade && field.id == source.interviewID?.id)
  }

  /// A duration the telephone measures.
  ///
  /// It is measured anew with every answer, so that one which
  /// decides whether something is asked would turn in a circle; that one is typed.
  func isMeasured(_ field: Field) -> Bool {
    field.isDuration && !conditionNames.contains(field.id)
  }

  /// Groups of variables with their fields in file order, those the telephone fills in too.
  var groups: [(group: FormPaths.Group, title: LocalizedText, fields: [Field])] {
    let about = [source.interviewID].compactMap { $0 } + source.aboutFields
    return [
      (.about, FormWords.about, about), (.identity, FormWords.identity, source.personalFields),
      (.office, FormWords.office, source.officeFields),
    ].filter { !$0.2.isEmpty }
  }

  private mutating func collectTexts() {
    texts.add(Self.requiredText, FormWords.required, or: "")
    for entry in groups {
      texts.add("group.\(entry.group.rawValue)", entry.title, or: entry.group.rawValue)
      for field in entry.fields where !isMade(field) { addTexts(of: field) }
    }
    for section in source.sections {
      let factor = section.factor
      texts.add("group.\(FormPaths.group(of: factor))", factor.label, or: factor.id)
      for item in section.items { addTexts(of: item) }
    }
    for list in lists.lists {
      for (number, choice) in list.choices.enumerated() {
        texts.add(Self.choiceText(list, number), choice.label, or: choice.code)
      }
    }
  }

  private mutating func addTexts(of field: Field) {
    texts.add("field.\(field.id)", field.label, or: field.id)
    if let hint = FormWords.hint(field) { texts.add("hint.\(field.id)", hint, or: "") }
    if let range = FormWords.range(field) { texts.add("range.\(field.id)", range, or: "") }
  }

  static func choiceText(_ list: ChoiceLists.List, _ number: Int) -> String {
    "\(list.id).\(number + 1)"
  }

  func write(to xml: XMLWriter) {
    xml.element(
      "h:html",
      [
        ("xmlns", "http://www.w3.org/2002/xforms"), ("xmlns:h", "http://www.w3.org/1999/xhtml"),
        ("xmlns:jr", "http://openrosa.org/javarosa"),
        ("xmlns:odk", "http://www.opendatakit.org/xforms"),
        ("xmlns:orx", "http://openrosa.org/xforms"),
        ("xmlns:xsd", "http://www.w3.org/2001/XMLSchema"),
      ]
    ) {
      xml.element("h:head") {
        xml.element("h:title", text: source.title.text(in: .vi, or: source.id))
        xml.element("model", [("odk:xforms-version", "1.0.0")]) {
          writeTexts(to: xml)
          writeInstance(to: xml)
          writeLists(to: xml)
          writeBinds(to: xml)
        }
      }
      xml.element("h:body") { writeBody(to: xml) }
    }
  }

  private func writeTexts(to xml: XMLWriter) {
    xml.element("itext") {
      for (language, name) in [(Language.vi, "Tiếng Việt (vi)"), (.en, "English (en)")] {
        let isDefault = language == .vi ? [(name: "default", value: "true()")] : []
        xml.element("translation", isDefault + [("lang", name)]) {
          for entry in texts.texts {
            xml.element("text", [("id", entry.id)]) {
              xml.element("value", text: entry.text.text(in: language))
            }
          }
        }
      }
    }
  }

  private func writeInstance(to xml: XMLWriter) {
    xml.element("instance") {
      xml.element("data", [("id", source.id), ("version", source.questionnaire.version)]) {
        xml.element(FormPaths.start)
        xml.element(FormPaths.end)
        for entry in groups {
          xml.element(entry.group.rawValue) {
            for field in entry.fields { xml.element(field.id) }
          }
        }
        for section in source.sections {
          xml.element(FormPaths.group(of: section.factor)) {
            for item in section.items { xml.element(item.id) }
          }
        }
        xml.element("meta") { xml.element("instanceID") }
      }
    }
  }

  private func writeLists(to xml: XMLWriter) {
    for list in lists.lists {
      xml.element("instance", [("id", list.id)]) {
        xml.element("root") {
          for (number, choice) in list.choices.enumerated() {
            xml.element("item") {
              xml.element("itextId", text: Self.choiceText(list, number))
              xml.element("name", text: choice.code)
              if list.hasParents { xml.element("parent", text: choice.parent ?? "") }
            }
          }
        }
      }
    }
  }
}
