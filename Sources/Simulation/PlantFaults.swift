import Numerics
import SurveyModel

/// The faults field teams make, planted into simulated rows so that a worked sample has something
/// to find: one of each kind, and a few interviews sent twice.
///
/// - Returns: How many rows were spoiled and how many were repeated.
func plantFaults(
  into files: inout [(name: String, rows: [[String]])], fields: [Field], interviewID: String,
  random: inout SplitMix64
) -> (spoiled: Int, repeated: Int) {
  guard let idColumn = fields.firstIndex(where: { $0.id == interviewID }) else { return (0, 0) }
  var spoiled = 0
  var used: Set<[Int]> = []
  func place(in files: [(name: String, rows: [[String]])], _ random: inout SplitMix64) -> [Int]? {
    for _ in 0..<200 {
      let file = Int(random.uniform() * Double(files.count))
      guard file < files.count, files[file].rows.count > 4 else { continue }
      let row = Int(random.uniform() * Double(files[file].rows.count - 2)) + 1
      if used.insert([file, row]).inserted { return [file, row] }
    }
    return nil
  }
  for fault in faults(for: fields, interviewID: interviewID) {
    guard let spot = place(in: files, &random) else { continue }
    fault(&files[spot[0]].rows[spot[1]])
    spoiled += 1
  }
  var repeated = 0
  let item = fields.firstIndex { $0.isItem }
  for number in 0..<5 {
    guard let spot = place(in: files, &random) else { continue }
    var copy = files[spot[0]].rows[spot[1]]
    // Three sent twice unchanged; two came back with another answer under the same id.
    if number >= 3, let item, let list = fields[item].codeList {
      copy[item] = list.answers.first { $0.code != copy[item] }?.code ?? copy[item]
    }
    guard !copy[idColumn].isEmpty else { continue }
    let file = number % 2 == 0 ? spot[0] : (spot[0] + 1) % files.count
    files[file].rows.append(copy)
    repeated += 1
  }
  return (spoiled, repeated)
}

/// One spoiler per kind of fault that these fields allow.
private func faults(
  for fields: [Field], interviewID: String
) -> [(inout [String]) -> Void] {
  var result: [(inout [String]) -> Void] = []
  let items = fields.indices.filter { fields[$0].isItem }
  if let first = items.first {
    result.append { $0[first] = "7" }
    result.append { $0[first] = "4,5" }
    result.append { $0[first] = "hai long lam" }
  }
  if items.count > 2 {
    result.append { row in
      row[items[1]] = "0"
      row[items[2]] = "x"
    }
  }
  if let conditional = fields.indices.first(where: { fields[$0].askedWhen != nil }),
    let gate = fields[conditional].askedWhen?.fields.first,
    let gateColumn = fields.firstIndex(where: { $0.id == gate }),
    let closing = fields[gateColumn].codeList?.answers.first(where: { answer in
      fields[conditional].askedWhen?.holds { $0 == gate ? answer.code : nil } == false
    })
  {
    result.append { row in
      row[gateColumn] = closing.code
      row[conditional] = fields[conditional].codeList?.answers.first?.code ?? "1"
    }
  }
  for column in fields.indices {
    let field = fields[column]
    switch field.kind {
    case .coded(let list) where !field.isItem && list.answers.contains { $0.parent != nil }:
      // A commune of another district.
      result.append { row in
        let parent = list.codes.first { $0.code == row[column] }?.parent
        row[column] = list.answers.first { $0.parent != parent }?.code ?? row[column]
      }
      result.append { $0[column] = "Xã không có" }
    case .coded where field.isRequired && !field.isItem:
      result.append { $0[column] = "" }
    case .integer(let minimum, _) where minimum != nil:
      result.append { $0[column] = "-5" }
      result.append { $0[column] = "mười phút" }
    case .date:
      result.append { $0[column] = "2021-02-31" }
    case .number:
      result.append { $0[column] = "1.2.3" }
    default:
      break
    }
  }
  if let id = fields.firstIndex(where: { $0.id == interviewID }) {
    result.append { $0[id] = "" }
  }
  result.append { $0.append("thừa một ô") }
  return result
}
