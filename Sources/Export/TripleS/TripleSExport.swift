import DelimitedText
import SurveyModel
import XML

/// A survey in Triple-S: the file that describes the variables, and the file of the data.
package struct TripleSFiles: Sendable {
  package var metadata: [UInt8]
  package var data: [UInt8]
}

/// Writes the interviews in the Triple-S XML standard, version 2.0.
///
/// Singles carry their codes and labels, quantities and dates their range; missing codes are codes
/// with their label, a blank answer and a question not asked are empty cells. Labels are Vietnamese,
/// with English as the second language. Personal variables, free text and interview ids are not
/// written.
///
/// - Parameters:
///   - description: The survey, its interviews and weights.
///   - dataFile: The name of the data file, beside the metadata.
/// - Returns: Both files, UTF-8; the same survey gives the same bytes but for the date.
///
/// ## Method
///
/// The Triple-S XML standard, version 2.0, of the Triple-S Group (triple-s.org): the elements and
/// attributes that a survey of this kind needs.
package func tripleSFiles(_ description: DataDescription, dataFile: String) -> TripleSFiles {
  let variables = tripleSVariables(description)
  var writer = CSVWriter(guardsFormulas: false)
  writer.append(texts: variables.map(\.name))
  for row in 0..<description.responses.count {
    writer.append(texts: variables.map { $0.cell(row) })
  }
  return TripleSFiles(
    metadata: metadata(of: description, variables, dataFile: dataFile), data: writer.bytes)
}

private func metadata(
  of description: DataDescription, _ variables: [TripleSVariable], dataFile: String
) -> [UInt8] {
  XMLWriter.document { xml in
    xml.element("sss", [("version", "2.0"), ("languages", "vi en")]) {
      let moment = description.generated.split(separator: "T")
      xml.element("date", text: moment.first.map(String.init) ?? "")
      xml.element("time", text: moment.count > 1 ? String(moment[1].prefix(8)) : "")
      xml.element("origin", text: "sipas \(description.version)")
      xml.element("survey") {
        xml.element("name", text: description.survey.id)
        text("title", description.survey.title, to: xml)
        xml.element(
          "record",
          [("ident", "A"), ("href", dataFile), ("format", "csv"), ("skip", "1")]
        ) {
          for (index, variable) in variables.enumerated() {
            write(variable, number: index + 1, to: xml)
          }
        }
      }
    }
  }
}

private func write(_ variable: TripleSVariable, number: Int, to xml: XMLWriter) {
  var attributes: [(name: String, value: String)] = [
    ("ident", String(number)), ("type", variable.kind.rawValue),
  ]
  if let use = variable.use { attributes.append(("use", use.rawValue)) }
  if variable.areLiteral { attributes.append(("format", "literal")) }
  xml.element("variable", attributes) {
    xml.element("name", text: variable.name)
    let label = variable.label.isEmpty ? LocalizedText(vi: variable.name) : variable.label
    text("label", label, to: xml)
    xml.element("position", [("start", String(number))])
    if variable.kind == .character { xml.element("size", text: String(variable.size)) }
    if let range = variable.range {
      xml.element("values") {
        xml.element("range", [("from", range.from), ("to", range.to)])
      }
    }
    if variable.kind == .single {
      xml.element("values") {
        for code in variable.codes {
          let label = code.label.isEmpty ? LocalizedText(vi: code.code) : code.label
          text("value", label, [("code", code.code)], to: xml)
        }
      }
    }
  }
}

/// A text in the first language, with the other beside it.
private func text(
  _ name: String, _ text: LocalizedText, _ attributes: [(name: String, value: String)] = [],
  to xml: XMLWriter
) {
  xml.element(name, attributes) {
    xml.text(text.text(in: .vi))
    if text.vi != nil, let english = text.en {
      xml.element("text", [("xml:lang", "en")], text: english)
    }
  }
}
