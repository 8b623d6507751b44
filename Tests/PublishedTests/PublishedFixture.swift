import Foundation
import SurveyModel
import Testing

/// A folder of `Tests/Fixtures/published`: data, results of another program, and their source.
struct PublishedFixture {
  let folder: URL

  init(_ name: String) {
    folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/published").appending(path: name)
  }

  func decode<Value: Decodable>(_ type: Value.Type, from name: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(contentsOf: folder.appending(path: name)))
  }

  func table(_ name: String) throws -> FixtureTable {
    try FixtureTable(String(contentsOf: folder.appending(path: name), encoding: .utf8))
  }
}

/// A small comma-separated table without quoted fields.
struct FixtureTable {
  let columns: [String: [String]]
  let count: Int

  init(_ text: String) throws {
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = try #require(lines.first)
    var columns: [String: [String]] = [:]
    for (index, name) in header.enumerated() {
      columns[name] = lines.dropFirst().map { $0[index] }
    }
    self.columns = columns
    count = lines.count - 1
  }

  func texts(_ name: String) throws -> [String] { try #require(columns[name]) }

  func numbers(_ name: String) throws -> [Double] {
    try texts(name).map { try #require(Double($0)) }
  }

  /// The rows by a variable or several crossed; the levels are those that occur, sorted.
  func grouping(_ variables: [String]) throws -> Grouping {
    let columns = try variables.map(texts)
    let keys = (0..<count).map { row in columns.map { $0[row] } }
    let levels = Set(keys).sorted { $0.lexicographicallyPrecedes($1) }
    return try grouping(variables, levels: levels)
  }

  /// The rows by a variable or several crossed, with these levels.
  func grouping(_ variables: [String], levels: [[String]]) throws -> Grouping {
    let columns = try variables.map(texts)
    let number = Dictionary(uniqueKeysWithValues: levels.enumerated().map { ($1, Int32($0)) })
    return Grouping(
      variables: variables,
      levels: levels.map { codes in
        GroupLevel(
          terms: zip(variables, codes).map { DomainTerm(variable: $0, code: $1) },
          labels: codes.map { LocalizedText(vi: $0) })
      },
      levelOfRow: (0..<count).map { row in number[columns.map { $0[row] }] ?? -1 })
  }
}

/// Expects two numbers to agree to a relative tolerance, or both to be absent.
func expectAgreement(
  _ found: Double?, _ expected: Double?, _ what: @autoclosure () -> String,
  tolerance: Double = 1e-9, sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  switch (found, expected) {
  case (nil, nil): return
  case (let found?, let expected?):
    let difference = (found - expected).magnitude
    if difference <= tolerance * max(found.magnitude, expected.magnitude) { return }
    Issue.record(
      "\(what()): \(found) instead of \(expected)", sourceLocation: sourceLocation)
  default:
    let (shown, wanted) = (found.map { "\($0)" } ?? "none", expected.map { "\($0)" } ?? "none")
    Issue.record("\(what()): \(shown) instead of \(wanted)", sourceLocation: sourceLocation)
  }
}
