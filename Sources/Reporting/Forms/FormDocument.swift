package import Documents
package import SurveyModel

/// The report that an outline and its statistical forms ask for, filled in as far as the results, the
/// plan and the figures on record go; everything else is dotted room.
///
/// Words, numbering and order are those of the document that lays the forms down. A first section
/// says how much is filled in and who fills in the rest.
///
/// - Parameters:
///   - forms: The outline and forms.
///   - run: The results of the survey; its plan holds the figures on record.
///   - template: The letterhead of the reporting agency and the words of reports.
///   - language: Of the document; texts that the forms have in one language only stay in it.
/// - Returns: The same for the same arguments.
/// - Complexity: O(rows × columns + figures and targets of the plan).
package func formDocument(
  _ forms: ReportingForms, _ run: RunResult, template: ReportTemplate, language: Language
) -> Document {
  let texts = Texts(template.wording(language))
  let content = ReportContent(run, texts: texts)
  let titles = [forms.outline?.abstract, forms.outline?.label, forms.title].compactMap { $0 }
  let title = titles.map { $0.text(in: language) }.first { !$0.isEmpty } ?? forms.id
  var letterhead = template.letterhead(language, abstract: title)
  if letterhead.issuer.isEmpty { letterhead.issuer = texts.formAgency }
  if letterhead.symbol.isEmpty { letterhead.symbol = "/BC-……" }
  return Document(
    language: language, title: title, subtitle: texts.subtitle(run),
    banners: SyntheticMarking(run).banner(texts).map { [$0] } ?? [],
    letterhead: letterhead,
    sections: FormContent(forms, content, agency: letterhead.issuer).sections,
    imprint: [
      "\(texts.version): sipas \(run.version)", "\(texts.generated): \(run.generated)",
    ], hasOwnNumbers: true)
}

/// What the sections of a filled form are made from.
struct FormContent {
  let forms: ReportingForms
  let content: ReportContent
  /// Who fills in what is left.
  let agency: String
  let values: FormValues

  init(_ forms: ReportingForms, _ content: ReportContent, agency: String) {
    self.forms = forms
    self.content = content
    values = FormValues(content: content)
    self.agency = agency == content.texts.formAgency ? content.texts.reportingAgency : agency
  }

  var texts: Texts { content.texts }
  var language: Language { content.texts.language }
  var fills: FormFills { FormFills(content: content) }

  var sections: [DocumentSection] {
    [standingSection()] + outlineSections()
      + forms.forms.enumerated().map { formSection($0.element, number: $0.offset + 1) }
  }

  /// Dotted room for a paragraph: one line of A4 in 14 points, behind the indent.
  static let line = String(repeating: "…", count: 29)

  // MARK: Outline

  /// A section for each top heading; deeper headings and points keep their printed numbers.
  private func outlineSections() -> [DocumentSection] {
    guard let outline = forms.outline else { return [] }
    var counter = 0
    return outline.items.enumerated().map { number, item in
      var blocks = answer(item)
      for child in item.items { add(child, depth: 2, to: &blocks, &counter) }
      return DocumentSection(
        id: "outline-\(number + 1)", title: heading(item), blocks: blocks)
    }
  }

  private func add(
    _ item: OutlineItem, depth: Int, to blocks: inout [Block], _ counter: inout Int
  ) {
    counter += 1
    if depth == 2 {
      blocks.append(.heading(heading(item), id: "outline-item-\(counter)"))
    } else {
      blocks.append(
        .paragraph(Paragraph([.init(heading(item), item.isPoint ? .plain : .strong)])))
    }
    blocks += answer(item)
    for child in item.items { add(child, depth: depth + 1, to: &blocks, &counter) }
  }

  /// The number as printed, then the words.
  private func heading(_ item: OutlineItem) -> String {
    let label = item.label.text(in: language)
    return item.code.isEmpty ? label : "\(item.code) \(label)"
  }

  /// What the results say to an item, and room for the rest.
  private func answer(_ item: OutlineItem) -> [Block] {
    var blocks = written(item).map { Block.paragraph($0) }
    // A remark without a number asks for nothing.
    if item.isPoint, !item.code.isEmpty || !blocks.isEmpty {
      blocks.append(.paragraph(Paragraph(Self.line)))
    }
    return blocks
  }

  private func written(_ item: OutlineItem) -> [Paragraph] {
    let year = content.run.survey.year
    let figures = item.measure.map { measure in
      [year - 1, year].compactMap { year in
        values.known(measure, year: year).map {
          texts.formYear(year, $0.text, source: $0.source)
        }
      }
    }
    let known = figures.map { $0.joined(separator: "; ") } ?? ""
    return (known.isEmpty ? [] : [Paragraph(known + ".")]) + item.fills.flatMap(fills.paragraphs)
  }

  /// How many points there are to write, and how many the results begin.
  var points: (all: Int, started: Int) {
    let points = (forms.outline?.allItems ?? []).map(\.item)
      .filter { $0.isPoint && !$0.code.isEmpty }
    return (points.count, points.count { !written($0).isEmpty })
  }
}
