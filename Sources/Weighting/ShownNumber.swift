import Foundation
import SurveyModel

/// A number in a message: whole where it is whole, else six digits, with a comma in Vietnamese; a
/// number that is missing is said to be blank.
struct ShownNumber {
  let vi: String
  let en: String

  init(_ number: Double) {
    guard !number.isNaN else {
      (vi, en) = ("trống", "blank")
      return
    }
    if number == number.rounded(), number.magnitude < 1e15 {
      en = "\(Int(number))"
    } else {
      en = String(format: "%.6g", number)
    }
    vi = en.replacing(".", with: ",")
  }
}
