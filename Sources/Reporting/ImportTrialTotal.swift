import SurveyModel

/// What several files would give together: those that would become a batch.
struct ImportTrialTotal {
  var counts = ImportCounts()
  var repeated = RepeatedInterviews()
  var batches = 0
  var alreadyImported = 0
  var refused = 0

  init(_ readings: [FileReading]) {
    for reading in readings {
      switch reading.outcome {
      case .alreadyImported: alreadyImported += 1
      case .refused: refused += 1
      case .batch:
        batches += 1
        counts = counts + reading.counts
        add(reading.repeated)
      }
    }
  }

  private mutating func add(_ other: RepeatedInterviews) {
    repeated.sameAsStored += other.sameAsStored
    repeated.changedFromStored += other.changedFromStored
    repeated.sameAsRead += other.sameAsRead
    repeated.changedFromRead += other.changedFromRead
    repeated.changedIDs += other.changedIDs
    for field in other.changedFields {
      if let known = repeated.changedFields.firstIndex(where: { $0.field == field.field }) {
        repeated.changedFields[known].count += field.count
      } else {
        repeated.changedFields.append(field)
      }
    }
  }
}

extension FileDialect {
  var isWorkbook: Bool { encoding.hasPrefix("XLSX") }
  /// XML or JSON, one record per submission.
  var isSubmissions: Bool { delimiter == "submissions" }

  /// A file of SPSS or Stata, which has variables.
  var isStatistical: Bool { delimiter == "variables" }
}
