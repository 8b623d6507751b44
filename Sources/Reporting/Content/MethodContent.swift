internal import Documents
internal import SurveyModel

extension ReportContent {
  /// How a figure is made, point by point, each with a sentence for leaders.
  func methodSection() -> DocumentSection {
    DocumentSection(
      id: "method", title: texts.methodTitle,
      blocks: [
        .facts(
          texts.method(run).map { point in
            Fact(
              term: point.subject,
              texts: (point.pointText.isEmpty ? [] : [Paragraph(point.pointText)])
                + point.pointSentences.map { Paragraph([.init($0, .emphasis)]) })
          })
      ])
  }
}
