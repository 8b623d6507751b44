import SurveyModel

/// Which lists of choices are scales of items.
struct ItemLists {
  private let names: Set<String>

  init(_ names: Set<String>) { self.names = names }

  func contains(_ list: String) -> Bool { names.contains(list) }

  func isItem(_ question: FormQuestion) -> Bool {
    guard case .choice(let list) = question.answer else { return false }
    return names.contains(list)
  }
}

/// What was chosen, and by which words; no words means by shared lists alone.
struct ItemChoice {
  var lists: ItemLists
  var strength: SatisfiedWords.Strength?
  var satisfied: [String: Set<String>]
  var findings: [Finding]
}

/// Takes for items the questions whose choices speak of satisfaction; where none do, of approval;
/// where none do either, those that share a list of three answers or more with another question of
/// their group.
func chooseItems(_ form: ForeignForm, lists: [String: CodeList]) -> ItemChoice {
  var sharedInGroup: [String: Set<Int>] = [:]
  var groupsOfList: [String: [Int: Int]] = [:]
  var used: Set<String> = []
  for question in form.questions {
    guard case .choice(let list) = question.answer else { continue }
    used.insert(list)
    let group = question.group ?? -1
    groupsOfList[list, default: [:]][group, default: 0] += 1
    if groupsOfList[list]?[group] == 2 { sharedInGroup[list, default: []].insert(group) }
  }
  for strength in SatisfiedWords.Strength.allCases {
    var satisfied: [String: Set<String>] = [:]
    for list in used {
      guard let codes = lists[list] else { continue }
      let found = SatisfiedWords.codes(of: Array(codes.answers), strength)
      if !found.isEmpty, found.count < codes.answerCount { satisfied[list] = found }
    }
    guard !satisfied.isEmpty else { continue }
    let others = form.lists.filter { satisfied[$0.name] == nil && sharedInGroup[$0.name] != nil }
    return ItemChoice(
      lists: ItemLists(Set(satisfied.keys)), strength: strength, satisfied: satisfied,
      findings: others.map { Finding.listNotItems($0, form) })
  }
  let shared = form.lists.map(\.name).filter { name in
    sharedInGroup[name] != nil && (lists[name]?.answerCount ?? 0) >= 3
  }
  return ItemChoice(
    lists: ItemLists(Set(shared)), strength: nil, satisfied: [:], findings: [])
}
