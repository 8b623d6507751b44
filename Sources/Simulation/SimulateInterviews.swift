import Numerics
package import SurveyModel

/// Simulated interviews as text, one cell per field of the questionnaire in its order.
package struct SimulatedInterviews: Sendable {
  package var fields: [Field]
  package var rows: [[String]]
}

/// Makes up interviews for a survey: synthetic answers with the survey's own structure.
///
/// The people, their answers and their weights are invented from `seed`; only the questionnaire,
/// the places and the population margins are those of the survey. The same settings give the same
/// interviews on every machine.
///
/// - Complexity: O(interviews × fields).
package func simulateInterviews(_ settings: SimulationSettings) -> SimulatedInterviews {
  var random = SplitMix64(seed: settings.seed)
  let people = PersonModel(settings: settings, random: &random)
  let answers = AnswerModel(settings: settings, random: &random)
  let fields = settings.questionnaire.fields
  let idPrefix = settings.survey.id.uppercased().filter { $0.isASCII && $0.isLetter }.prefix(4)
  let weightField: String? =
    if case .variable(let id) = settings.survey.design.weight { id } else { nil }
  // Only the answers that some condition reads are looked up by name.
  let gates = Set(fields.flatMap { $0.askedWhen?.fields ?? [] })
  let isGate = fields.map { gates.contains($0.id) }
  var rows: [[String]] = []
  rows.reserveCapacity(settings.interviews)
  let siteCount = people.sites.count
  for number in 0..<settings.interviews {
    // Dealt in blocks, as field teams work: all interviews of a place follow each other.
    let site = number * siteCount / max(settings.interviews, 1)
    let person = people.person(&random)
    let personEffect = random.normal()
    var cells: [String] = []
    cells.reserveCapacity(fields.count)
    var answered: [String: String] = [:]
    var itemNumber = 0
    for (column, field) in fields.enumerated() {
      var cell = ""
      if field.isItem {
        let answer = answers.answer(
          item: itemNumber, commune: people.sites[site].effect, person: personEffect, &random)
        itemNumber += 1
        cell = answer.isEmpty && field.isRequired ? field.codeList?.codes.first?.code ?? "" : answer
      } else {
        cell = variableCell(
          field, number: number, site: site, person: person, before: cells, people: people,
          prefix: String(idPrefix), settings: settings, weightField: weightField, &random)
      }
      if let condition = field.askedWhen, !condition.holds({ answered[$0] }) { cell = "" }
      if isGate[column], !cell.isEmpty { answered[field.id] = cell }
      cells.append(cell)
    }
    rows.append(cells)
  }
  return SimulatedInterviews(fields: fields, rows: rows)
}

/// The cell of one variable of one simulated person.
private func variableCell(
  _ field: Field, number: Int, site: Int, person: [Int], before cells: [String],
  people: PersonModel,
  prefix: String, settings: SimulationSettings, weightField: String?, _ random: inout SplitMix64
) -> String {
  if field.id == settings.survey.interviewID {
    return "\(prefix)\(settings.survey.year % 100)-\(padded(number + 1, 7))"
  }
  if field.id == weightField {
    let noise = 0.8 + 0.4 * random.uniform()
    return fixed(max(people.sites[site].weight * noise, 0.0001), places: 4)
  }
  switch field.kind {
  case .coded:
    return people.code(of: field, site: site, person, before: cells, &random) ?? ""
  case .integer(let minimum, let maximum):
    // A long right tail, as interview durations have.
    let drawn = (900 * Double.exponential(0.35 * random.normal())).rounded()
    return "\(Int(min(max(drawn, minimum ?? 0), maximum ?? 1e9)))"
  case .number(let minimum, let maximum):
    let drawn = 1 + random.uniform()
    return fixed(min(max(drawn, minimum ?? 0), maximum ?? 1e9), places: 4)
  case .date:
    return day(settings.survey.year, random: &random)
  case .datetime:
    let minutes = Int(random.uniform() * 540)
    return day(settings.survey.year, random: &random)
      + "T\(padded(8 + minutes / 60, 2)):\(padded(minutes % 60, 2)):00"
  case .text:
    if field.isPersonal {
      return field.id.contains("phone")
        ? "0900\(padded(number % 1_000_000, 6))" : "Synthetic \(number + 1)"
    }
    return "SYN\(padded(site % 200 + 1, 3))"
  }
}

extension Double {
  /// eˣ by its series after halving: the same bits on every machine, unlike a library's `exp`.
  fileprivate static func exponential(_ x: Double) -> Double {
    let small = x / 64
    var term = 1.0
    var sum = 1.0
    for index in 1...14 {
      term *= small / Double(index)
      sum += term
    }
    var result = sum
    for _ in 0..<6 { result *= result }
    return result
  }
}

/// A day of the field period, 1 September to 30 October.
private func day(_ year: Int, random: inout SplitMix64) -> String {
  let offset = Int(random.uniform() * 60)
  let month = offset < 30 ? 9 : 10
  return "\(year)-\(padded(month, 2))-\(padded(offset % 30 + 1, 2))"
}

func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

/// A positive number with a fixed count of decimals, point as separator.
func fixed(_ value: Double, places: Int) -> String {
  var scale = 1
  for _ in 0..<places { scale *= 10 }
  let units = Int((value * Double(scale)).rounded())
  return "\(units / scale).\(padded(units % scale, places))"
}
