import Questionnaires
import SurveyModel
import Weighting

/// The sampling units that a file of the gross sample tells, joined with those of the design.
struct SampledUnits {
  private let design: SampleDesign
  private let classes: Grouping
  /// Per row of the file: its PSU, `nil` where nobody of the unit was interviewed.
  private let psuOfRow: [Int32?]

  init(_ sampled: SampledTable, classes: Grouping, design: SampleDesign) {
    var psuOfName: [UnitName: Int32] = [:]
    for psu in 0..<design.psuCount {
      let stratum = design.strata[Int(design.stratumOfPSU[psu])].level.terms
      psuOfName[UnitName(stratum: stratum, cluster: design.psuCodes[psu])] = Int32(psu)
    }
    self.design = design
    self.classes = classes
    psuOfRow = sampled.rows.map { row in
      psuOfName[UnitName(stratum: row.stratum, cluster: clusterCode(row.cluster))]
    }
  }

  private struct UnitName: Hashable {
    var stratum: [DomainTerm]
    var cluster: String
  }

  /// The sampled people who belong to the population, by sampling unit and class.
  ///
  /// Where the file goes by status the respondents come from the interviews; with
  /// ``UnknownEligibility/spread`` the known people of each cell are scaled like those of its class,
  /// by (R + N + I + U)/(R + N + I).
  ///
  /// - Returns: In the order of the units, then of the classes.
  func cells(
    _ totals: NonresponseTotals, weights: [Double], sampled: SampledTable,
    unknown: UnknownEligibility
  ) -> [NonresponseAdjustment.SampledCell] {
    let width = classes.levels.count
    var numberOfTerms: [[DomainTerm]: Int] = [:]
    for (number, level) in classes.levels.enumerated() { numberOfTerms[level.terms] = number }
    var responding = [Double](repeating: 0, count: width)
    var sums = [Double](repeating: 0, count: design.psuCount * width)
    var occurs = [Bool](repeating: false, count: sums.count)
    if sampled.isByStatus {
      for (row, level) in classes.levelOfRow.enumerated() where level >= 0 {
        let cell = Int(design.psuOfRow[row]) * width + Int(level)
        responding[Int(level)] += weights[row]
        sums[cell] += weights[row]
        occurs[cell] = true
      }
    }
    for (row, psu) in zip(sampled.rows, psuOfRow) {
      guard let psu, let level = numberOfTerms[row.level.terms] else { continue }
      let cell = Int(psu) * width + level
      occurs[cell] = true
      sums[cell] += row.sampled ?? row.nonresponding + (unknown == .spread ? 0 : row.unknown)
    }
    let shares = spread(totals, responding: responding, unknown: unknown)
    return sums.indices.filter { occurs[$0] }.map { cell in
      NonresponseAdjustment.SampledCell(
        psu: Int32(cell / width), level: Int32(cell % width),
        weight: sums[cell] * shares[cell % width])
    }
  }

  /// Per class: what the known people are multiplied by for those of unknown status.
  private func spread(
    _ totals: NonresponseTotals, responding: [Double], unknown: UnknownEligibility
  ) -> [Double] {
    guard unknown == .spread,
      case .byStatus(let nonresponding, let ineligible, let unknowns) = totals.sample
    else { return [Double](repeating: 1, count: classes.levels.count) }
    return responding.indices.map { level in
      let known = responding[level] + nonresponding[level] + ineligible[level]
      // A class nobody's status is known in is weighting's to refuse.
      return known > 0 ? (known + unknowns[level]) / known : 1
    }
  }

  /// A warning about the units of the file without any interview.
  func withoutInterviews(in sampled: SampledTable) -> Finding? {
    var names: [String] = []
    var seen: Set<String> = []
    for (row, psu) in zip(sampled.rows, psuOfRow) where psu == nil {
      let name = (row.stratum + row.cluster).map { "\($0.variable)=\($0.code)" }
        .joined(separator: ", ")
      if seen.insert(name).inserted { names.append(name) }
    }
    guard !names.isEmpty else { return nil }
    return Finding(
      BuildCodes.sampledUnitEmpty, at: SourceLocation(file: sampled.file),
      message: LocalizedText(
        vi: "\(names.count) đơn vị đã chọn không có phiếu nào, nên sai số không tính đến chúng",
        en: "\(names.count) sampled units have no interview, so the error does not count them"),
      found: shortList(names),
      remedy: LocalizedText(
        vi: "kiểm tra xem tệp phiếu của các đơn vị này đã được nhập chưa",
        en: "check whether the response files of these units were imported"))
  }

  /// The error that units have interviews but no row in a file of all sampled people.
  func notSampled(in sampled: SampledTable) -> Finding? {
    // By status, a unit in which everybody answered needs no row.
    guard !sampled.isByStatus else { return nil }
    var isSampled = [Bool](repeating: false, count: design.psuCount)
    for psu in psuOfRow { if let psu { isSampled[Int(psu)] = true } }
    let names = isSampled.indices.filter { !isSampled[$0] }.map { design.psuNames[$0] }
    guard !names.isEmpty else { return nil }
    return Finding(
      BuildCodes.sampledUnitMissing, at: SourceLocation(file: sampled.file),
      message: LocalizedText(
        vi: "\(names.count) đơn vị có phiếu nhưng không có trong tệp mẫu chọn",
        en: "\(names.count) units have interviews but are not in the file of the gross sample"),
      found: shortList(names),
      expected: LocalizedText(
        vi: "mỗi đơn vị và lớp một dòng", en: "a row for each unit and class"),
      remedy: LocalizedText(
        vi: "thêm các đơn vị này vào tệp, hoặc sửa mã của chúng",
        en: "add these units to the file, or correct their codes"))
  }

  private func shortList(_ names: [String]) -> LocalizedText {
    let shown = names.prefix(8).joined(separator: "; ") + (names.count > 8 ? "; …" : "")
    return LocalizedText(vi: shown, en: shown)
  }
}

/// The code of a cluster: those of its variables in order.
///
/// Clusters are known by it, within their stratum, in the files of the survey and between surveys.
func clusterCode(_ terms: [DomainTerm]) -> String {
  terms.map(\.code).joined(separator: ",")
}
