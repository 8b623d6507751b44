import Foundation
import SurveyModel
import Testing

@testable import Estimation

/// A published file of any shape, read by names.
indirect enum PublishedValue: Decodable {
  case object([String: PublishedValue])
  case list([PublishedValue])
  case number(Double)
  case text(String)
  case missing

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .missing
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([PublishedValue].self) {
      self = .list(list)
    } else {
      self = .object(try value.decode([String: PublishedValue].self))
    }
  }

  subscript(_ name: String) -> PublishedValue {
    if case .object(let members) = self { members[name] ?? .missing } else { .missing }
  }

  var list: [PublishedValue] {
    if case .list(let members) = self { members } else { [] }
  }

  /// The names of an object's members, sorted.
  var names: [String] {
    if case .object(let members) = self { members.keys.sorted() } else { [] }
  }

  var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// All numbers within: lists in order, matrices by rows, objects by sorted name.
  var numbers: [Double] {
    switch self {
    case .number(let number): [number]
    case .list(let members): members.flatMap(\.numbers)
    case .object(let members): members.keys.sorted().flatMap { members[$0]?.numbers ?? [] }
    case .text, .missing: []
    }
  }

  func number() throws -> Double { try #require(numbers.first) }
}

/// An estimate, its standard error and its degrees of freedom.
struct FoundFigure {
  var value: Double?
  var standardError: Double?
  var degreesOfFreedom: Int
  /// `nil` where the program makes no interval itself.
  var interval: (lower: Double?, upper: Double?)?

  init(value: Double?, standardError: Double?, degreesOfFreedom: Int) {
    self.value = value
    self.standardError = standardError
    self.degreesOfFreedom = degreesOfFreedom
  }

  init?(_ estimate: Estimate?) {
    guard let estimate else { return nil }
    value = estimate.value
    standardError = estimate.standardError
    degreesOfFreedom = estimate.degreesOfFreedom
    interval = (estimate.lower, estimate.upper)
  }

  /// A figure multiplied by a constant.
  func times(_ factor: Double) -> FoundFigure {
    FoundFigure(
      value: value.map { factor * $0 }, standardError: standardError.map { factor * $0 },
      degreesOfFreedom: degreesOfFreedom)
  }
}

/// Expects figures to be those of a check: estimates, errors, degrees of freedom, intervals by *t* and
/// by the normal distribution, as far as the check has them.
///
/// An error that is 0 by construction is only rounding in both programs: it is compared to 1e-9 of a
/// millionth of the estimate.
func expectCheck(
  _ found: [FoundFigure?], _ expected: PublishedValue, _ what: String, tolerance: Double = 1e-9,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  let values = expected["est"].numbers
  let errors = expected["se"].numbers
  #expect(!values.isEmpty && values.count == found.count, "\(what)", sourceLocation: sourceLocation)
  #expect(errors.count == values.count, "\(what)", sourceLocation: sourceLocation)
  for (place, value) in values.enumerated() {
    let figure = found[place]
    expectAgreement(
      figure?.value, value, what, tolerance: tolerance, sourceLocation: sourceLocation)
    let floor = 1e-6 * value.magnitude
    if errors[place] < floor {
      let error = figure?.standardError ?? .infinity
      #expect(error <= 1e-9 * floor, "\(what) SE", sourceLocation: sourceLocation)
    } else {
      expectAgreement(
        figure?.standardError, errors[place], "\(what) SE", tolerance: tolerance,
        sourceLocation: sourceLocation)
    }
    if let degrees = expected["df"].numbers.first {
      #expect(figure.map { Double($0.degreesOfFreedom) } == degrees, sourceLocation: sourceLocation)
    }
    for (name, isNormal) in [("ci95_t", false), ("ci95_normal", true)] {
      let ends = expected[name].numbers
      guard ends.count == 2 * values.count, errors[place] >= floor else { continue }
      let test = DifferenceTest(
        difference: figure?.value ?? 0, standardError: figure?.standardError,
        degreesOfFreedom: isNormal ? .infinity : figure.map { Double($0.degreesOfFreedom) })
      var interval: (lower: Double?, upper: Double?) = (nil, nil)
      if let made = test?.interval(level: 0.95) { interval = (made.lower, made.upper) }
      if !isNormal, let own = figure?.interval { interval = own }
      for (end, wanted) in [
        (interval.lower, ends[2 * place]), (interval.upper, ends[2 * place + 1]),
      ] {
        expectAgreement(
          end, wanted, "\(what) \(name)", tolerance: tolerance, sourceLocation: sourceLocation)
      }
    }
  }
}

/// Expects a covariance matrix, by rows, to agree to 1e-9 of the two errors; an error counts as at
/// least a millionth of its estimate.
func expectCovariance(
  _ found: (Int, Int) -> Double, _ expected: [Double], of values: [Double], _ what: String,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  let count = values.count
  guard expected.count == count * count else {
    Issue.record("\(what): \(expected.count) covariances", sourceLocation: sourceLocation)
    return
  }
  let scales = values.indices.map { place in
    max(expected[place * count + place].squareRoot(), 1e-6 * values[place].magnitude)
  }
  for row in 0..<count {
    for column in 0..<count {
      let difference = (found(row, column) - expected[row * count + column]).magnitude
      #expect(
        difference <= 1e-9 * scales[row] * scales[column], "\(what) \(row) \(column)",
        sourceLocation: sourceLocation)
    }
  }
}
