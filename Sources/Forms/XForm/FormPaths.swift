import SurveyModel

/// Where each field stands in the instance of an XForm.
///
/// The items of a factor are grouped under its id, other variables under groups of the form. Nodes
/// of the form itself begin with an underscore, which no id of a questionnaire does.
struct FormPaths {
  enum Group: String {
    case about = "_about"
    case identity = "_identity"
    case office = "_office"
  }

  static let root = "/data"
  static let start = "_start"
  static let end = "_end"
  private var paths: [String: String] = [:]

  init(_ source: FormSource) {
    let groups: [(Group, [Field])] = [
      (.about, [source.interviewID].compactMap { $0 } + source.aboutFields),
      (.identity, source.personalFields),
      (.office, source.officeFields),
    ]
    for (group, fields) in groups {
      for field in fields { paths[field.id] = "\(Self.root)/\(group.rawValue)/\(field.id)" }
    }
    for section in source.sections {
      for item in section.items {
        paths[item.id] = "\(Self.root)/\(Self.group(of: section.factor))/\(item.id)"
      }
    }
  }

  /// The group of a factor's items: its id, which must not be the form's own `meta`.
  static func group(of factor: Factor) -> String {
    factor.id == "meta" ? "_\(factor.id)" : factor.id
  }

  func path(of id: String) -> String { paths[id] ?? "\(Self.root)/\(id)" }
}
