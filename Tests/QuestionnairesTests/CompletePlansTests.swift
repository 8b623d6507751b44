import Questionnaires
import SurveyModel
import Testing

/// The shipped plans hold all of their documents: counts by section, and sums printed or due.
///
/// Sections are those of the document named at each test.
struct CompletePlansTests {
  private static func plan(_ sample: String) throws -> Plan {
    let loaded = readPlan(at: packagePath("samples/\(sample)/plan.xml"))
    #expect(loaded.findings.filter { $0.severity != .notice }.isEmpty)
    return try #require(loaded.value)
  }

  /// Row numbers of one part of an appendix, as the sections write them: `Phụ lục, VII, số 9`.
  private static func rows(_ plan: Plan, _ prefix: String) -> Set<Int> {
    Set(
      plan.targets.compactMap { target in
        guard let section = target.section, let range = section.firstRange(of: prefix) else {
          return nil
        }
        return Int(section[range.upperBound...].prefix { $0.isNumber })
      })
  }

  private static func kinds(_ plan: Plan) -> [String: Int] {
    Dictionary(plan.targets.map { ($0.rule.kind, 1) }, uniquingKeysWith: +)
  }

  private static func byArea(_ plan: Plan) -> [String: Int] {
    Dictionary(plan.targets.map { ($0.area ?? "-", 1) }, uniquingKeysWith: +)
  }

