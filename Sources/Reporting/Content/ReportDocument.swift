package import Documents
package import SurveyModel

/// Everything a report says, apart from any file format.
///
/// Nothing is computed here but rounding: a number of a cell is the number of `results.json` that its
/// source names, at full precision, and its text is that number rounded once. Figures that may not be
/// published stand nowhere, neither as text nor as number.
///
/// - Returns: The same for the same result, template and language.
package func reportDocument(
  _ run: RunResult, template: ReportTemplate, language: Language
) -> Document {
  let texts = Texts(template.wording(language))
  let title = texts.pageTitle(run.survey)
  return Document(
    language: language, title: title, subtitle: texts.subtitle(run),
    banners: SyntheticMarking(run).banner(texts).map { [$0] } ?? [],
    letterhead: template.letterhead(language, abstract: title),
    sections: ReportContent(run, texts: texts).sections,
    imprint: [
      "\(texts.version): sipas \(run.version)", "\(texts.generated): \(run.generated)",
    ])
}

/// What every section of the report is made from.
struct ReportContent {
  let run: RunResult
  let texts: Texts
  let names: MeasureNames
  let pointers: ResultPointers
  let footnotes: Footnotes

  init(_ run: RunResult, texts: Texts) {
    self.run = run
    self.texts = texts
    names = MeasureNames(run, language: texts.language)
    pointers = ResultPointers(run.estimates.estimates)
    footnotes = Footnotes(run, texts: texts)
  }

  var index: IndexMethod { run.questionnaire.index }
  var style: NumberStyle { texts.numbers }
  /// Places of published figures.
  var places: Int { index.places }
  var isShare: Bool { index.item != .meanScore }
  /// The unit of the survey's figures.
  var unit: Cell.Number.Unit { isShare ? .percent : .plain }

  /// Overall index first, then the sub-indices in questionnaire order.
  var measures: [(kind: MeasureKind, id: String)] {
    [(.overall, index.id)] + run.questionnaire.factors.map { (.factor, $0.id) }
  }

  /// In the order in which a leader reads: the answer, why, where, since when; then what stands
  /// behind it.
  var sections: [DocumentSection] {
    [
      attainmentSection(), pictureSection(), contributionSection(), itemSection(),
      domainSection(), rankSection(), trendSection(), answerSection(), registerSection(),
      responsibilitySection(), decisionSection(), qualitySection(), methodSection(),
      errorSection(), inputSection(),
    ].compactMap { $0 }
  }

  /// More rows than this are a long table: pictures show its ends, and printed formats cut it.
  static let longTable = 40
  /// So many rows of each end of a long table are shown.
  static let ends = 10

  /// After how many rows printed formats cut a table of so many.
  func printedRows(of count: Int) -> Int? { count > Self.longTable ? Self.longTable : nil }
}
