internal import GRDB
package import SurveyModel

/// A weighting step as stored: all but the margins, which the population files hold.
package struct StoredWeightStep: Sendable, Hashable {
  /// Unique in its set: `design`, `poststratify_1`, `rake_2`.
  package var name: String
  /// `design`, `nonresponse`, `poststratify`, `rake`, `calibrate`, `trim`.
  package var kind: String
  /// One per interview, in the order of ``SurveyStore/responses(survey:fields:)``; none for those
  /// that decisions leave out.
  package var weights: [Double]
  package var diagnostics: WeightDiagnostics
  package var iterations: Int
  package var maximumRelativeError: Double
  /// `nil` here and below in steps stored by a version that did not keep them.
  package var maximumRelativeErrorBefore: Double?
  package var smallestRatio: Double?
  package var largestRatio: Double?
  package var limitedCount: Int?
}

extension SurveyStore {
  /// Stores the weights of a survey in place of those before; estimates and targets made with the
  /// old ones are deleted.
  ///
  /// `generation` is the ``generation(survey:)`` of the responses the weights were made from; `nil`
  /// means the present one.
  ///
  /// - Precondition: When made from the present responses, no step has more weights than there are
  ///   interviews; those that decisions leave out have none.
  package func save(
    weights: WeightSet, survey: String, madeFrom generation: Int64? = nil
  ) throws(StoreError) {
    try write { database in
      let current = try self.generation(database, survey)
      let interviews =
        try Int.fetchOne(
          database,
          sql: """
            SELECT sum(accepted_count - erased_accepted_count) FROM batch
            WHERE survey_id = ? AND undone_at IS NULL
            """, arguments: [survey]) ?? 0
      precondition(
        (generation ?? current) != current
          || weights.steps.allSatisfy { $0.weights.count <= interviews },
        "a step has no more weights than there are interviews")
      try self.deleteWeights(database, survey)
      try self.markResult(database, "weights", survey, generation ?? current)
      let writer = try ChunkWriter(database, .weight)
      for (number, step) in weights.steps.enumerated() {
        try database.execute(
          sql: """
            INSERT INTO weight_step (survey_id, step_number, name, kind, row_count, sum, minimum,
              maximum, kish_design_effect, effective_count, iterations, maximum_relative_error,
              maximum_relative_error_before, smallest_ratio, largest_ratio, limited_count)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            survey, number, step.name, step.kind.name, step.weights.count, step.diagnostics.sum,
            step.diagnostics.minimum, step.diagnostics.maximum, step.diagnostics.kishDesignEffect,
            step.diagnostics.effectiveCount, step.iterations, step.maximumRelativeError,
            step.maximumRelativeErrorBefore, step.smallestRatio, step.largestRatio,
            step.limitedCount,
          ])
        try writer.insert([database.lastInsertedRowID], values: step.weights)
      }
    }
  }

  /// The stored weighting steps, in the order they were made; empty when there are none.
  package func weights(survey: String) throws(StoreError) -> [StoredWeightStep] {
    try read { database in
      _ = try self.generation(database, survey)
      let reader = try ChunkReader(database, .weight)
      return try StoredRow.fetchAll(
        database, sql: "SELECT * FROM weight_step WHERE survey_id = ? ORDER BY step_number",
        arguments: [survey]
      ).map { row in
        let count = try row.count("row_count")
        return StoredWeightStep(
          name: try row["name"], kind: try row["kind"],
          weights: try self.weights(reader, step: try row["id"], count: count),
          diagnostics: WeightDiagnostics(
            count: count, sum: try row["sum"], minimum: try row["minimum"],
            maximum: try row["maximum"], kishDesignEffect: try row["kish_design_effect"],
            effectiveCount: try row["effective_count"]),
          iterations: try row["iterations"],
          maximumRelativeError: try row["maximum_relative_error"],
          maximumRelativeErrorBefore: try row[optional: "maximum_relative_error_before"],
          smallestRatio: try row[optional: "smallest_ratio"],
          largestRatio: try row[optional: "largest_ratio"],
          limitedCount: try row[optional: "limited_count"])
      }
    }
  }

  private func weights(
    _ reader: borrowing ChunkReader, step: Int64, count: Int
  ) throws -> [Double] {
    let damage = StoreError.corrupted(path: path, detail: "weight_step \(step): weight_chunk")
    var weights: [Double] = []
    try reader.forEach([step]) { rows, bytes in
      guard bytes.count == rows * MemoryLayout<Double>.stride else { throw damage }
      for row in 0..<rows {
        weights.append(
          bytes.loadUnaligned(fromByteOffset: row * MemoryLayout<Double>.stride, as: Double.self))
      }
    }
    guard weights.count == count else { throw damage }
    return weights
  }

  /// Deletes the weights of a survey and what was made with them.
  func deleteWeights(_ database: Database, _ survey: String) throws {
    try deleteEstimates(database, survey)
    try database.execute(
      sql: """
        DELETE FROM weight_chunk
        WHERE step_id IN (SELECT id FROM weight_step WHERE survey_id = ?)
        """, arguments: [survey])
    try database.execute(
      sql: "DELETE FROM weight_step WHERE survey_id = ?", arguments: [survey])
    try database.execute(
      sql: "DELETE FROM result WHERE survey_id = ? AND kind = 'weights'", arguments: [survey])
  }

  func markResult(
    _ database: Database, _ kind: String, _ survey: String, _ generation: Int64
  ) throws {
    try database.execute(
      sql: """
        INSERT INTO result (survey_id, kind, generation) VALUES (?, ?, ?)
        ON CONFLICT (survey_id, kind) DO UPDATE SET generation = excluded.generation
        """, arguments: [survey, kind, generation])
  }
}