  /// What holds of every plan: nothing is lost on the way from the file.
  @Test(arguments: [
    ("gia-lai-2021", 121, 10, 80), ("binh-thuan-2021-2025", 79, 9, 30),
    ("tien-giang-2020", 62, 10, 57), ("son-la-2024", 47, 8, 4), ("to-tung-2022", 135, 10, 46),
  ])
  func `every target stands in an area and names a known figure`(
    sample: String, targets: Int, areas: Int, figures: Int
  ) throws {
    let plan = try Self.plan(sample)
    #expect(plan.targets.count == targets)
    #expect(plan.areas.count == areas)
    #expect(plan.figures.count == figures)
    #expect(Set(plan.targets.map(\.id)).count == targets)
    #expect(plan.targets.allSatisfy { $0.area != nil && $0.section != nil && !$0.label.isEmpty })
    #expect(plan.targets.allSatisfy { $0.label.vi != nil && $0.label.en != nil })
    let used = Set(
      plan.targets.compactMap { target -> String? in
        if case .figure(let id) = target.measure { id } else { nil }
      })
    let known = Set(plan.figures.map(\.id))
    #expect(used.isSubset(of: known))
    #expect(plan.figures.allSatisfy { FigureUnit(rawValue: $0.unit) != nil })
    for target in plan.targets {
      if case .qualitative(let words) = target.rule {
        #expect(words.vi?.isEmpty == false, "\(target.id)")
        #expect(target.measure == nil)
      } else {
        #expect(target.measure != nil)
      }
      if target.dueBy != nil { #expect(target.due != nil) }
    }
  }

  // MARK: Gia Lai, 1320/KH-UBND of 14 September 2021

  /// Appendix: parts I to VIII, numbered from 1 in each; VIII.1 to VIII.5 are 8.1.1 to 8.1.5 of
  /// section II.2.
  @Test func `Gia Lai has the 93 rows of the appendix in eight areas`() throws {
    let plan = try Self.plan("gia-lai-2021")
    let parts = [
      ("I", 7), ("II", 5), ("III", 19), ("IV", 9), ("V", 13), ("VI", 11), ("VII", 18), ("VIII", 11),
    ]
    #expect(parts.map(\.1).reduce(0, +) == 93)
    for (part, count) in parts {
      var rows = Self.rows(plan, "Phụ lục, \(part), số ")
      if part == "VIII" {
        let indices = (1...5).filter { number in plan.targets.contains { $0.id == "8.1.\(number)" }
        }
        #expect(rows.isDisjoint(with: indices))
        rows.formUnion(indices)
      }
      #expect(rows == Set(1...count), "\(part)")
    }
    for (number, (part, _)) in parts.enumerated() {
      #expect(
        plan.targets.filter { ($0.section ?? "").contains("Phụ lục, \(part), số") }
          .allSatisfy { $0.area == "area-\(number + 1)" })
    }
    #expect(
      Self.kinds(plan) == [
        "minimum": 68, "qualitative": 36, "increase": 8, "maximum": 6, "hold": 2, "rank": 1,
      ])
  }

  /// Section II.1: 18 items; II.1.3 covers 3.4.1 and 3.4.2, II.1.9 covers 6.1.2 and 6.3.3.
  @Test func `Gia Lai has the 18 criteria of section II_1, which are 20 rows of the appendix`()
    throws
  {
    let plan = try Self.plan("gia-lai-2021")
    #expect(Self.rows(plan, "II.1.") == Set(1...18))
    let shared = plan.targets.filter {
      ($0.section ?? "").hasPrefix("II.1.") && ($0.section ?? "").contains("; Phụ lục")
    }
    let criteria = Set(shared.map { $0.id.split(separator: "-").first.map(String.init) ?? $0.id })
    #expect(
      criteria == [
        "1.1", "3.2.5", "3.4.1", "3.4.2", "4.1.2", "5.4", "5.5.2", "5.7.2", "6.1.1", "6.1.2",
        "6.1.3", "6.2.1", "6.3.3", "7.1.3", "7.1.9", "7.2.1", "7.3.1", "8.4", "8.5", "8.6",
      ])
  }

  /// Introduction, II.1.3 point b, II.1.8, II.1.17, and "Trong năm 2021".
  @Test func `figures, strict bounds and due dates of Gia Lai are those of the text`() throws {
    let plan = try Self.plan("gia-lai-2021")
    func target(_ id: String) throws -> Target { try #require(plan.targets.first { $0.id == id }) }
    func value(_ id: String) -> Double? { plan.figures.first { $0.id == id }?.values.first?.value }
    #expect(value("par-index-score") == 84.81)
    #expect(value("par-index-rank") == 21)
    #expect(try target("I.1-par-rank").rule == .rank(atMost: 20, of: 63))
    #expect(try target("II.1.3-land").rule == .maximum([2021: 0.5], isStrict: true))
    #expect(try target("II.1.8-2021-09-30").dueBy == CivilDate("2021-09-30"))
    #expect(try target("II.1.8-2022-01-31").dueBy == CivilDate("2022-01-31"))
    #expect(try target("8.1.2").dueBy == CivilDate("2021-12-31"))
    // "Trong năm 2021 và các năm tiếp theo" and "Trong năm đánh giá" name no last day.
    #expect(try target("8.1.1").dueBy == nil)
    #expect(plan.targets.filter { $0.due == "Trong năm đánh giá" }.allSatisfy { $0.dueBy == nil })
    #expect(plan.targets.count { $0.dueBy != nil } == 27)
  }

  // MARK: Bình Thuận, 3612/KH-UBND of 29 September 2021

  private static let binhThuanRows = (1...44).flatMap { $0 == 39 ? ["39a", "39b"] : ["\($0)"] }

  /// Appendix, numbers 1 to 44 with a value for each year; number 39 sets two targets.
  @Test func `Bình Thuận has the 44 rows of the appendix, 29 of them with percentages`() throws {
    let plan = try Self.plan("binh-thuan-2021-2025")
    let rows = plan.targets.filter { $0.id.hasPrefix("PL-") }
    #expect(rows.map(\.id) == Self.binhThuanRows.map { "PL-\($0)" })
    #expect(
      plan.targets.filter { ($0.section ?? "").hasPrefix("Phụ lục, số ") }.map(\.id)
        == rows.map(\.id))
    let percentages = rows.filter { row in
      // Row 16 has its figure in the name, its years hold months.
      if case .minimum = row.rule { row.id != "PL-16" && row.id != "PL-39b" } else { false }
    }
    #expect(percentages.count == 29)
    let cells = percentages.map { row in
      if case .minimum(let values, _) = row.rule { values.count } else { 0 }
    }
    #expect(cells.reduce(0, +) == 133)
    #expect(
      Self.byArea(plan) == [
        "general": 5, "institutions": 3, "procedures": 22, "organisation": 9, "civil-service": 5,
        "finance": 3, "digital": 12, "directing": 1, "implementation": 19,
      ])
    let leads = Dictionary(
      rows.filter { $0.id != "PL-39b" }.map { ($0.lead.joined(separator: "; "), 1) },
      uniquingKeysWith: +)
    #expect(
      leads == [
        "Sở Tư pháp": 2, "Văn phòng UBND tỉnh": 16, "Sở Nội vụ": 9, "Sở Tài chính": 2,
        "Sở Thông tin và Truyền thông": 9, "Sở Kế hoạch và Đầu tư": 2, "Sở Xây dựng": 1,
        "Sở Tài nguyên và Môi trường": 1, "Sở Giáo dục và Đào tạo": 1, "Sở Y tế": 1,
      ])
  }

  /// Appendix, numbers 8, 19, 40 to 44; section I.1 for the ranks.
  @Test func `the satisfaction minima of Bình Thuận are those of the appendix`() throws {
    let plan = try Self.plan("binh-thuan-2021-2025")
    func minima(_ id: String) -> [Double]? {
      guard case .minimum(let values, false) = plan.targets.first(where: { $0.id == id })?.rule
      else { return nil }
      return (2021...2025).compactMap { values[$0] }
    }
    #expect(minima("PL-8") == [82, 84, 86, 88, 90])
    #expect(minima("PL-19") == [85, 86, 87, 88, 90])
    #expect(minima("PL-40") == [82, 84, 85, 85, 85])
    #expect(minima("PL-41") == [82, 84, 85, 85, 85])
    #expect(minima("PL-42") == [82, 82, 83, 84, 85])
    #expect(minima("PL-43") == [85, 85, 85, 85, 85])
    #expect(minima("PL-44") == [85, 85, 85, 85, 85])
    for (id, place) in [("rank-par-index", 20), ("rank-sipas", 30), ("rank-papi", 30)] {
      #expect(plan.targets.first { $0.id == id }?.rule == .rank(atMost: place, of: 63))
    }
    // The levels never fall from one year to the next.
    for target in plan.targets {
      guard case .minimum(let values, _) = target.rule else { continue }
      let series = values.sorted { $0.key < $1.key }.map(\.value)
      #expect(zip(series, series.dropFirst()).allSatisfy { $0 <= $1 }, "\(target.id)")
    }
  }

  // MARK: Tiền Giang, 180/KH-UBND of 10 July 2020

  private static func card(_ plan: Plan, _ id: String) throws -> ScoreCard {
    let target = try #require(plan.targets.first { $0.id == id })
    guard case .score(let card) = target.rule else {
      throw TestFailure("\(id) is no row of the score card")
    }
    return card
  }

  private struct TestFailure: Error {
    let text: String
    init(_ text: String) { self.text = text }
  }

  /// Sums of scores are sums of decimals.
  private static func sum(_ values: [Double]) -> Double {
    withoutBinaryNoise(values.reduce(0, +))
  }

  /// Section II: eight areas LV1 to LV8, total 79.68 of 100.
  @Test func `the areas of section II of Tiền Giang add up to its total`() throws {
    let plan = try Self.plan("tien-giang-2020")
    let areas = try (1...8).map { try Self.card(plan, "LV\($0)") }
    let total = try Self.card(plan, "par-index")
    #expect(Self.sum(areas.map(\.standard)) == 100)
    #expect(Self.sum(areas.compactMap(\.assessed)) == 79.68)
    #expect(total == ScoreCard(standard: 100, assessed: 79.68, year: 2019))
    #expect(total.pointsLost == 20.32)
    #expect(plan.figures.first { $0.id == "par-index-rank" }?.values.first?.value == 48)
  }

  /// Appendix: eight areas, total 53,289 of 66,5; note: the sociological survey gives at most 33,5.
  @Test func `the areas of the appendix add up to 53,2895 where 53,289 is printed`() throws {
    let plan = try Self.plan("tien-giang-2020")
    let areas = try (1...8).map { try Self.card(plan, "\($0)") }
    #expect(Self.sum(areas.map(\.standard)) == 66.5)
    #expect(Self.sum(areas.compactMap(\.assessed)) == 53.2895)
    let total = try Self.card(plan, "total")
    #expect(total == ScoreCard(standard: 66.5, assessed: 53.289, year: 2019))
    #expect(total.pointsLost == 13.211)
    #expect(Self.sum(areas.compactMap(\.pointsLost)) == 13.2105)
    let survey = try Self.card(plan, "sociological-survey")
    #expect(survey.standard == 33.5)
    #expect(Self.sum([total.standard, survey.standard]) == 100)
    // The survey part of each area is what section II has beyond the appendix.
    let parts = try (1...8).map {
      withoutBinaryNoise(try Self.card(plan, "LV\($0)").standard - areas[$0 - 1].standard)
    }
    #expect(parts == [0, 5, 0, 4.5, 6, 4, 4, 10])
    #expect(Self.sum(parts) == 33.5)
    // Area 3 is 12.42 in section II and 12,4259 in the appendix, of the same 14 points.
    #expect(try Self.card(plan, "LV3") == ScoreCard(standard: 14, assessed: 12.42, year: 2019))
    #expect(areas[2] == ScoreCard(standard: 14, assessed: 12.4259, year: 2019))
  }

  /// Points lost by a row minus those of the rows listed under it, as the appendix prints them.
  @Test func `rows of the appendix that do not add up are those that the plan notes`() throws {
    let plan = try Self.plan("tien-giang-2020")
    let rows = plan.targets.filter { ($0.section ?? "").hasPrefix("Phụ lục, ") }
    let cards = rows.compactMap { row -> (id: String, lost: Double?)? in
      guard case .score(let card) = row.rule, row.id.first?.isNumber == true else { return nil }
      return (row.id, card.pointsLost)
    }
    var disagreements: [String: Double] = [:]
    for (id, lost) in cards {
      let depth = id.split(separator: ".").count
      let children = cards.filter {
        $0.id.hasPrefix(id + ".") && $0.id.split(separator: ".").count == depth + 1
      }
      guard let lost, !children.isEmpty, children.allSatisfy({ $0.lost != nil }) else { continue }
      let difference = withoutBinaryNoise(lost - Self.sum(children.compactMap(\.lost)))
      if difference != 0 { disagreements[id] = difference }
    }
    // 4: a loss without a row. 6: 6.1 is printed 0,941, the very score of 6.1.1; 1,941 would agree.
    // 7.2: a loss without a row of its own.
    #expect(disagreements == ["4": 0.2804, "6": -1, "6.1": 1, "7.2": 0.047])
    #expect(try Self.card(plan, "6.1").assessed == 0.941)
    #expect(try Self.card(plan, "6.1.1").assessed == 0.941)
    // 5.7 has no score in print; 0,75 would agree with its area and its row 5.7.2.
    #expect(try Self.card(plan, "5.7").assessed == nil)
    #expect(cards.count == 43)
    let notes = plan.notes.compactMap(\.vi).joined(separator: " ")
    for word in ["53,2895", "0,941", "1,941", "0,2804", "12,4259"] { #expect(notes.contains(word)) }
    let finding = readPlan(at: packagePath("samples/tien-giang-2020/plan.xml")).findings
      .first { $0.code.id == "plan.score.parts" }
    #expect(finding?.severity == .notice)
    #expect(finding?.message.vi?.contains("4, 6, 6.1, 7.2") == true)
  }

  @Test func `more than 95 percent is strict in Tiền Giang`() throws {
    let plan = try Self.plan("tien-giang-2020")
    let target = try #require(plan.targets.first { $0.id == "3.4-files-in-time" })
    #expect(target.rule == .minimum([2020: 95], isStrict: true))
    #expect(Self.kinds(plan) == ["score": 54, "qualitative": 6, "minimum": 2])
    let quarters = plan.targets.filter { $0.due?.hasPrefix("Quý") == true }
    #expect(
      Set(quarters.map { "\($0.due ?? "") \($0.dueBy?.text ?? "-")" }) == [
        "Quý III năm 2020 2020-09-30", "Quý IV năm 2020 2020-12-31", "Quý II năm 2021 2021-06-30",
      ])
  }

  // MARK: Sơn La, 372/QĐ-UBND of 28 February 2024

  /// Decision (articles 2 and 3) 2, sections I 9, II 20, III 7, IV 1, V 7, outline of the report 1.
  @Test func `Sơn La has every requirement of the decision, the plan and the outline`() throws {
    let plan = try Self.plan("son-la-2024")
    #expect(
      Self.kinds(plan) == ["qualitative": 40, "minimum": 5, "maximum": 2])
    let sections = Dictionary(
      plan.targets.map { target in
        (String((target.section ?? "").prefix { !".,; ".contains($0) }), 1)
      }, uniquingKeysWith: +)
    #expect(sections["I"] == 9)
    #expect(sections["II"] == 20)
    #expect(sections["III"] == 7)
    #expect(sections["IV"] == 1)
    #expect(sections["V"] == 7)
    #expect(plan.targets.count { ($0.section ?? "").hasPrefix("Quyết định") } == 2)
    // II.3: 02 to 04 working days; II.5.b: before 10 days, 02 to 03 units, before 05 days.
    let limits = plan.targets.compactMap { target -> String? in
      switch target.rule {
      case .minimum(let values, _): "\(target.id) ≥ \(values[2024] ?? .nan)"
      case .maximum(let values, _): "\(target.id) ≤ \(values[2024] ?? .nan)"
      default: nil
      }
    }
    #expect(
      limits == [
        "II.3-min ≥ 2.0", "II.3-max ≤ 4.0", "II.5.b-1 ≥ 10.0", "II.5.b-1-min ≥ 2.0",
        "II.5.b-1-max ≤ 3.0", "II.5.b-2 ≥ 5.0", "V.3-1 ≥ 5.0",
      ])
    // II.5.a: "trước ngày 30/10/2024".
    #expect(plan.targets.compactMap(\.dueBy) == [CivilDate("2024-10-29")])
  }

  // MARK: Tơ Tung, 83/KH-UBND of 28 September 2022

  /// Appendix: rows 3 of II, 2 and 3 of IV, 3 to 6 of V are missing in the document's own numbers.
  @Test func `Tơ Tung has the rows of the appendix with the gaps of its numbers`() throws {
    let plan = try Self.plan("to-tung-2022")
    let parts: [(String, Set<Int>)] = [
      ("I", Set(1...7)), ("II", [1, 2, 4, 5]), ("III", Set(1...13)), ("IV", [1, 4]),
      ("V", [1, 2, 7, 8, 9, 10, 11, 12, 13]), ("VI", Set(1...11)), ("VII", Set(1...18)),
      ("VIII", Set(1...5)),
    ]
    for (part, rows) in parts { #expect(Self.rows(plan, "Phụ lục, \(part).") == rows, "\(part)") }
    #expect(parts.map { $0.1.count }.reduce(0, +) == 69)
    #expect(Self.kinds(plan) == ["qualitative": 70, "minimum": 57, "increase": 5, "maximum": 3])
    #expect(
      Self.byArea(plan) == [
        "directing": 12, "institutions": 9, "procedures": 24, "organisation": 5,
        "civil-service": 14, "finance": 13, "digital": 30, "general": 8, "implementation": 15,
        "impact": 5,
      ])
  }

  /// Section II.2 and appendix VIII ask to raise against 2021 and print no figure of 2021.
  @Test func `the figures of 2021 are awaited in Tơ Tung, not made up`() throws {
    let plan = try Self.plan("to-tung-2022")
    #expect(plan.baselines.map(\.status) == ["awaited"])
    #expect(plan.baselines.allSatisfy { $0.values.isEmpty })
    #expect(plan.figures.allSatisfy { $0.values.isEmpty })
    let indices = plan.targets.filter { $0.id.hasPrefix("8.1.") }
    #expect(indices.map(\.id) == ["8.1.1", "8.1.2", "8.1.3", "8.1.4", "8.1.5"])
    #expect(
      indices.allSatisfy {
        $0.rule == .increase(baselineYear: 2021, atLeast: nil, unit: .points)
      })
    #expect(
      readPlan(at: packagePath("samples/to-tung-2022/plan.xml")).findings.map(\.code.id)
        == ["plan.baseline.awaited"])
  }
}
