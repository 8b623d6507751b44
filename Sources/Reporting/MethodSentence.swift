internal import SurveyModel

/// What one method does, in one sentence for a leader.
///
/// The sentences stand here once: `docs/methods.md` has them beside the formulas, and the report
/// quotes those of the methods that a run used.
struct MethodSentence: Hashable {
  let vi: String
  let en: String

  /// All of them, in the order of `docs/methods.md`.
  static let all = ofFigures + ofErrors + ofWeights + ofFindings

  func text(in language: Language) -> String { language == .vi ? vi : en }
}
