import Ingestion
import Numerics
import SurveyModel
import Testing

/// The result depends on the file alone: not on blocks, not on workers.
struct BlockIndependenceTests {
  /// A file with good, bad and repeated rows, quoted newlines and all.
  static func mixedFile(rows: Int, seed: UInt64) -> [UInt8] {
    var generator = SplitMix64(seed: seed)
    var text = "\(TinySurvey.header)\n"
    let comments = ["", "ghế", "\"Chờ lâu,\nthiếu \"\"ghế\"\"\"", "Nhanh", "\"\r\n\r\n\""]
    for row in 0..<rows {
      let id = Int.random(in: 0..<20, using: &generator) == 0 ? 0 : row
      let district = ["PLK", "DDO", "Hòa phú", "XX"][Int.random(in: 0..<4, using: &generator)]
      let comment = comments[Int.random(in: 0..<comments.count, using: &generator)]
      let feedback = Int.random(in: 0...1, using: &generator)
      let answer = Int.random(in: 1...6, using: &generator)
      text += "R-\(id),\(district),,05/10/2021,,,\(answer)\(".5"),090\(row),\(comment),\(feedback),"
      text += "\(answer),Hài lòng,\(feedback == 1 ? "4" : "")\n"
      if row % 17 == 0 { text += "\n,,,\n" }
    }
    return Array(text.utf8)
  }

  @Test(arguments: [1, 2, 3, 5, 8])
  func `blocks of any size and any number of workers give the same result`(seed: Int) throws {
    let file = Self.mixedFile(rows: 120, seed: UInt64(seed))
    var known = InterviewIndex()
    let whole = try importBytes(
      file, known: &known, settings: ImportSettings(blockSize: 1 << 20, threads: 1))
    #expect(whole.counts.rejected > 0 && whole.counts.accepted > 0)
    for blockSize in [1, 37, 256, 5000] {
      for threads in [1, 2, 5] {
        var knownHere = InterviewIndex()
        let pieces = try importBytes(
          file, known: &knownHere, settings: ImportSettings(blockSize: blockSize, threads: threads))
        #expect(pieces.counts == whole.counts)
        #expect(pieces.table == whole.table)
        #expect(pieces.rejects == whole.rejects)
        #expect(pieces.findings == whole.findings)
        #expect(pieces.sha256 == whole.sha256)
        #expect(knownHere.count == known.count)
      }
    }
  }

  @Test func `a quoted field longer than a block keeps its row whole`() throws {
    let long = String(repeating: "ghế, \n", count: 500)
    let text =
      "\(TinySurvey.header)\nR-001,PLK,,,,,,,\"\(long)\",0,4,5,\nR-002,PLK,,,,,,,x,0,4,8,\n"
    let imported = try importText(text, settings: ImportSettings(blockSize: 64, threads: 2))
    #expect(imported.counts == ImportCounts(read: 2, accepted: 1, rejected: 1))
    #expect(imported.rejects.first?.findings.first?.place?.line == 503)
  }
}

/// Any bytes at all end in a result, never in a crash, and every row is accounted for.
struct HostileBytesTests {
  @Test(arguments: 0..<300)
  func `a damaged file never crashes and never loses a row`(seed: Int) throws {
    var generator = SplitMix64(seed: UInt64(seed))
    var bytes = BlockIndependenceTests.mixedFile(rows: 12, seed: UInt64(seed))
    let nasty: [UInt8] = [
      0, 1, 9, 10, 13, 34, 34, 44, 44, 59, 127, 128, 0xC3, 0xCC, 0xED, 0xF4, 0xFF,
    ]
    for _ in 0..<Int.random(in: 1...12, using: &generator) {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: bytes[place] = nasty.randomElement(using: &generator) ?? 0
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(nasty.randomElement(using: &generator) ?? 0, at: place)
      default: bytes.removeSubrange(place..<min(bytes.count, place + 40))
      }
      if bytes.isEmpty { bytes = [44] }
    }
    var known = InterviewIndex()
    let imported = try importBytes(
      bytes, known: &known, settings: ImportSettings(blockSize: 100, threads: 2))
    let counts = imported.counts
    #expect(counts.read == counts.accepted + counts.rejected + counts.duplicate)
    #expect(imported.table.count == counts.accepted)
    #expect(imported.table.columns.allSatisfy { $0.count == counts.accepted })
    #expect(imported.rejects.count == counts.rejected + counts.duplicate)
    #expect(imported.rejects.allSatisfy { !$0.findings.isEmpty })
    #expect(imported.isUsable || imported.findings.contains { $0.severity == .error })
    #expect(
      !imported.rejects.contains { $0.findings.contains { $0.code.id == "ingest.row.unreadable" } })
    #expect(known.count == counts.accepted)
  }

  @Test(arguments: 0..<100)
  func `random bytes never crash`(seed: Int) throws {
    var generator = SplitMix64(seed: UInt64(seed))
    let bytes = (0..<400).map { _ in UInt8.random(in: 0...255, using: &generator) }
    var known = InterviewIndex()
    #expect(try importBytes(bytes, known: &known).isUsable == false)
  }
}
