import DelimitedText
import SurveyModel
import XML

/// The names in a plan that a person means by the name of an agency.
///
/// Case, blanks, the form of Unicode and the place of tone marks are set aside, and the long and short
/// forms of the same words are one (`Ủy ban nhân dân`, `UBND`); a name written without diacritics
/// finds those it may be. Names that stand for many agencies ("Các sở, ban, ngành tỉnh") are not taken
/// apart.
///
/// - Parameters:
///   - name: As the person wrote it.
///   - names: Those of the plan.
///   - file: The plan, for the finding.
/// - Returns: At least one name.
/// - Throws: ``RunStopped`` with the closest names when there is none.
func agencies(
  named name: String, among names: [String], file: String
) throws(RunStopped) -> Set<String> {
  let same = names.filter {
    AgencyName(folded: $0, TextFolding.toneFolded)
      == AgencyName(folded: name, TextFolding.toneFolded)
  }
  if !same.isEmpty { return Set(same) }
  let plain = AgencyName(folded: name, TextFolding.plain)
  let alike = names.filter { AgencyName(folded: $0, TextFolding.plain) == plain }
  if !alike.isEmpty { return Set(alike) }
  throw RunStopped(
    [.unknownAgency(name, closest(to: plain, among: names), file: file)], exit: .badData)
}

/// At most five names: those spelled almost so, then those with most words in common, at least two or
/// all that were written.
private func closest(to name: AgencyName, among names: [String]) -> [String] {
  var seen: Set<AgencyName> = []
  let known = names.map { (text: $0, folded: AgencyName(folded: $0, TextFolding.plain)) }
    .filter { seen.insert($0.folded).inserted }
  let near = nearestNames(to: name.text, among: known.map(\.folded.text), limit: 5)
    .compactMap { folded in known.first { $0.folded.text == folded }?.text }
  let written = Set(name.words)
  let alike = known.enumerated().map { order, candidate in
    let words = Set(candidate.folded.words)
    return (
      common: words.intersection(written).count, surplus: words.subtracting(written).count,
      order: order, text: candidate.text
    )
  }.filter { $0.common > 0 && $0.common >= min(2, written.count) }
    .sorted { (-$0.common, $0.surplus, $0.order) < (-$1.common, $1.surplus, $1.order) }
    .map(\.text)
  var found: [String] = []
  for candidate in near + alike where !found.contains(candidate) { found.append(candidate) }
  return Array(found.prefix(5))
}

/// The name of an agency made comparable.
private struct AgencyName: Hashable {
  var text: String

  var words: [Substring] { text.split(separator: " ") }

  init(folded name: String, _ fold: (String) -> String) {
    var words = fold(String(name.prefix(500)))
    for (long, short) in [
      ("ủy ban nhân dân", "ubnd"), ("hội đồng nhân dân", "hđnd"),
      ("đoàn đại biểu quốc hội", "đbqh"), ("đoàn đbqh", "đbqh"),
    ] {
      words = words.replacing(fold(long), with: fold(short))
    }
    let letters = words.map { $0.isLetter || $0.isNumber ? $0 : " " }
    text = String(letters).split(separator: " ").joined(separator: " ")
  }
}

extension Finding {
  fileprivate static func unknownAgency(_ name: String, _ closest: [String], file: String)
    -> Finding
  {
    let list = closest.map { "“\($0)”" }.joined(separator: ", ")
    return Finding(
      PipelineCodes.agencyUnknown, at: SourceLocation(file: file),
      message: LocalizedText(
        vi: "kế hoạch không giao việc cho “\(name.prefix(80))”",
        en: "the plan gives nothing to “\(name.prefix(80))”"),
      expected: closest.isEmpty ? nil : LocalizedText(vi: list, en: list),
      remedy: closest.isEmpty
        ? LocalizedText(
          vi: "xem tên cơ quan trong `sipas register` không có --agency",
          en: "see the names of agencies in `sipas register` without --agency")
        : LocalizedText(
          vi: "chọn một tên trên; hoa thường và dấu không quan trọng",
          en: "take one of these names; case and diacritics do not matter"))
  }
}
