import SurveyModel

/// Makes factors of groups: the items whose innermost group it is.
struct FactorBuilder {
  private let form: ForeignForm
  private(set) var factors: [Factor] = []
  private(set) var areas: [Area] = []
  private(set) var findings: [Finding] = []
  private(set) var comments: [String: [LocalizedText]] = [:]

  init(_ form: ForeignForm) { self.form = form }

  /// Makes the factors; `fields` are those of `questions`, in the same order.
  mutating func build(_ questions: [FormQuestion], fields: [Field], names: inout FieldNames) {
    var order: [Int?] = []
    var items: [Int: [Int]] = [:]
    for (index, field) in fields.enumerated() where field.isItem {
      let group = questions[index].group
      if items[group ?? -1] == nil { order.append(group) }
      items[group ?? -1, default: []].append(index)
    }
    let areaOfGroup = areasOfGroups(order)
    for group in order {
      let members = items[group ?? -1] ?? []
      let label: LocalizedText
      let id: String
      let place: FormPlace
      if let group {
        let found = form.groups[group]
        id = names.identifier(for: found.name, otherwise: "factor")
        label = found.label.isEmpty ? LocalizedText(vi: found.name) : found.label
        if found.label.isEmpty { findings.append(.missingLabel(found.name, at: found.place)) }
        place = found.place
      } else {
        id = names.identifier(for: "general", otherwise: "general")
        label = LocalizedText(vi: "Câu hỏi ngoài các nhóm", en: "Items outside groups")
        place = questions[members[0]].place
      }
      let ids = members.map { fields[$0].id }
      factors.append(
        Factor(id: id, label: label, area: group.flatMap { areaOfGroup[$0] }, items: ids))
      findings.append(.assumedFactor(id, items: ids, at: place))
      comments[id] = [
        LocalizedText(
          vi: group == nil
            ? "Các tiêu chí đứng ngoài mọi nhóm được gộp thành một yếu tố: hãy xác nhận"
            : "Yếu tố lấy theo nhóm “\(form.groups[group ?? 0].name)” của biểu mẫu: hãy xác nhận",
          en: group == nil
            ? "Items outside all groups are made one factor: please confirm"
            : "The factor follows the form's group “\(form.groups[group ?? 0].name)”: please confirm"
        )
      ]
    }
  }

  /// The groups right around the factors become areas, when there are two of them or more.
  private mutating func areasOfGroups(_ order: [Int?]) -> [Int: String] {
    var parents: [Int] = []
    for case let group? in order {
      if let parent = form.groups[group].parent, !parents.contains(parent) {
        parents.append(parent)
      }
    }
    guard parents.count >= 2 else { return [:] }
    var names = FieldNames()
    var idOfParent: [Int: String] = [:]
    for parent in parents {
      let group = form.groups[parent]
      let id = names.identifier(for: group.name, otherwise: "area")
      idOfParent[parent] = id
      areas.append(
        Area(id: id, label: group.label.isEmpty ? LocalizedText(vi: group.name) : group.label))
    }
    var areaOfGroup: [Int: String] = [:]
    for case let group? in order {
      if let parent = form.groups[group].parent { areaOfGroup[group] = idOfParent[parent] }
    }
    return areaOfGroup
  }
}
