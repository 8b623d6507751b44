import Foundation
import Ingestion
import StatisticalFiles
import SurveyModel
import Testing

/// Files of SPSS as responses of the tiny survey.
struct StatisticalFileTests {
  private static let ids = ["R-001", "R-002", "R-003"]

  private static func column(
    _ name: String, label: String = "", _ labels: [(Double, String)] = [], missing: [Double] = []
  ) -> WrittenVariable {
    WrittenVariable(
      name: name, label: label, form: .number(decimals: 0),
      labels: labels.map { (.number($0.0), $0.1) },
      missing: WrittenMissing(missing, sparing: []) ?? WrittenMissing(), measure: .ordinal)
  }

  private static func text(_ name: String) -> WrittenVariable {
    WrittenVariable(name: name, label: "", form: .text(bytes: 40), measure: .nominal)
  }

  /// Three interviews: an id, a district, A1 and A2 with these answers, and what else is given.
  private func read(
    A1: WrittenVariable = column("A1"), A2: WrittenVariable = column("A2"),
    answers: [[Double?]] = [[4, 5], [2, 9], [1, 3]],
    more: [(WrittenVariable, [WrittenValue])] = []
  ) throws -> ImportedFile {
    let variables = [Self.text("interview_id"), Self.text("district"), A1, A2] + more.map(\.0)
    let bytes = try savFile(variables, rowCount: 3) { row, column in
      switch column {
      case 0: .text(Self.ids[row])
      case 1: .text("PLK")
      case 2, 3: answers[row][column - 2].map { .number($0) } ?? .blank
      default: more[column - 4].1[row]
      }
    }
    var known = InterviewIndex()
    return try importBytes(bytes, known: &known, file: "phiếu.sav")
  }

  private func codes(_ imported: ImportedFile) -> [String] { imported.findings.map(\.code.id) }

  @Test func `answers, dates and texts come as from a CSV`() throws {
    let imported = try read(more: [
      (
        WrittenVariable(name: "interview_date", label: "", form: .date, measure: .scale),
        [.number(spssSeconds(day: 18_905)), .blank, .blank]
      ),
      (
        WrittenVariable(name: "started", label: "", form: .datetime, measure: .scale),
        [.number(spssSeconds(day: 18_905, second: 30_600)), .blank, .blank]
      ),
      (
        WrittenVariable(
          name: "design_weight", label: "", form: .number(decimals: 2), measure: .scale),
        [.number(12.5), .number(1250.25), .number(7)]
      ),
      (Self.text("comment"), [.text("Chờ lâu,\t“thiếu” \"ghế\""), .blank, .blank]),
    ])
    let csv = try importText(
      """
      interview_id,district,A1,A2,interview_date,started,design_weight,comment
      R-001,PLK,4,5,2021-10-05,2021-10-05 08:30,12.5,"Chờ lâu,\t“thiếu” ""ghế""\"
      R-002,PLK,2,9,,,1250.25,
      R-003,PLK,1,3,,,7,

      """)
    #expect(imported.counts == ImportCounts(read: 3, accepted: 3))
    #expect(imported.table == csv.table)
    #expect(imported.dialect?.encoding == "SPSS SAV, UTF-8")
  }

