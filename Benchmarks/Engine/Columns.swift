import Numerics
import SurveyModel

/// A made-up survey in columns, the same for every run: districts as strata, communes as sampling
/// units, twenty-two items of five factors on a five-level scale.
///
/// Interviews come commune by commune, as field files do, or in no order at all.
struct Columns {
  let questionnaire: Questionnaire
  let answers: [ColumnValues]
  let design: SampleDesign
  let designWeights: [Double]
  /// Three sets of one variable, one of two: 17 + 8 + 6 + 17 × 4 domains.
  let domainSets: [Grouping]
  /// District, sex, age group, ethnicity.
  let margins: [MarginTotals]

  init(respondents: Int, clusters: Int, isShuffled: Bool, seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let strataCount = 17
    let items = (0..<22).map { "Q\($0 + 1)" }
    let scale = CodeList(
      answers: (1...5).map { AnswerCode(code: "\($0)", isSatisfied: $0 > 3, score: Double($0)) },
      missing: [AnswerCode(code: "9", missing: .notApplicable)])
    questionnaire = Questionnaire(
      id: "bench", version: "1", title: LocalizedText(en: "bench"),
      fields: items.map { Field(id: $0, kind: .coded(scale), isItem: true) },
      factors: [0..<4, 4..<9, 9..<15, 15..<18, 18..<22].enumerated().map { number, range in
        Factor(id: "f\(number + 1)", label: LocalizedText(en: "f"), items: Array(items[range]))
      },
      index: IndexMethod(
        id: "i", item: .satisfiedShare, factor: .meanOfItems, overall: .meanOfFactors))

    var stratum = [Int32](repeating: 0, count: respondents)
    var cluster = stratum
    var sex = stratum
    var age = stratum
    var ethnicity = stratum
    var field = stratum
    var agency = stratum
    var weights = [Double](repeating: 0, count: respondents)
    var liking = [Double](repeating: 0, count: respondents)
    let likingOfCluster = (0..<clusters).map { _ in random.normal() * 0.3 }
    for row in 0..<respondents {
      let unit = isShuffled ? random.uniform(below: clusters) : row * clusters / respondents
      cluster[row] = Int32(unit)
      stratum[row] = Int32(unit % strataCount)
      sex[row] = Int32(random.uniform(below: 2))
      age[row] = Int32(random.uniform(below: 4))
      ethnicity[row] = Int32(random.uniform(below: 3))
      field[row] = Int32(random.uniform(below: 8))
      agency[row] = Int32(random.uniform(below: 6))
      // A weight per sampling unit, as a design gives them.
      weights[row] = 0.5 + Double(unit % 97) / 97
      liking[row] = likingOfCluster[unit]
    }
    answers = items.map { _ in
      var codes = [UInt8](repeating: 0, count: respondents)
      for row in 0..<respondents {
        let mood = random.uniform() + 0.2 * liking[row]
        codes[row] =
          mood < 0.03
          ? 6
          : mood < 0.06
            ? 1
            : mood < 0.1
              ? 2
              : mood < 0.18
                ? 3
                : mood < 0.7 ? 4 : 5
      }
      return .coded8(codes)
    }
    designWeights = weights

    func grouping(_ variable: String, _ levels: [Int32], _ count: Int) -> Grouping {
      Grouping(
        variables: [variable],
        levels: (0..<count).map {
          GroupLevel(
            terms: [DomainTerm(variable: variable, code: "\($0)")],
            labels: [LocalizedText(en: "\($0)")])
        }, levelOfRow: levels)
    }
    let district = grouping("district", stratum, strataCount)
    let crossed = grouping(
      "district age", zip(stratum, age).map { $0 * 4 + $1 }, strataCount * 4)
    domainSets = [district, grouping("field", field, 8), grouping("agency", agency, 6), crossed]
    design = try SampleDesign(
      strata: district.levels.map { Stratum(level: $0, populationPSUs: 100) },
      stratumOfRow: stratum, clusterOfRow: cluster, singlePSU: .adjust)
    func margin(_ grouping: Grouping) -> MarginTotals {
      // A population unlike the sample: level k is (1 + k mod 3 / 10) times as frequent.
      var totals = [Double](repeating: 0, count: grouping.levels.count)
      for row in 0..<respondents { totals[Int(grouping.levelOfRow[row])] += weights[row] }
      for level in totals.indices { totals[level] *= 1 + Double(level % 3) / 10 }
      let sum = totals.reduce(0, +)
      return MarginTotals(
        grouping: grouping, totals: totals.map { $0 / sum * 1.5 * Double(respondents) })
    }
    margins = [
      margin(district), margin(grouping("sex", sex, 2)), margin(grouping("age", age, 4)),
      margin(grouping("ethnicity", ethnicity, 3)),
    ]
  }
}
