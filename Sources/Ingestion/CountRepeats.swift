import SurveyModel

/// Counts the interviews of a file that were there already.
struct RepeatCounter {
  private let fields: [Field]
  private let showsIDs: Bool
  private var repeated = RepeatedInterviews()
  /// Per field: interviews whose stored answer differs.
  private var changes: [Int]

  init(_ plan: ImportPlan) {
    fields = plan.fields
    showsIDs = !plan.idField.isPersonal
    changes = [Int](repeating: 0, count: plan.fields.count)
  }

  /// Notes an interview that was there already.
  ///
  /// - Parameters:
  ///   - id: Its id.
  ///   - different: Numbers of the fields answered otherwise.
  ///   - isStored: Whether the one before is of the store; else it came in a file just read.
  mutating func note(_ id: String, different: [Int], isStored: Bool) {
    switch (isStored, different.isEmpty) {
    case (true, true): repeated.sameAsStored += 1
    case (false, true): repeated.sameAsRead += 1
    case (false, false): repeated.changedFromRead += 1
    case (true, false):
      repeated.changedFromStored += 1
      if showsIDs { repeated.changedIDs.append(id) }
      for field in different { changes[field] += 1 }
    }
  }

  var finished: RepeatedInterviews {
    var finished = repeated
    finished.changedFields = zip(fields, changes).filter { $0.1 > 0 }.map {
      RepeatedInterviews.FieldCount(field: $0.id, count: $1)
    }
    return finished
  }
}