  @Test func `a scale turned round is refused and both lists are shown`() throws {
    let turned = [(1.0, "Rất hài lòng"), (2, "Hài lòng"), (5, "Rất không hài lòng")]
    let imported = try read(A1: Self.column("A1", turned), A2: Self.column("A2", turned))
    #expect(!imported.isUsable)
    #expect(imported.table.count == 0)
    let finding = try #require(
      imported.findings.first { $0.code.id == "statfile.variable.labels-contradict" })
    #expect(finding.found?.text(in: .vi) == "1 Rất hài lòng, 2 Hài lòng, 5 Rất không hài lòng")
    #expect(finding.expected?.text(in: .vi).hasPrefix("1 Rất không hài lòng, 2 ") == true)
    #expect(finding.message.text(in: .vi).hasPrefix("2 biến (A1, A2): "))
    #expect(finding.place?.description == "phiếu.sav")
  }

  @Test func `labels in other words are read by code with a warning`() throws {
    let imported = try read(
      A1: Self.column("A1", [(1, "1. RẤT KHÔNG HÀI LÒNG"), (5, "Hoàn toàn hài lòng")]))
    #expect(imported.counts.accepted == 3)
    let finding = try #require(
      imported.findings.first { $0.code.id == "statfile.variable.labels-differ" })
    #expect(finding.found?.text(in: .vi) == "5 Hoàn toàn hài lòng")
    #expect(imported.table.columns[9] == .coded8([4, 2, 1]))
  }

  @Test func `labels without marks or in decomposed Unicode are the same labels`() throws {
    let decomposed = "Rất không hài lòng".decomposedStringWithCanonicalMapping
    let imported = try read(A1: Self.column("A1", [(1, decomposed), (5, "Rat hai long")]))
    #expect(imported.counts.accepted == 3)
    #expect(!codes(imported).contains { $0.hasPrefix("statfile.") })
  }

  @Test func `a value that is no code is read by its label`() throws {
    let imported = try read(
      A1: Self.column("A1", [(10, "Hài lòng"), (20, "Không áp dụng")]),
      answers: [[10, 5], [20, 4], [3, 4]])
    #expect(imported.counts.accepted == 3)
    #expect(imported.table.columns[9] == .coded8([4, 6, 3]))
  }

  @Test func `values declared missing are the missing codes, or blank with a notice`() throws {
    let imported = try read(
      A1: Self.column("A1", missing: [9, 98]), A2: Self.column("A2", missing: [96, 97, 98, 99]),
      answers: [[9, 97], [98, 99], [3, 4]])
    #expect(imported.counts.accepted == 3)
    #expect(imported.table.columns[9] == .coded8([6, 0, 3]))
    #expect(imported.table.columns[10] == .coded8([0, 0, 4]))
    let notices = imported.findings.filter { $0.code.id == "statfile.value.user-missing" }
    #expect(notices.map { $0.found?.text(in: .vi) } == ["“98”", "“97”, “99”"])
  }

  @Test func `a variable is known by its label, unless another has the name`() throws {
    let byLabel = try read(
      A1: Self.column("q1", label: "Nơi ngồi chờ có đủ chỗ ngồi"),
      A2: Self.column("A2_goc", label: "Trang thiết bị"))
    #expect(byLabel.table.columns[9] == .coded8([4, 2, 1]))
    #expect(byLabel.table.columns[10] == .coded8([5, 6, 3]))
    let copy = try read(more: [
      (Self.column("A1_copy", label: "Nơi ngồi chờ có đủ chỗ ngồi"), [.blank, .number(3), .blank])
    ])
    #expect(copy.counts.accepted == 3)
    #expect(copy.table.columns[9] == .coded8([4, 2, 1]))
    let twice = try read(
      A1: Self.column("x", label: "Nơi ngồi chờ có đủ chỗ ngồi"),
      more: [(Self.column("y", label: "Nơi ngồi chờ có đủ chỗ ngồi"), [.blank, .blank, .blank])])
    #expect(!twice.isUsable)
    #expect(codes(twice).contains("ingest.header.duplicate-column"))
  }

  @Test func `a fault names the row and the variable, and hides what is personal`() throws {
    let imported = try read(
      answers: [[4, 7], [2, 4], [1, 3]],
      more: [(Self.text("phone"), [.text("0905000001"), .blank, .blank])])
    #expect(imported.counts == ImportCounts(read: 3, accepted: 2, rejected: 1))
    let finding = try #require(imported.rejects.first?.findings.first)
    #expect(finding.place?.description == "phiếu.sav:1:4")
    #expect(finding.message.text(in: .vi).hasSuffix("(dòng 1, biến “A2”)"))
    #expect(imported.rejects.first?.rawText.contains("0905000001") == false)
  }

  /// The values are those that R 4.2.2 prints for the portable file with
  /// `foreign::read.spss("synthetic.por")`, which has a reader of its own.
  @Test(arguments: ["por", "sav"]) func `an SPSS portable file is read`(kind: String) throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/statistical/synthetic.\(kind)").path
    var known = InterviewIndex()
    let imported = readResponses(
      file: path, fields: TinySurvey.fields, interviewIDField: "interview_id",
      mapping: ResponseMapping(columns: [
        ResponseMapping.Column(header: "INTID", field: "interview_id")
      ]), known: &known)
    #expect(imported.findings.filter { $0.severity == .error } == [])
    #expect(imported.rejects.flatMap(\.findings) == [])
    try #require(imported.counts == ImportCounts(read: 3, accepted: 3))
    #expect((0..<3).map { imported.table.ids[$0] } == ["R-001", "R-002", "R-003"])
    let columns = imported.table.columns
    #expect(columns[0] == .coded8([1, 2, 3]))
    #expect(columns[2] == .days([18_905, 18_906, ColumnValues.blankDay]))
    #expect(columns[5] == .numbers([12.5, 1250.25, 0.001]))
    #expect(columns[9] == .coded8([4, 0, 1]))
    #expect(columns[10] == .coded8([6, 3, 5]))
    #expect(imported.dialect?.encoding.hasPrefix("SPSS \(kind.uppercased())") == true)
  }

  @Test func `a file that is cut off gives no interview`() throws {
    let bytes = try savFile([Self.text("interview_id"), Self.column("A1")], rowCount: 50) {
      row, column in column == 0 ? .text("R\(row)") : .number(4)
    }
    var known = InterviewIndex()
    let imported = try importBytes(Array(bytes.dropLast(200)), known: &known)
    #expect(!imported.isUsable && imported.table.count == 0)
    #expect(imported.findings.contains { $0.severity == .error })
  }
}
