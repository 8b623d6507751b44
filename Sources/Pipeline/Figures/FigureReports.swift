import Reporting
package import SurveyModel

/// What a plan needs and has, for the terminal.
package func figureTable(_ overview: FigureOverview, language: Language) -> String {
  figureListing(overview, language: language)
}

/// The same as CSV, to be filled in and imported.
package func figureSheet(_ overview: FigureOverview, language: Language) -> String {
  String(decoding: figureCSV(overview, language: language), as: UTF8.self)
}

/// The same as JSON; with `entries` and `judgements`, also everything ever put on record.
package func figureText(
  _ overview: FigureOverview, entries: [FigureEntry]? = nil, judgements: [TargetJudgement]? = nil
) -> String {
  String(
    decoding: figureJSON(overview, entries: entries, judgements: judgements), as: UTF8.self)
}

/// Judgements for the terminal.
package func judgementTable(_ judgements: [TargetJudgement], language: Language) -> String {
  judgementListing(judgements, language: language)
}

extension PlanSession {
  /// Entries for the terminal.
  package func entryTable(_ entries: [FigureEntry], language: Language) -> String {
    figureEntryListing(
      entries,
      units: Dictionary(
        plan.figures.map { ($0.id, $0.unit) }, uniquingKeysWith: { first, _ in first }),
      language: language)
  }
}
