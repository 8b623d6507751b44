import Reporting
package import SurveyModel

/// A register, or the part of it that was asked for, as text, CSV or JSON.
package func registerOutput(
  _ register: AttainmentRegister, view: RegisterView, format: ListingFormat, language: Language,
  width: Int = 120
) -> String {
  let shown = view.applied(to: register)
  switch format {
  case .text:
    return registerText(shown, agencies: view.agencies, language: language, width: width)
  case .csv:
    return String(
      decoding: registerCSV(
        shown, agencies: view.agencies, showsDay: true, language: language), as: UTF8.self)
  case .json:
    return String(decoding: registerJSON(shown, agencies: view.agencies), as: UTF8.self)
  }
}
