import SurveyModel

/// The fields whose conditions must go so that no chain of conditions leads back to where it began.
///
/// A form that is filled in from top to bottom may ask a question under a condition that only comes
/// later, or that waits for its own answer; here no question would come first.
///
/// - Returns: Indices in `fields`, one for each circle at least.
/// - Complexity: Linear in the fields and the fields that their conditions name.
func fieldsClosingCircles(_ fields: [Field]) -> [Int] {
  let indexOfID = Dictionary(
    fields.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  let needed = fields.map { field in
    (field.askedWhen?.fields ?? []).compactMap { indexOfID[$0] }
  }
  enum State { case new, open, done }
  var states = [State](repeating: .new, count: fields.count)
  var closing: [Int] = []
  for start in fields.indices where states[start] == .new {
    // A stack of its own: forms may chain thousands of questions.
    var path = [(field: start, next: 0)]
    states[start] = .open
    while let (field, next) = path.last {
      guard next < needed[field].count else {
        states[field] = .done
        path.removeLast()
        continue
      }
      path[path.count - 1].next += 1
      let before = needed[field][next]
      switch states[before] {
      case .done: break
      case .new:
        states[before] = .open
        path.append((before, 0))
      case .open:
        closing.append(field)
        states[field] = .done
        path.removeLast()
      }
    }
  }
  return closing.sorted()
}
