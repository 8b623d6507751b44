import SurveyModel
import XML

/// Describes a survey and its file of interviews in DDI-Codebook 2.5.
///
/// Described is the file that `sipas export --interviews` writes as CSV: its columns in their order,
/// with the forms of dates and of questions not asked. Counts are of the store's interviews,
/// unweighted and weighted; those too small to publish are left out. The indices are described with
/// how they are derived; they are figures of the survey, no columns of the file.
///
/// - Parameters:
///   - description: The survey, its interviews and weights.
///   - dataFile: The name of the file of interviews.
/// - Returns: The XML file; the same survey gives the same bytes but for the date.
///
/// ## Method
///
/// DDI Alliance, *DDI-Codebook 2.5* (2014), XML schema `ddi_codebook_2_5.xsd`.
package func ddiCodebook(_ description: DataDescription, dataFile: String) -> [UInt8] {
  let codebook = DDICodebook(description, dataFile: dataFile)
  return XMLWriter.document { codebook.write(to: $0) }
}

/// The head of a codebook: the document, the study and the file; variables stand beside.
struct DDICodebook {
  let description: DataDescription
  let dataFile: String
  /// The file that is described.
  let interviews: ExportedInterviews
  var survey: SurveyDefinition { description.survey }
  var questionnaire: Questionnaire { description.questionnaire }

  init(_ description: DataDescription, dataFile: String) {
    self.description = description
    self.dataFile = dataFile
    interviews = ExportedInterviews(
      description.responses, fields: description.questionnaire.fields,
      interviewID: description.survey.interviewID,
      weights: description.weights.isEmpty ? nil : description.finalWeights)
  }

  func write(to xml: XMLWriter) {
    xml.element(
      "codeBook",
      [
        ("xmlns", "ddi:codebook:2_5"), ("version", "2.5"), ("xml:lang", "vi"), ("ID", "codebook"),
      ]
    ) {
      xml.element("docDscr") { citation(of: "document", to: xml) }
      xml.element("stdyDscr") {
        citation(of: "study", to: xml)
        studyInformation(to: xml)
        method(to: xml)
      }
      xml.element("fileDscr", [("ID", "F1"), ("URI", dataFile)]) { file(to: xml) }
      writeVariables(to: xml)
    }
  }

  private func citation(of part: String, to xml: XMLWriter) {
    let isDocument = part == "document"
    xml.element("citation") {
      xml.element("titlStmt") {
        let title = survey.title
        let prefix =
          isDocument ? LocalizedText(vi: "Mô tả dữ liệu: ", en: "Codebook: ") : LocalizedText()
        xml.element(
          "titl", [("xml:lang", title.vi == nil ? "en" : "vi")],
          text: (title.vi == nil ? prefix.en ?? "" : prefix.vi ?? "") + title.text(in: .vi))
        if title.vi != nil, let english = title.en {
          xml.element("parTitl", [("xml:lang", "en")], text: (prefix.en ?? "") + english)
        }
        xml.element("IDNo", text: isDocument ? "\(survey.id)-codebook" : survey.id)
      }
      if isDocument {
        xml.element("prodStmt") {
          let date = String(description.generated.prefix(10))
          xml.element("prodDate", [("date", date)], text: date)
          xml.element("software", [("version", description.version)], text: "sipas")
        }
      } else {
        xml.element("verStmt") {
          xml.element("version", text: "\(questionnaire.id) \(questionnaire.version)")
        }
      }
    }
  }

  private func studyInformation(to xml: XMLWriter) {
    xml.element("stdyInfo") {
      for note in abstract {
        inBothLanguages(note) { xml.element("abstract", [("xml:lang", $0.rawValue)], text: $1) }
      }
      xml.element("sumDscr") {
        xml.element(
          "timePrd", [("event", "single"), ("date", padded(survey.year))], text: padded(survey.year)
        )
        inBothLanguages(LocalizedText(vi: "Người trả lời", en: "Respondent")) {
          xml.element("anlyUnit", [("xml:lang", $0.rawValue)], text: $1)
        }
        inBothLanguages(
          LocalizedText(
            vi: "Những người thuộc phạm vi của “\(survey.title.text(in: .vi))”, hỏi bằng"
              + " “\(questionnaire.title.text(in: .vi))”.",
            en: "The people within the scope of “\(survey.title.text(in: .en))”, asked with"
              + " “\(questionnaire.title.text(in: .en))”.")
        ) { xml.element("universe", [("xml:lang", $0.rawValue)], text: $1) }
        inBothLanguages(LocalizedText(vi: "Dữ liệu khảo sát", en: "Survey data")) {
          xml.element("dataKind", [("xml:lang", $0.rawValue)], text: $1)
        }
      }
    }
  }

