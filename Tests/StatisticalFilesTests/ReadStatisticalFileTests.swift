import Foundation
import Numerics
import StatisticalFiles
import SurveyModel
import Testing

@Suite struct ReadStatisticalFileTests {
  @Test func `a file is read back as it was written`() throws {
    try withFile(try smallSAV()) { path in
      let dictionary = try readDictionary(path, kind: .sav)
      #expect(dictionary.encoding == "UTF-8")
      #expect(dictionary.rowCount == 40)
      #expect(
        dictionary.variables.map { String(decoding: $0.name, as: UTF8.self) } == [
          "ma", "A1", "ngay", "luc", "w", "dai",
        ])
      #expect(
        String(decoding: dictionary.variables[1].label, as: UTF8.self)
          == "Nơi ngồi chờ có đủ chỗ ngồi")
      #expect(
        dictionary.variables[1].labels.map { String(decoding: $0.label, as: UTF8.self) } == [
          "Rất không hài lòng", "Rất hài lòng",
        ])
      #expect(
        dictionary.variables.map(\.kind) == [
          .text, .number, .date, .datetime, .number, .text,
        ])
      let read = try readAll(path)
      let lines = read.text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines[0] == "P0\t1\t2021-09-30\t2021-09-30 08:00:00\t0.5\t")
      #expect(
        lines[1]
          == "P1\t2\t2021-10-01\t2021-09-30 08:00:01\t0.625\t\(String(repeating: "đ", count: 300))")
      // Blank, then quotation marks around what needs them.
      #expect(lines[2] == "P2\t\t2021-10-02\t2021-09-30 08:00:02\t0.75\t\"a\t\"\"b\"\"")
      #expect(lines[3] == "c\"")
      #expect(read.rowNumbers == Array(1...40))
      // 9 is declared missing and nobody wants it.
      #expect(read.rows.blanked == [1: [.number(9): 10]])
    }
  }

  @Test func `a plan writes other texts, leaves variables out and keeps a missing code`() throws {
    try withFile(try smallSAV()) { path in
      let plans: [CellPlan?] = [
        CellPlan(texts: [.text(Array("P0".utf8)): Array("X".utf8)]),
        CellPlan(texts: [.number(9): Array("9".utf8), .number(1): Array("một".utf8)]), nil, nil,
        CellPlan(usesComma: true), nil,
      ]
      let read = try readAll(path, plans: plans)
      let lines = read.text.split(separator: "\n")
      #expect(lines[0] == "X\tmột\t\t\t0,5\t")
      #expect(lines[3] == "P3\t9\t\t\t0,875\t")
      #expect(read.rows.blanked.isEmpty)
    }
  }

  @Test func `rows that hold nothing are left out and the others keep their numbers`() throws {
    let variable = WrittenVariable(
      name: "a", label: "", form: .number(decimals: 0), measure: .scale)
    let bytes = try savFile([variable], rowCount: 5) { row, _ in
      row % 2 == 0 ? .number(Double(row)) : .blank
    }
    try withFile(bytes) { path in
      let read = try readAll(path)
      #expect(read.text == "0\n2\n4\n")
      #expect(read.rowNumbers == [1, 3, 5])
    }
  }

  @Test func `the same content gives the same bytes`() throws {
    #expect(try smallSAV() == smallSAV())
  }

  @Test func `whole numbers of every length are written in full`() throws {
    let numbers: [Double] = [
      0, 9, 10, 99, 100, 255, 256, 12_345, 999_999_999_999_999, -1, -10, -12_345, 1.5, -0.25, 1e300,
    ]
    let variable = WrittenVariable(
      name: "a", label: "", form: .number(decimals: 0), measure: .scale)
    let bytes = try savFile([variable], rowCount: numbers.count) { row, _ in .number(numbers[row]) }
    try withFile(bytes) { path in
      let read = try readAll(path).text.split(separator: "\n").map(String.init)
      #expect(
        read == [
          "0", "9", "10", "99", "100", "255", "256", "12345", "999999999999999", "-1", "-10",
          "-12345", "1.5", "-0.25", "1e+300",
        ])
    }
  }

  @Test func `a reader that is let go before the end stops its thread`() throws {
    try withFile(try smallSAV(rows: 20_000)) { path in
      for _ in 0..<20 {
        let dictionary = try readDictionary(path, kind: .sav)
        let rows = StatisticalRows(
          path, kind: .sav, dictionary: dictionary,
          plans: dictionary.variables.map { _ in CellPlan() }, pieceSize: 100)
        #expect(try rows.next() != nil)
      }
    }
  }

  @Test func `a file that is cut off anywhere ends in a fault`() throws {
    let whole = try smallSAV()
    for length in stride(from: 4, to: whole.count, by: 23) {
      try withFile(Array(whole[..<length])) { path in
        #expect(throws: StatisticalFault.self, "\(length)") { try readAll(path) }
      }
    }
  }

  @Test func `any damage ends in rows or in a fault`() throws {
    let whole = try smallSAV()
    var random = SplitMix64(seed: 2021)
    var faults = 0
    for _ in 0..<400 {
      var bytes = whole
      // Mostly where counts and widths stand: before the rows.
      let head = random.uniform() < 0.8 ? 1_200 : bytes.count
      for _ in 0..<(1 + Int(random.uniform() * 4)) {
        let place = 4 + Int(random.uniform() * Double(min(head, bytes.count) - 4))
        bytes[place] =
          random.uniform() < 0.3 ? 0xFF : UInt8(truncatingIfNeeded: Int(random.uniform() * 256))
      }
      try withFile(bytes) { path in
        do { _ = try readAll(path, pieceSize: 10_000) } catch is StatisticalFault { faults += 1 }
      }
    }
    #expect(faults > 100)
  }

  @Test func `counts that promise more than the file holds cost nothing`() throws {
    let whole = try smallSAV()
    // A record of value labels that says it has two thousand million of them.
    let labels = try #require(
      whole.indices.first { whole[$0...].starts(with: [3, 0, 0, 0, 2, 0, 0, 0]) })
    var many = whole
    many.replaceSubrange(labels + 4..<labels + 8, with: [0xFF, 0xFF, 0xFF, 0x7F])
    try withFile(many) { path in
      #expect(throws: StatisticalFault.damaged(.sav)) { try readDictionary(path, kind: .sav) }
    }
    // An extension record of 2³¹ × 2³¹ bytes.
    let record = try #require(
      whole.indices.first { whole[$0...].starts(with: [7, 0, 0, 0, 3, 0, 0, 0]) })
    var wide = whole
    wide.replaceSubrange(
      record + 8..<record + 16, with: [0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0x7F])
    try withFile(wide) { path in
      #expect(throws: StatisticalFault.cutOff(.sav)) { try readDictionary(path, kind: .sav) }
    }
  }
}

@Suite struct WrittenMissingTests {
  @Test func `up to three codes stand alone, more need a range without answers in it`() {
    #expect(
      WrittenMissing([9, 8, 7], sparing: [1, 2])?.values == [.number(7), .number(8), .number(9)])
    #expect(WrittenMissing([96, 97, 98, 99], sparing: [1, 2, 3])?.range == 96...99)
    let mixed = WrittenMissing([-1, 6, 7, 8, 9], sparing: [1, 2, 3, 4, 5])
    #expect(mixed?.range == 6...9)
    #expect(mixed?.values == [.number(-1)])
    #expect(WrittenMissing([0, 2, 4, 6], sparing: [1, 3, 5]) == nil)
  }

  @Test func `names become names of SPSS, none twice`() {
    #expect(
      statisticalNames(["A1", "a1", "tên", "2x", "with", "x-y", "end."]) == [
        "A1", "a1_2", "t_n", "v2x", "with_2", "x_y", "end",
      ])
  }
}
