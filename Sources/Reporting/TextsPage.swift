internal import SurveyModel

extension Texts {
  func pageTitle(_ survey: SurveyDefinition) -> String {
    let title = survey.title.text(in: language)
    return title.isEmpty ? survey.id : title
  }

  func subtitle(_ run: RunResult) -> String {
    let accepted = numbers.whole(run.counts.accepted)
    return words(
      "title.subtitle",
      [
        "year": "\(run.survey.year)", "accepted": accepted,
        "questionnaire": run.questionnaire.id, "version": run.questionnaire.version,
      ])
  }

  func attainmentTitle(year: Int) -> String {
    words("title.attainment", ["year": "\(year)"])
  }

  var picturesTitle: String { words["title.pictures"] }
  var picturesLegend: String { words["note.pictures"] }
  var figuresOfPicture: String { words["title.figures-of-picture"] }

  var indicesTitle: String { words["title.indices"] }
  var standardError: String { words["column.standard-error"] }
  var designEffect: String { words["column.design-effect"] }
  var designEffectWithout: String { words["column.design-effect-without"] }
  var respondentsTitle: String { words["column.respondents"] }

  var lowestItemsTitle: String { words["title.lowest-items"] }
  var lowestItemsNote: String { words["note.lowest-items"] }
  var question: String { words["column.question"] }

  func domainsTitle(_ variables: [String]) -> String {
    let list = variables.map { lowercasedFirst($0) }.joined(separator: " × ")
    return words("title.domains-by", ["groups": list])
  }
  var domainsNote: String { words["note.domains"] }

  /// Why a figure is not shown, or not like the others.
  func footnote(_ kind: FootnoteKind, minimum: Int) -> String {
    switch kind {
    case .fewRespondents: words("footnote.few-respondents", ["minimum": "\(minimum)"])
    case .complementary: words["footnote.complementary"]
    case .effectiveNumber: words["footnote.effective-number"]
    case .intervalWidth: words["footnote.interval-width"]
    case .relativeWidth: words("footnote.relative-width", ["width": numbers.percent("130")])
    case .noStandardError: words["footnote.no-standard-error"]
    case .noVariation: words["footnote.no-variation"]
    case .degreesOfFreedom: words["footnote.degrees-of-freedom"]
    case .noAnswers: words["footnote.no-answers"]
    case .incomplete: words["footnote.incomplete"]
    }
  }

  var tasksTitle: String { words["title.responsibilities"] }
  var cooperating: String { words["term.cooperating"] }
  var implementing: String { words["term.implementing"] }
  var targetInWords: String { words["term.target"] }
  var tasks: String { words["term.tasks"] }

  var methodTitle: String { words["title.method"] }
  var sourcesTitle: String { words["title.sources"] }

  func source(_ source: SourceDocument) -> String {
    var text = source.document
    if let date = source.date { text += pick(", ngày ", ", ") + day(date) }
    if let issuer = source.issuer { text += ", \(issuer)" }
    if let status = source.status { text += " (\(sourceStatus(status)))" }
    if let note = source.note { text += ": \(note)" }
    return text
  }

  /// `2021-09-14` as it is written in the language; anything else as it stands.
  func day(_ date: String) -> String {
    let parts = date.split(separator: "-")
    guard language == .vi, parts.count == 3, parts[0].utf8.count == 4 else { return date }
    return "\(parts[2])/\(parts[1])/\(parts[0])"
  }

  private func sourceStatus(_ status: String) -> String {
    switch status {
    case "official": pick("chính thức", "official")
    case "reconstructed": pick("dựng lại", "reconstructed")
    case "partly-known": pick("biết một phần", "partly known")
    case "synthetic": pick("mô phỏng", "synthetic")
    case "entered": pick("nhập tay", "entered")
    default: status
    }
  }

  func baselineSource(year: Int, source: String, status: String) -> String {
    pick(
      "Số liệu năm gốc \(year): \(source) (\(sourceStatus(status)))",
      "\(year) baseline: \(source) (\(sourceStatus(status)))")
  }
}
