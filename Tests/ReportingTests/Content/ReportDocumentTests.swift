import Documents
import GoldenFiles
import Pictures
import SurveyModel
import Testing

@testable import Reporting

struct ReportDocumentTests {
  private func document(_ run: RunResult = TinyRun.result(), _ language: Language = .vi) -> Document
  {
    reportDocument(run, template: .standard, language: language)
  }

  @Test(arguments: Language.allCases)
  func `the document is the one a person has looked at`(language: Language) throws {
    try expectGolden(
      Array(document(TinyRun.result(), language).plainText.utf8),
      "document.\(language.rawValue).txt")
  }

  @Test(arguments: Language.allCases)
  func `every number is that of the results, and every text is that number rounded`(
    language: Language
  ) throws {
    let run = TinyRun.result()
    let json = try parsedJSON(jsonReport(run))
    let style = NumberStyle(language)
    var sourced = 0
    for cell in document(run, language).allCells {
      guard let number = cell.number else { continue }
      let text = style.decimal(number.value, places: number.places)
      #expect(cell.text.contains(text), "\(cell.text) is not \(text)")
      guard let source = number.source else { continue }
      #expect(isSame(GoldenFiles.value(at: source, in: json), as: number.value), "\(source)")
      sourced += 1
    }
    #expect(sourced > 300)
  }

  @Test func `a plan without targets of surveys says so and shows the indices first`() throws {
    var run = TinyRun.result()
    run.targets.removeAll { $0.target.isFromSurvey }
    for (language, first, others) in [
      (Language.vi, "Kế hoạch không đặt mục tiêu nào đo bằng khảo sát này", "Kế hoạch có "),
      (.en, "The plan sets no target that this survey measures", "The plan has "),
    ] {
      let section = try #require(document(run, language).sections.first)
      let lines = section.blocks.flatMap(\.plainLines)
      #expect(lines.first?.contains(first) == true)
      #expect(lines.contains { $0.contains(others) })
      #expect(!lines.contains { $0.contains("Kế hoạch còn") || $0.contains("other targets that") })
      #expect(section.blocks.flatMap(\.tables).first?.id == "indices")
    }
  }

