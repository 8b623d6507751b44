import Foundation
import Testing

@Suite struct ExplainCommandTests {
  /// The figures are those of the demo; the baseline and the step are of 1320/KH-UBND, section II.2.1.
  @Test func `a target is told from its answers to its verdict`() throws {
    let scratch = try Scratch()
    let store = ["--survey", sample("gia-lai-2021"), "--store", scratch.path + "/s.sqlite"]
    #expect(
      try Sipas.run(["run", sample("gia-lai-2021"), "--store", scratch.path + "/s.sqlite"]).code
        == 0)
    let ended = try Sipas.run(["explain", "8.1.1"] + store)
    #expect(ended.code == 0)
    let text = ended.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for part in [
      "Phiếu: đã đọc 2.405 = tiếp nhận 2.386 + loại 16 + trùng 3.",
      "(86,10 + 87,75 + 86,81 + 86,05) / 4 = 86,68 %.",
      "Mục tiêu: tăng ít nhất 2 điểm % so với năm 2020 (1320/KH-UBND, mục II.2.1).",
      "Năm 2020: 84,78 %", "Vậy mức phải đạt là ≥ 86,78 %.",
      "86,68 %, cần ≥ 86,78 %: không đạt.", "kết luận này chưa chắc chắn.", "SHA-256",
    ] { #expect(text.contains(part), "\(part)") }
    let english = try Sipas.run(["explain", "overall", "--lang", "en"] + store)
    #expect(english.output.contains("The plain mean of the sub-indices. ("))
  }

  @Test func `a name that nothing has is answered with the names there are`() throws {
    let scratch = try Scratch()
    let survey = try HostileSurvey(name: "plain").write(to: scratch)
    #expect(try Sipas.run(["run", survey]).code == 0)
    let ended = try Sipas.run(["explain", "acces", "--survey", survey])
    #expect(ended.code == 65)
    #expect(ended.errors.contains("[run.explain.unknown-figure]"))
    #expect(ended.errors.contains("“acces”"))
    let domain = try Sipas.run(["explain", "a", "--survey", survey, "--domain", "gender=zz"])
    #expect(domain.code == 65)
    #expect(domain.errors.contains("[run.explain.unknown-domain]"))
    let found = try Sipas.run(["explain", "a", "--survey", survey, "--domain", "gender=f"])
    #expect(found.code == 0)
    #expect(found.output.contains("1. Phiếu:"))
  }
}