  /// What the survey file says about itself; that answers are made up comes first.
  private var abstract: [LocalizedText] {
    var texts: [LocalizedText] = []
    if isSynthetic(survey) {
      texts.append(
        LocalizedText(
          vi: "Dữ liệu mô phỏng (synthetic), không phải của người trả lời thật.",
          en: "Synthetic data: nobody real gave these answers."))
    }
    texts.append(questionnaire.title)
    return texts + survey.notes + questionnaire.notes
  }

  private func method(to xml: XMLWriter) {
    let words = Dictionary(
      uniqueKeysWithValues: Language.allCases.map { ($0, measureWords(questionnaire.index, $0)) })
    xml.element("method") {
      xml.element("dataColl") {
        for language in Language.allCases {
          xml.element(
            "sampProc", [("xml:lang", language.rawValue)],
            text: samplingWords(survey, questionnaire, language))
        }
        let sources = survey.sources + questionnaire.sources
        if !sources.isEmpty {
          xml.element("sources") {
            for source in sources { xml.element("dataSrc", text: sourceText(source)) }
          }
        }
        for language in Language.allCases {
          xml.element(
            "weight", [("xml:lang", language.rawValue)],
            text: weightingWords(survey, questionnaire, language).joined(separator: " "))
        }
      }
      for language in Language.allCases {
        guard let words = words[language] else { continue }
        let isVietnamese = language == .vi
        xml.element(
          "notes", [("xml:lang", language.rawValue), ("subject", "index")],
          text: isVietnamese
            ? "Chỉ số tiêu chí: \(words.item). Yếu tố: \(words.factor). Chỉ số chung:"
              + " \(words.overall)."
            : "Item index: \(words.item). Factor: \(words.factor). Overall: \(words.overall).")
      }
    }
  }

  private func sourceText(_ source: SourceDocument) -> String {
    let details = [source.date, source.status].compactMap { $0 }.joined(separator: ", ")
    let head = details.isEmpty ? source.document : "\(source.document) (\(details))"
    return source.note.map { $0.isEmpty ? head : "\(head): \($0)" } ?? head
  }

  private func file(to xml: XMLWriter) {
    xml.element("fileTxt") {
      xml.element("fileName", text: dataFile)
      // One element only; English stands in the notes of the file.
      xml.element("fileCont", [("xml:lang", "vi")], text: contents.text(in: .vi))
      xml.element("fileStrc", [("type", "rectangular")])
      xml.element("dimensns") {
        if interviews.rowCount > 0 {
          xml.element("caseQnty", text: String(interviews.rowCount))
        }
        xml.element("varQnty", text: String(interviews.columns.count))
      }
      xml.element("fileType", text: "text/csv; charset=UTF-8; header=present")
    }
    xml.element("notes", [("xml:lang", "en")], text: contents.text(in: .en))
  }

  /// How the file is to be read.
  private var contents: LocalizedText {
    LocalizedText(
      vi: "Tệp do `sipas export --interviews` ghi dạng CSV: UTF-8 có dấu BOM, ngăn cột bằng dấu"
        + " phẩy, dòng đầu là tên cột. Mỗi dòng là một phiếu được nhận; mỗi cột là một biến hoặc"
        + " tiêu chí, bằng mã; số có dấu chấm thập phân. Ô trống: không có câu trả lời;"
        + " “\(interviews.notAsked)”: không được hỏi. Không có biến cá nhân.",
      en: "The file that `sipas export --interviews` writes as CSV: UTF-8 with a byte order mark,"
        + " commas between columns, names in the first row. One row per accepted interview, one"
        + " column per variable or item, as codes; numbers have a decimal point. An empty cell is a"
        + " blank answer, “\(interviews.notAsked)” a question not asked. No personal variables.")
  }
}

/// A year of four digits, as XML dates have it.
private func padded(_ year: Int) -> String {
  let digits = String(year)
  return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
