import Foundation
import Questionnaires
import SurveyModel
import Testing

@testable import Ingestion

/// How often an unknown header is offered the right field, on the questionnaires that are shipped.
struct NearestFieldsTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  private func questionnaires() throws -> [[Field]] {
    try FileManager.default.contentsOfDirectory(atPath: Self.root + "/questionnaires").sorted()
      .filter { $0.hasSuffix(".xml") }.map {
        try #require(readQuestionnaire(at: Self.root + "/questionnaires/" + $0).value).fields
      }
  }

  /// The label with one word left out and one letter changed, both by place `number`.
  private func worn(_ label: String, _ number: Int) -> String? {
    var words = label.split(separator: " ").map(String.init)
    guard words.count >= 4 else { return nil }
    words.remove(at: number % words.count)
    let changed = (number * 5 + 1) % words.count
    words[changed] = "x" + words[changed].dropFirst()
    return words.joined(separator: " ")
  }

  @Test func `a worn label is offered its own field, and seldom another`() throws {
    var (tried, right, wrong) = (0, 0, 0)
    for fields in try questionnaires() {
      let all = NearestFields(fields, among: Array(fields.indices))
      for (number, field) in fields.enumerated() {
        let others = NearestFields(fields, among: fields.indices.filter { $0 != number })
        for label in field.label.all {
          guard let header = worn(label, number) else { continue }
          tried += 1
          if all.fields(like: header).first == number { right += 1 }
          if !others.fields(like: header).isEmpty { wrong += 1 }
        }
      }
    }
    #expect(tried > 250)
    // 308 and 60 of 349 when the likeness was chosen.
    #expect(Double(right) >= 0.85 * Double(tried))
    #expect(Double(wrong) <= 0.2 * Double(tried))
  }
}
