import Foundation
import Testing

/// A small survey in a folder of its own, with one thing in it that should not be.
///
/// Three districts (A, B, C) of three communes of eight people, who answer A1 and A2 (factor `a`)
/// and B1 (factor `b`).
struct HostileSurvey: Sendable, CustomTestStringConvertible {
  struct Person: Sendable {
    var id: String
    var district: String
    var commune: String
    var gender: String
    var weight: String
    var communes: String
    var answers: [String]
  }

  let name: String
  var people = Self.sample
  var rule = "adjust"
  /// Attributes of `<variance>`.
  var variance = #"method="taylor""#
  var interval = "wald-t"
  /// The clusters' `population-variable`, where given.
  var population = false
  var weighting = ""
  var domains = ["gender"]
  var files: [String: String] = [:]
  var earlier = ""

  var testDescription: String { name }

  static let sample: [Person] = (0..<72).map { number in
    let district = ["A", "B", "C"][number / 24]
    return Person(
      id: "S\(101 + number)", district: district, commune: "\(district)\(number / 8 % 3 + 1)",
      gender: number % 2 == 0 ? "m" : "f", weight: "\(10 + number / 8)", communes: "9",
      answers: [7, 11, 13].map { "\((number * $0 + number / 5 + $0) % 5 + 1)" })
  }

  /// The same survey with people changed one by one; `nil` takes one out.
  func with(_ change: (inout Person) -> Bool) -> Self {
    var changed = self
    changed.people = people.compactMap { person in
      var person = person
      return change(&person) ? person : nil
    }
    return changed
  }

  /// District B has one commune left.
  var withLoneCommune: Self { with { $0.district != "B" || $0.commune == "B1" } }

  /// Writes the survey; returns the path of its survey file.
  func write(to scratch: Scratch) throws -> String {
    let header = "interview_id,district,commune,gender,w,communes,A1,A2,B1\n"
    let rows = people.map { person in
      ([person.id, person.district, person.commune, person.gender, person.weight, person.communes]
        + person.answers).joined(separator: ",")
    }
    _ = try scratch.write(header + rows.joined(separator: "\n") + "\n", "responses.csv")
    for (file, text) in files { _ = try scratch.write(text, file) }
    _ = try scratch.write(Self.questionnaire, "questionnaire.xml")
    return try scratch.write(definition, "survey.xml")
  }

  private var definition: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <survey xmlns="urn:sipas:survey:1" id="hostile" year="2022" xml:lang="vi">
      <title>Khảo sát thử</title>
      <source document="test" status="synthetic"/>
      <questionnaire href="questionnaire.xml"/>
      <responses><file href="responses.csv"/></responses>
      <design>
        <stratum variable="district"/>
        <cluster variable="commune"\(population ? #" population-variable="communes""# : "")/>
        <weight variable="w"/>
        <lonely-psu rule="\(rule)"/>
      </design>
      \(weighting.isEmpty ? "" : "<weighting>\(weighting)</weighting>")
      <variance \(variance)/>
      <interval method="\(interval)"/>
      <domains>\(domains.map { #"<domain variable="\#($0)"/>"# }.joined())</domains>
      \(earlier)
    </survey>
    """
  }

  private static let questionnaire = """
    <?xml version="1.0" encoding="UTF-8"?>
    <questionnaire xmlns="urn:sipas:questionnaire:1" id="hostile" version="1" xml:lang="vi">
      <title>Phiếu thử</title>
      <source document="test" status="synthetic"/>
      <scale id="s">
        \((1...5).map { answer($0) }.joined())
      </scale>
      <variable id="interview_id" kind="text" required="true"><label>Số phiếu</label></variable>
      \(category("district", ["A", "B", "C"]))
      \(category("commune", ["A", "B", "C"].flatMap { d in (1...3).map { "\(d)\($0)" } }))
      \(category("gender", ["m", "f", "x"]))
      <variable id="w" kind="number"><label>Trọng số</label></variable>
      <variable id="communes" kind="number"><label>Số xã</label></variable>
      <factor id="a"><label>Tiếp cận</label>
        <item id="A1" scale="s"><label>Câu một</label></item>
        <item id="A2" scale="s"><label>Câu hai</label></item>
      </factor>
      <factor id="b"><label>Công chức</label>
        <item id="B1" scale="s"><label>Câu ba</label></item>
      </factor>
      <index id="sipas">
        <item measure="satisfied-share"/><factor measure="mean-of-items"/>
        <overall measure="mean-of-factors"/><rounding places="2"/>
      </index>
    </questionnaire>
    """

  private static func answer(_ code: Int) -> String {
    #"<answer code="\#(code)"\#(code > 3 ? #" satisfied="true""# : "")><label>Mức \#(code)"#
      + "</label></answer>"
  }

  private static func category(_ id: String, _ codes: [String]) -> String {
    let answers = codes.map { #"<answer code="\#($0)"><label>\#(id) \#($0)</label></answer>"# }
    return #"<variable id="\#(id)" kind="category" required="true"><label>\#(id)</label>"#
      + answers.joined() + "</variable>"
  }
}
