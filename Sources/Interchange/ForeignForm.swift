import SurveyModel

/// A place in a form of another program: a cell of a sheet, or a line of a file.
struct FormPlace: Sendable, Hashable {
  var location: SourceLocation
  /// `survey!C12` where the form is a workbook.
  var cell: String?
}

/// A rule as the other program writes it.
struct ForeignRule: Sendable, Hashable {
  enum Dialect: Sendable, Hashable {
    /// The XPath of XLSForm: `${FB} = '1' and selected(${x}, 'a')`.
    case xpath
    /// LimeSurvey's ExpressionScript: `FB.NAOK == "1"`.
    case expressionScript
  }

  var text: String
  var dialect: Dialect
  var place: FormPlace
}

/// One answer of a list of choices.
struct FormChoice: Sendable, Hashable {
  var code: String
  var label: LocalizedText
  var place: FormPlace
}

/// A list of choices that questions share.
struct ChoiceList: Sendable, Hashable {
  /// As the form names it.
  var name: String
  var choices: [FormChoice]
}

/// What a question takes as its answer.
enum FormAnswer: Sendable, Hashable {
  /// One of the choices of a list, by the list's name.
  case choice(list: String)
  /// One code of a list that is not part of the form.
  case choiceFromElsewhere
  case integer
  case number
  case date
  case datetime
  case text
}

/// One question that can be carried over.
struct FormQuestion: Sendable, Hashable {
  var name: String
  var label: LocalizedText
  var answer: FormAnswer
  var isRequired = false
  var relevance: ForeignRule?
  var constraint: ForeignRule?
  /// Limits that the form states as numbers.
  var minimum: Double?
  var maximum: Double?
  /// Index of the innermost group it stands in.
  var group: Int?
  var place: FormPlace
}

/// Questions that stand together: a group, or the rows of a grid.
struct FormGroup: Sendable, Hashable {
  var name: String
  var label: LocalizedText
  var relevance: ForeignRule?
  var parent: Int?
  var place: FormPlace
}

/// A form of another program, in the words all of them share.
struct ForeignForm: Sendable, Hashable {
  enum Program: String, Sendable { case xlsForm = "XLSForm", limeSurvey = "LimeSurvey" }

  var program: Program
  var file: String
  var id: String?
  var version: String?
  var title = LocalizedText()
  var lists: [ChoiceList] = []
  var groups: [FormGroup] = []
  var questions: [FormQuestion] = []
  /// Other names by which rules call a question.
  var aliases: [String: String] = [:]
}
