import DelimitedText
package import SurveyModel
import XML

/// Writes the mapping that response files with these headers need, for a person to confirm.
///
/// Certain matches stand as they are; what was only offered stands with `confirmed="false"`, which
/// the reader refuses; columns that are like nothing stand as `<ignore>`.
///
/// - Parameters:
///   - headers: How the header of each file was understood; a header that several files share is
///     written once.
///   - unread: Texts that are no answers: those that look blank are offered as `<blank>`, the others
///     named for whoever knows what they stand for.
/// - Returns: A file of the survey vocabulary whose root is `mapping`.
package func mappingDocument(
  of headers: [HeaderMapping], unread: [UnreadText] = []
) -> [UInt8] {
  let columns = distinctColumns(headers)
  return XMLWriter.document { xml in
    xml.element("mapping", [("xmlns", Vocabulary.survey.namespace), ("xml:lang", "vi")]) {
      xml.comment(
        " Mỗi dòng nối một cột của tệp với một biến của phiếu hỏi. Dòng có confirmed=\"false\" là"
          + " đoán: đúng thì đổi thành \"true\", sai thì sửa variable hoặc đổi cả dòng thành"
          + " <ignore header=\"…\"/>. Rồi thêm <mapping href=\"…\"/> vào <responses> của tệp khảo"
          + " sát. · Each line maps a column to a variable. confirmed=\"false\" is a guess: write"
          + " \"true\" if it is right, else correct variable or make the line an <ignore>. Then name"
          + " this file in <responses> by <mapping href=\"…\"/>. ")
      for column in columns.mapped {
        if let header = column.header, let field = column.field {
          xml.element("column", [("header", header), ("variable", field)])
        }
      }
      var taken = Set(columns.mapped.compactMap(\.field))
      for column in columns.offered {
        guard let header = column.header else { continue }
        let best = column.offers.first { !taken.contains($0) }
        if column.offers.count > 1 {
          let others = column.offers.filter { $0 != best }.joined(separator: ", ")
          xml.comment(" cũng có thể là · or: \(others) ")
        }
        guard let best else {
          xml.element("ignore", [("header", header)])
          continue
        }
        taken.insert(best)
        xml.element(
          "column", [("header", header), ("variable", best), ("confirmed", "false")])
      }
      for column in columns.leftOut {
        if let header = column.header { xml.element("ignore", [("header", header)]) }
      }
      writeTexts(unread, to: xml)
      let missing = headers.first.map { first in
        headers.dropFirst().reduce(first.missingFields) { missing, header in
          missing.filter { header.missingFields.contains($0) }
        }.filter { !taken.contains($0) }
      }
      if let missing, !missing.isEmpty {
        xml.comment(
          " Biến không có cột · variables without a column: \(missing.joined(separator: ", ")) ")
      }
    }
  }
}

/// The texts that are no answers, after the columns as the schema has it.
private func writeTexts(_ unread: [UnreadText], to xml: XMLWriter) {
  var seen: Set<String> = []
  let texts = unread.filter { seen.insert(TextFolding.caseFolded($0.text)).inserted }
  let blanks = texts.filter(\.looksBlank)
  if !blanks.isEmpty {
    xml.comment(
      " Các chữ sau có thể có nghĩa là ô trống: đúng thì đổi thành \"true\"; là một câu trả lời thì"
        + " đổi thành <answer variable=\"…\" text=\"…\" code=\"…\"/>; không thì xóa dòng. · These texts"
        + " may mean a blank cell: write \"true\" if so; make one that is an answer an <answer>;"
        + " delete what is neither. ")
  }
  for text in blanks {
    xml.element("blank", [("text", text.text), ("confirmed", "false")])
  }
  let others = texts.filter { !$0.looksBlank }
  if !others.isEmpty {
    let names = others.map { "“\($0.text)” (\($0.fields.joined(separator: " ")))" }
    xml.comment(
      " Chữ chưa rõ nghĩa; là một câu trả lời thì thêm <answer variable=\"…\" text=\"…\""
        + " code=\"…\"/> · texts of unknown meaning, for <answer>: \(names.joined(separator: ", ")) "
    )
  }
}

private func distinctColumns(
  _ headers: [HeaderMapping]
) -> (
  mapped: [HeaderMapping.Column], offered: [HeaderMapping.Column], leftOut: [HeaderMapping.Column]
) {
  var seen: Set<String> = []
  var columns: [HeaderMapping.Column] = []
  for column in headers.flatMap(\.columns) {
    // Headers the schema's `header` cannot hold, or that are not to be shown, stay out.
    guard let header = column.header, !header.trimmingSpaces.isEmpty,
      seen.insert(header).inserted
    else { continue }
    columns.append(column)
  }
  return (
    columns.filter { $0.field != nil },
    columns.filter { $0.field == nil && !$0.offers.isEmpty },
    columns.filter { $0.field == nil && $0.offers.isEmpty }
  )
}