  @Test func `a target that cannot be judged shows its result and why, without ids or commands`() {
    var run = TinyRun.result()
    run.targets[0].verdict = .noData
    run.targets[0].difference = nil
    run.targets[0].noDataReason = .baselineMissing(measure: "access", year: 2020)
    let text = document(run).plainText
    #expect(
      text.contains(
        "87,10\u{A0}% ± 1,20; chưa đánh giá được vì chưa có số liệu năm gốc 2020 để so sánh."))
    #expect(!text.contains("“access”") && !text.contains("sipas figures"))
  }

  @Test func `a full stop that ends a label of the plan is not carried into sentences`() {
    var run = TinyRun.result()
    run.targets[0].target.label = LocalizedText(vi: "Tiếp cận dịch vụ đạt 90%.")
    let text = document(run).plainText
    #expect(text.contains("Tiếp cận dịch vụ đạt 90%: 87,10"))
    #expect(!text.contains("90%.:"))
  }

  @Test func `sections stand in the order in which a leader reads`() {
    #expect(
      document().sections.map(\.id) == [
        "attainment", "pictures", "contributions", "lowest-items", "domains", "ranks", "trend",
        "answers", "register", "responsibilities", "quality", "method", "errors", "inputs",
      ])
  }

  @Test func `ids are unique anchors and rows are as long as their columns`() {
    let document = document()
    let ids =
      document.sections.map(\.id)
      + document.sections.flatMap { $0.blocks.flatMap(\.headingIDs) }
      + document.allTables.map(\.id) + document.allCharts.map(\.id)
    #expect(Set(ids).count == ids.count)
    for id in ids {
      #expect(
        id.first?.isLetter == true
          && id.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }, "\(id)")
    }
    for table in document.allTables {
      #expect(!table.columns.isEmpty && !table.rows.isEmpty, "\(table.id)")
      #expect(table.rows.allSatisfy { $0.count == table.columns.count }, "\(table.id)")
      let letters = Set(table.rows.joined().map(\.footnote)).subtracting([""])
      #expect(Set(table.footnotes.map(\.letter)) == letters, "\(table.id)")
    }
  }

  @Test func `formulas give the number of their cell`() {
    var checked = 0
    for table in document().allTables {
      for row in table.rows {
        for cell in row {
          guard case .difference(let first, let second)? = cell.number?.formula,
            let left = row[first].number?.value, let right = row[second].number?.value,
            let value = cell.number?.value
          else { continue }
          #expect((left - right - value).magnitude < 1e-9, "\(table.id)")
          checked += 1
        }
      }
    }
    #expect(checked >= 10)
  }

  @Test func `the first screen answers for the survey's targets and counts the others`() throws {
    let section = try #require(document().sections.first)
    let table = try #require(section.blocks.flatMap(\.tables).first)
    #expect(table.kind == .leading)
    #expect(table.rows.map { $0[0].text.prefix(5) }.contains("8.1.1"))
    #expect(!table.rows.contains { $0[0].text.hasPrefix("R.") })
    let text = section.blocks.flatMap(\.plainLines).joined(separator: "\n")
    #expect(text.contains("3 mục tiêu khác"))
    #expect(text.contains("1 quá hạn"))
  }

  @Test func `a survey without a plan shows its indices on the first screen`() throws {
    var run = TinyRun.result()
    (run.plan, run.targets, run.register) = (nil, [], nil)
    let document = document(run)
    let table = try #require(document.sections.first?.blocks.flatMap(\.tables).first)
    #expect(table.kind == .leading && table.rows.count == 6)
    #expect(!document.sections.contains { ["pictures", "register"].contains($0.id) })
  }

  @Test func `what is kept back stands neither as text nor as number`() {
    for language in Language.allCases {
      let document = document(TinyRun.result(), language)
      // The numbers of Krông Pa and of F2 end in 0625 and stand nowhere else.
      let text = document.plainText
      for hidden in ["0625", "61,06", "61.06", "57,06", "57.06", "71,06", "71.06", "71,1"] {
        #expect(!text.contains(hidden), "\(hidden)")
      }
      for number in document.allCells.compactMap(\.number) {
        #expect(!"\(number.value)".contains("0625"), "\(number)")
      }
      for chart in document.allCharts {
        for hidden in ["57.0625", "61.0625", "71.0625"] {
          #expect(!"\(chart)".contains(hidden), "\(chart.id)")
        }
      }
    }
  }

  @Test func `a suppressed district has a letter in place of its figures`() throws {
    let table = try #require(document().allTables.first { $0.id == "domains-1" })
    let row = try #require(table.rows.first { $0[0].text == "Huyện Krông Pa" })
    for cell in row[1...6] {
      #expect(cell.text == "—" && cell.number == nil && !cell.footnote.isEmpty)
    }
  }

  @Test func `figures before and after a decision are rounded like those of the file`() throws {
    let run = DecisionReportTests.run()
    let json = try parsedJSON(jsonReport(run))
    let document = document(run)
    let table = try #require(document.allTables.first { $0.id == "decisions-table" })
    let numbers = table.rows.joined().compactMap(\.number)
    #expect(numbers.count > 4)
    for number in numbers {
      let source = try #require(number.source)
      #expect(isSame(GoldenFiles.value(at: source, in: json), as: number.value), "\(source)")
    }
  }

  @Test func `text from files passes unchanged`() {
    let hostile = "=cmd|'/c calc'!A1 <script>&\"{{x}}"
    var run = TinyRun.result()
    for place in run.questionnaire.factors.indices {
      run.questionnaire.factors[place].label = LocalizedText(vi: hostile)
    }
    run.targets[0].target.lead = [hostile]
    run.batches[0].file = hostile
    let cells = document(run).allCells.map(\.text)
    #expect(cells.contains(hostile))
    #expect(cells.contains { $0.hasPrefix("8.1.1. ") && $0.hasSuffix(hostile) })
  }

  @Test func `years of two methods are told apart`() throws {
    var run = TinyRun.result()
    run.survey.year = 2023
    let chart = try #require(document(run).allCharts.first { $0.id == "picture-trend" })
    guard case .trend(let plot) = chart.content else { throw WrongChart() }
    #expect(plot.breaks.map(\.year) == [2022])
    let old = try #require(document().allCharts.first { $0.id == "picture-trend" })
    guard case .trend(let plain) = old.content else { throw WrongChart() }
    #expect(plain.breaks.isEmpty)
    #expect(plain.lines.allSatisfy { $0.points.map(\.year) == [2020, 2021] })
  }

  private struct WrongChart: Error {}
}

struct AnswerScaleTests {
  private func scale(_ satisfied: [Bool], scores: [Double?] = []) -> AnswerScale {
    AnswerScale(
      CodeList(
        answers: satisfied.enumerated().map { place, isSatisfied in
          AnswerCode(
            code: "\(place + 1)", isSatisfied: isSatisfied,
            score: place < scores.count ? scores[place] : nil)
        }))
  }

  @Test func `five answers have a middle, four have none`() {
    let five = scale([false, false, false, true, true])
    #expect(five.order == [0, 1, 2, 3, 4] && five.dissatisfied == 2 && five.hasMiddle)
    let four = scale([false, false, true, true])
    #expect(four.dissatisfied == 2 && !four.hasMiddle)
    let three = scale([false, false, true])
    #expect(three.dissatisfied == 1 && three.hasMiddle)
    let kind = scale([false, false, true, true, true])
    #expect(kind.dissatisfied == 2 && !kind.hasMiddle)
  }

  @Test func `a form that prints its best answer first is turned round`() {
    let turned = scale([true, true, false, false, false])
    #expect(turned.order == [4, 3, 2, 1, 0] && turned.dissatisfied == 2 && turned.hasMiddle)
    let scored = scale([false, false, false], scores: [3, 2, 1])
    #expect(scored.order == [2, 1, 0] && scored.dissatisfied == 1 && scored.hasMiddle)
  }
}
