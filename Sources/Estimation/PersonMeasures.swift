import Dispatch
import SurveyModel

/// The columns that ``FactorMeasure/fullySatisfied`` adds to the answers: one value per person.
///
/// A person counts where they gave a valid answer to any item of the group, with 1 where all their
/// valid answers are satisfied and 0 otherwise. What is satisfied is marked in the scale
/// (`satisfied`), so the figure is a share whatever the items' own measure. From here on such a
/// column is an item like any other: cells, variances, domains and design effects follow.
///
///     // Two items, satisfied from 4 on: 5 4 → 1, 5 2 → 0, 5 blank → 1, blank blank → no answer.
///
/// ## Method
///
/// The mean of a person variable (Särndal, Swensson and Wretman 1992, section 5.7). Checked:
/// `Tests/Fixtures/published/sipas-measures/SOURCE.md`.
struct PersonMeasures {
  /// Positions of the added columns: a person without a valid answer, with one that is not
  /// satisfied, and all of whose answers are satisfied.
  static let codes: [UInt8] = [0, 1, 2]
  /// What the positions add to the sums.
  static let values: [Double] = [0, 1]

  /// The item numbers of each added column.
  let groups: [[Int]]
  /// By factor: the number of its column, `nil` where the factor's measure is another.
  let columnOfFactor: [Int?]
  let overallColumn: Int?

  /// - Parameter questionnaire: Its items are numbered in file order; the added columns follow.
  init(_ questionnaire: Questionnaire) {
    var numberOfItem: [String: Int] = [:]
    for (number, item) in questionnaire.items.enumerated() { numberOfItem[item.id] = number }
    let items = questionnaire.factors.map { $0.items.compactMap { numberOfItem[$0] } }
    let first = numberOfItem.count
    let ofFactors = questionnaire.index.factor == .fullySatisfied
    var groups = ofFactors ? items : []
    columnOfFactor = items.indices.map { ofFactors ? first + $0 : nil }
    if questionnaire.index.overall == .fullySatisfied {
      overallColumn = first + groups.count
      groups.append(items.flatMap { $0 })
    } else {
      overallColumn = nil
    }
    self.groups = groups
  }

  /// The added columns, made in one pass over the respondents.
  ///
  /// - Parameters:
  ///   - columns: One byte per respondent and item: the position in the item's code list.
  ///   - lists: The code list of each item.
  /// - Returns: One column per group, holding positions of ``codes``.
  /// - Complexity: O(*n* × items of the groups), shared out over the processors.
  func columns(of columns: [[UInt8]], lists: [CodeList]) -> [[UInt8]] {
    let respondents = columns.first?.count ?? 0
    let marks = lists.map(Self.marks)
    let stretch = max(4096, (respondents + 63) / 64)
    return groups.map { group in
      let person = DisjointArray<UInt8>(repeating: 0, count: respondents)
      DispatchQueue.concurrentPerform(iterations: (respondents + stretch - 1) / stretch) { index in
        let rows = index * stretch..<min(respondents, (index + 1) * stretch)
        for item in group {
          columns[item].withUnsafeBufferPointer { column in
            marks[item].withUnsafeBufferPointer { marks in
              for row in rows { person.elements[row] |= marks[Int(column[row])] }
            }
          }
        }
        for row in rows { person.elements[row] = Self.position[Int(person.elements[row])] }
      }
      return Array(person.elements)
    }
  }

  /// By position: bit 0 for a satisfied answer, bit 1 for one that is not, no bit where missing.
  private static func marks(_ list: CodeList) -> [UInt8] {
    var marks = [UInt8](repeating: 0, count: 256)
    for (index, answer) in list.answers.enumerated() {
      marks[index + 1] = answer.isSatisfied ? 1 : 2
    }
    return marks
  }

  /// By the bits of a person.
  private static let position = [codes[0], codes[2], codes[1], codes[1]]
}
