import StatisticalFiles
import SurveyModel

/// Compares the value labels of a file with the questionnaire's, variable by variable.
///
/// The same code with the label of another code means that the file was coded otherwise, often a
/// scale turned round; read by code it would be silently wrong, so the file is refused. A label that
/// is nobody's is only worded differently, which a person should see once. Variables with the same
/// fault share a finding.
struct ValueLabelReview {
  private struct Group {
    var code: FindingCode
    var fields: [Field]
    var labels: [VariableReading.Labelled]
    var list: CodeList
  }

  private let file: String
  private var groups: [Group] = []

  init(file: String) { self.file = file }

  mutating func add(_ reading: VariableReading, of field: Field) {
    guard let list = field.codeList else { return }
    if reading.labels.contains(where: \.contradicts) {
      // Both lists whole: which codes are turned round shows only together.
      note(StatisticalFileCodes.labelsContradict, reading.labels, list, field)
    } else if reading.labels.contains(where: \.differs) {
      note(
        StatisticalFileCodes.labelsDiffer, reading.labels.filter(\.differs), list, field)
    }
  }

  private mutating func note(
    _ code: FindingCode, _ labels: [VariableReading.Labelled], _ list: CodeList, _ field: Field
  ) {
    let same = groups.firstIndex { group in
      group.code == code && group.list == list
        && group.labels.elementsEqual(labels) { $0.value == $1.value && $0.label == $1.label }
    }
    if let same {
      groups[same].fields.append(field)
    } else {
      groups.append(
        Group(code: code, fields: [field], labels: labels, list: list))
    }
  }

  var findings: [Finding] { groups.map(finding) }

  private func finding(_ group: Group) -> Finding {
    let isContradiction = group.code == StatisticalFileCodes.labelsContradict
    let names = FindingNames.names(group.fields)
    let inFile = CodeList(
      answers: group.labels.map {
        AnswerCode(code: $0.value, label: LocalizedText(vi: $0.label, en: $0.label))
      })
    let positions = Set(group.labels.compactMap(\.position))
    let own = CodeList(
      answers: isContradiction
        ? group.list.codes : positions.sorted().compactMap { group.list.code(at: $0) })
    return Finding(
      group.code, at: SourceLocation(file: file),
      message: isContradiction
        ? LocalizedText(
          vi:
            "\(names.text(in: .vi)): nhãn giá trị trong tệp trái với phiếu hỏi, không thể đọc theo"
            + " mã",
          en: "\(names.text(in: .en)): the file's value labels contradict the questionnaire, so the"
            + " codes cannot be read")
        : LocalizedText(
          vi:
            "\(names.text(in: .vi)): nhãn giá trị trong tệp khác lời văn của phiếu hỏi; đọc theo mã",
          en: "\(names.text(in: .en)): the file's value labels are worded differently; read by code"
        ),
      found: FindingNames.codes(inFile), expected: FindingNames.codes(own),
      remedy: isContradiction
        ? LocalizedText(
          vi: "mã hóa lại biến trong SPSS (RECODE) cho đúng phiếu hỏi; nếu chính nhãn bị ghi sai,"
            + " sửa nhãn (VALUE LABELS) rồi lưu lại",
          en: "recode the variable in SPSS (RECODE) to the questionnaire's codes; if the labels are"
            + " what is wrong, correct them (VALUE LABELS) and save again")
        : LocalizedText(
          vi: "so hai danh sách; nếu cùng nghĩa thì không cần làm gì",
          en: "compare the two lists; if they mean the same, nothing need be done"),
      subject: group.fields.count == 1 ? group.fields[0].id : nil)
  }
}
