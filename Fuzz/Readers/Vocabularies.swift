import Questionnaires
import XML

/// The folder of the package, found from this file; a survey's files are looked for below it.
private let packageFolder = #filePath.split(separator: "/").dropLast(3)
  .reduce("") { "\($0)/\($1)" }

/// The path of a survey that stands beside the files it names.
let surveyBesideFiles = packageFolder + "/Tests/Fixtures/surveys/every-step/survey.xml"

extension FuzzedReader {
  /// A questionnaire, with its schema and rules.
  static let questionnaire = FuzzedReader("questionnaire") { bytes in
    let loaded = readQuestionnaire(bytes, file: "questionnaire.xml")
    return faults(of: loaded.value, loaded.findings)
  }

  /// A survey file that stands beside the files it names.
  static let survey = FuzzedReader("survey") { bytes in
    let loaded = readSurvey(bytes, file: surveyBesideFiles, requiresResponses: false)
    return faults(of: loaded.value, loaded.findings)
  }

  /// A plan, with its schema and rules.
  static let plan = FuzzedReader("plan") { bytes in
    let loaded = readPlan(bytes, file: "plan.xml")
    return faults(of: loaded.value, loaded.findings)
  }

  /// Reporting forms, with their schema and rules.
  static let forms = FuzzedReader("forms") { bytes in
    let loaded = readForms(bytes, file: "forms.xml")
    return faults(of: loaded.value, loaded.findings)
  }

  /// A template of reports, with its schema and rules.
  static let reportSettings = FuzzedReader("report-settings") { bytes in
    let loaded = readReportSettings(bytes, file: "report.xml")
    return faults(of: loaded.value, loaded.findings)
  }

  /// The text of an asked-when condition.
  static let condition = FuzzedReader("condition") { bytes in
    var text: [UInt8] = []
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "<"): text += "&lt;".utf8
      case UInt8(ascii: "&"): text += "&amp;".utf8
      case UInt8(ascii: "\""): text += "&quot;".utf8
      case UInt8(ascii: "\t"), UInt8(ascii: "\n"): text += "&#\(byte);".utf8
      default: text.append(byte)
      }
    }
    let whole = Array(questionnaireHead.utf8) + text + Array(questionnaireEnd.utf8)
    let loaded = readQuestionnaire(whole, file: "questionnaire.xml")
    return faults(of: loaded.value, loaded.findings)
  }

  /// The CSV of a variable's codes.
  static let codeList = FuzzedReader("code-list") { bytes in
    let file = MemoryFile(bytes)
    let listed = "<variable id=\"district\" kind=\"category\" list=\"\(file.path)\"/>"
    let text =
      questionnaireHead.replacing("<factor", with: listed + "<factor", maxReplacements: 1)
      + "FB = 1" + questionnaireEnd
    let loaded = readQuestionnaire(Array(text.utf8), file: "questionnaire.xml")
    return withExtendedLifetime(file) { faults(of: loaded.value, loaded.findings) }
  }
}

private let questionnaireHead = """
  <questionnaire xmlns="urn:sipas:questionnaire:1" id="fuzzed" version="1" xml:lang="vi">
  <title>Phiếu thử</title><source document="thử" status="synthetic"/>
  <scale id="satisfaction">
  <answer code="1"><label>Không hài lòng</label></answer>
  <answer code="2" satisfied="true"><label>Hài lòng</label></answer>
  <missing code="9" reason="dont-know"><label>Không biết</label></missing></scale>
  <variable id="FB" kind="category"><answer code="0"/><answer code="1"/></variable>
  <variable id="age" kind="integer" min="0" max="120"/>
  <variable id="weight" kind="number"/><variable id="day" kind="date"/>
  <variable id="name" kind="text" personal="true"/>
  <factor id="access"><label>Tiếp cận</label>
  <item id="A1" scale="satisfaction"><label>Ghế ngồi</label></item></factor>
  <factor id="feedback" asked-when="
  """

private let questionnaireEnd = """
  "><label>Góp ý</label>
  <item id="F1" scale="satisfaction"><label>Dễ góp ý</label></item></factor>
  <index id="sipas"><item measure="satisfied-share"/><factor measure="mean-of-items"/>
  <overall measure="mean-of-factors"/></index></questionnaire>
  """
