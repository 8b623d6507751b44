import SurveyModel
import Templates

/// The questionnaire as paper forms for A4: one page of HTML that prints from any browser, without
/// network or script, black on white.
///
/// Every sheet bears the form number, its page of so many, the questionnaire's id and version; the
/// personal variables stand on a part of the last sheet that is cut off.
///
/// - Returns: UTF-8 bytes, the same for the same questionnaire, survey and options.
package func paperForm(of source: FormSource, _ options: PaperOptions) -> [UInt8] {
  let pieces = PaperPieces(source, options)
  let head = PaperHead(source, options)
  let tearOff = pieces.personal.reduce(0) { $0 + $1.height }
  let layout = PaperSheets(
    pieces.questions, grids: pieces.grids, headHeight: head.height,
    tearOffHeight: pieces.personal.isEmpty ? 0 : tearOff + PaperTearOff.headHeight,
    isTwoSided: options.isTwoSided)
  // What stands on the sheets is the same on every form but for the number: it is made once.
  let sheetTemplate = template(PackageResources.sheet_mustache)
  let bodies = layout.sheets.map { sheet in
    sheetTemplate.render(PaperBody(sheet.pieces, grids: pieces.grids, options))
  }
  let tearOffBody = sheetTemplate.render(PaperBody(pieces.personal, grids: [], options))
  let page = PaperPage(
    source, options, head: head, layout: layout, bodies: bodies,
    tearOff: pieces.personal.isEmpty ? nil : tearOffBody)
  return Array(template(PackageResources.paper_mustache).render(page).utf8)
}

/// A template in the program; tests render each.
private func template(_ bytes: [UInt8]) -> Template {
  do {
    return try Template(String(decoding: bytes, as: UTF8.self))
  } catch {
    preconditionFailure("a template in the program: \(error.reason)")
  }
}

/// Title, sources and instruction above the questions of the first sheet.
struct PaperHead {
  var title: Wording
  var subtitle: Wording?
  var sources: Wording?
  var instruction: Wording
  let height: Double

  init(_ source: FormSource, _ options: PaperOptions) {
    let questionnaire = source.questionnaire
    title = Wording(source.title, or: source.id, options)
    let asked = Wording(questionnaire.title, or: questionnaire.id, options)
    subtitle = asked.first == title.first ? nil : asked
    sources = PaperWords.sources(questionnaire).map { Wording($0, options) }
    instruction = Wording(PaperWords.instruction, options)
    // Beside the number and its picture.
    let width = PaperMeasure.width - 45
    let beside =
      title.height(width: width, points: 13)
      + (subtitle?.height(width: width, points: PaperMeasure.textSize) ?? 0)
      + (sources?.height(width: width, points: PaperMeasure.smallSize) ?? 0) + 2
    height =
      max(beside, 30) + 4
      + instruction.height(width: PaperMeasure.width - 6, points: PaperMeasure.textSize) + 4
  }
}

enum PaperTearOff {
  /// Of the line to cut along and the number below it, in millimetres.
  static let headHeight = 31.0
}
