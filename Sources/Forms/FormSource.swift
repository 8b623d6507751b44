package import SurveyModel

/// What a form is made of: a questionnaire, and the survey it is used in where one is given.
package struct FormSource: Sendable {
  /// With the code lists of the survey filled in, where there is a survey.
  package var questionnaire: Questionnaire
  package var survey: SurveyDefinition?

  package init(questionnaire: Questionnaire, survey: SurveyDefinition? = nil) {
    self.questionnaire = questionnaire
    self.survey = survey
  }
}

extension FormSource {
  /// A factor with its items, in file order.
  struct Section {
    var factor: Factor
    var items: [Field]
  }

  /// Names the form: the survey, or the questionnaire where no survey is given.
  var id: String { survey?.id ?? questionnaire.id }

  var title: LocalizedText {
    guard let survey, !survey.title.isEmpty else { return questionnaire.title }
    return survey.title
  }

  /// The variable that tells interviews apart, where the questionnaire has it.
  var interviewID: Field? {
    let field = questionnaire.field(survey?.interviewID ?? "interview_id")
    return field?.isItem == true ? nil : field
  }

  /// Variables about the interview and the respondent, without names and the like, the interview id
  /// and what the survey office fills in.
  var aboutFields: [Field] {
    let office = officeNames
    return variables.filter {
      !$0.isPersonal && $0.id != interviewID?.id && !office.contains($0.id)
    }
  }

  /// Variables that say who the respondent is.
  var personalFields: [Field] { variables.filter { $0.isPersonal && $0.id != interviewID?.id } }

  /// Variables nobody can ask a respondent: weights and numbers of the sample design.
  var officeFields: [Field] {
    let office = officeNames
    return variables.filter {
      !$0.isPersonal && $0.id != interviewID?.id && office.contains($0.id)
    }
  }

  var sections: [Section] {
    questionnaire.factors.map { factor in
      Section(factor: factor, items: factor.items.compactMap { questionnaire.field($0) })
    }
  }

  /// Whether an interview without this answer is rejected, by the questionnaire or for the design.
  func isNeeded(_ field: Field) -> Bool {
    field.isRequired || survey?.requiredFields.contains(field.id) == true
  }

  private var variables: [Field] { questionnaire.fields.filter { !$0.isItem } }

  private var officeNames: Set<String> {
    guard let design = survey?.design else { return [] }
    var names: Set<String> = []
    if case .variable(let name) = design.weight { names.insert(name) }
    for population in [design.psuPopulation] + design.laterStages.map(\.population) {
      if case .variable(let name) = population { names.insert(name) }
    }
    return names
  }
}

extension Field {
  /// Answers a person can choose on a form.
  ///
  /// What only somebody keying a form can see (left blank,
  /// several answers, unreadable) is no choice.
  var choices: [AnswerCode] {
    guard !awaitsCodeList, let list = codeList else { return [] }
    return list.codes.filter {
      switch $0.missing {
      case .blank, .severalAnswers, .unreadable: false
      default: true
      }
    }
  }

  /// Counts seconds of the interview: a whole number in `s` whose id begins with `duration`.
  var isDuration: Bool {
    guard case .integer = kind, unit == "s" else { return false }
    return id.hasPrefix("duration")
  }
}

extension LocalizedText {
  /// The text in a language, or the id of what has none.
  func text(in language: Language, or id: String) -> String {
    let text = text(in: language)
    return text.isEmpty ? id : text
  }
}
