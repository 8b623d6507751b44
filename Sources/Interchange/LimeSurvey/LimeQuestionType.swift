import SurveyModel

/// What a LimeSurvey question type, one letter, is here.
///
/// Source: LimeSurvey manual, "Question types" and "Question object types".
enum LimeQuestionType {
  /// One choice: from the question's own answers, or from a list that LimeSurvey builds in.
  case choice(BuiltInList?)
  /// One choice per row of a grid.
  case grid(BuiltInList?)
  case single(FormAnswer)
  /// One value per row.
  case several(FormAnswer)
  case note(String)
  case unsupported(String)

  init(_ letter: String) {
    switch letter {
    case "L", "!", "O": self = .choice(nil)
    case "5": self = .choice(.five)
    case "Y": self = .choice(.yesNo)
    case "G": self = .choice(.gender)
    case "F", "H": self = .grid(nil)
    case "A": self = .grid(.five)
    case "B": self = .grid(.ten)
    case "C": self = .grid(.yesUncertainNo)
    case "E": self = .grid(.increase)
    case "N": self = .single(.number)
    case "D": self = .single(.datetime)
    case "S", "T", "U": self = .single(.text)
    case "K": self = .several(.number)
    case "Q": self = .several(.text)
    case "X": self = .note("X")
    case "*": self = .note("*")
    default: self = .unsupported(letter)
    }
  }
}

/// The lists of answers that LimeSurvey builds in, with the codes it exports.
enum BuiltInList: String {
  case five = "lime_1_5"
  case ten = "lime_1_10"
  case yesNo = "lime_yes_no"
  case gender = "lime_gender"
  case yesUncertainNo = "lime_yes_uncertain_no"
  case increase = "lime_increase"

  var choices: [(code: String, label: LocalizedText)] {
    switch self {
    case .five: (1...5).map { (String($0), LocalizedText()) }
    case .ten: (1...10).map { (String($0), LocalizedText()) }
    case .yesNo:
      [("Y", LocalizedText(vi: "Có", en: "Yes")), ("N", LocalizedText(vi: "Không", en: "No"))]
    case .gender:
      [("F", LocalizedText(vi: "Nữ", en: "Female")), ("M", LocalizedText(vi: "Nam", en: "Male"))]
    case .yesUncertainNo:
      [
        ("Y", LocalizedText(vi: "Có", en: "Yes")),
        ("U", LocalizedText(vi: "Không chắc chắn", en: "Uncertain")),
        ("N", LocalizedText(vi: "Không", en: "No")),
      ]
    case .increase:
      [
        ("I", LocalizedText(vi: "Tăng", en: "Increase")),
        ("S", LocalizedText(vi: "Như cũ", en: "Same")),
        ("D", LocalizedText(vi: "Giảm", en: "Decrease")),
      ]
    }
  }
}
