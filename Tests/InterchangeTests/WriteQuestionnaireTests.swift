import Foundation
import Questionnaires
import SurveyModel
import Testing

@testable import Interchange

/// The questionnaires that the product ships.
enum Shipped {
  static let names = [
    "commune-one-stop-2022", "education-service", "health-service", "sector-procedures",
    "sipas-2017-2020", "sipas-2023-2026",
  ]

  static func read(_ name: String) throws -> Questionnaire {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let path = root.appending(path: "questionnaires/\(name).xml").path
    return try #require(readQuestionnaire(at: path).value)
  }
}

extension Questionnaire {
  /// Without the places in the file it was read from.
  var withoutPlaces: Questionnaire {
    var copy = self
    copy.file = ""
    for index in copy.fields.indices { copy.fields[index].place = nil }
    for index in copy.factors.indices { copy.factors[index].place = nil }
    return copy
  }
}

@Suite struct WriteQuestionnaireTests {
  @Test(arguments: Shipped.names)
  func `a shipped questionnaire written and read again is the same`(_ name: String) throws {
    let questionnaire = try Shipped.read(name)
    let loaded = readQuestionnaire(writeQuestionnaire(questionnaire), file: "again.xml")
    #expect(loaded.findings.filter { $0.severity == .error }.isEmpty)
    #expect(loaded.value?.withoutPlaces == questionnaire.withoutPlaces)
  }
}
