internal import Foundation
internal import GRDB
internal import SurveyModel

extension SurveyStore {
  /// Stores the analysis of a survey in place of the one before.
  ///
  /// `generation` is as in ``save(weights:survey:madeFrom:)``. Save it after the estimates and the
  /// targets it was made of: new ones delete it.
  package func save(
    analysis: StoredAnalysis, survey: String, madeFrom generation: Int64? = nil
  ) throws(StoreError) {
    try write { database in
      let current = try self.generation(database, survey)
      try self.deleteAnalysis(database, survey)
      try self.markResult(database, "analysis", survey, generation ?? current)
      if let change = analysis.change { try self.insert(change, database, survey) }
      try self.insert(analysis.rankings, database, survey)
      let ofChange = analysis.change?.decompositions ?? []
      let all =
        analysis.decompositions.map { ($0, isOfChange: false) }
        + ofChange.map { ($0, isOfChange: true) }
      for (number, item) in all.enumerated() {
        try self.insert(item.0, number, isOfChange: item.isOfChange, database, survey)
      }
      if let joint = analysis.joint { try self.insert(joint, database, survey) }
    }
  }

  /// The stored analysis, `nil` when there is none.
  package func analysis(survey: String) throws(StoreError) -> StoredAnalysis? {
    try read { database in
      _ = try self.generation(database, survey)
      let isThere = try Bool.fetchOne(
        database,
        sql: "SELECT EXISTS (SELECT 1 FROM result WHERE survey_id = ? AND kind = 'analysis')",
        arguments: [survey])
      guard isThere ?? false else { return nil }
      let decompositions = try self.decompositions(database, survey)
      var change = try self.change(database, survey)
      change?.decompositions = decompositions.filter(\.isOfChange).map(\.value)
      return StoredAnalysis(
        change: change, rankings: try self.rankings(database, survey),
        decompositions: decompositions.filter { !$0.isOfChange }.map(\.value),
        joint: try self.joint(database, survey))
    }
  }

  /// Deletes the analysis of a survey.
  func deleteAnalysis(_ database: Database, _ survey: String) throws {
    for table in [
      "change_estimate", "change_set", "ranked_unit", "ranking", "decomposition_part",
      "decomposition", "joint_estimate", "joint_set",
    ] {
      try database.execute(sql: "DELETE FROM \(table) WHERE survey_id = ?", arguments: [survey])
    }
    try database.execute(
      sql: "DELETE FROM result WHERE survey_id = ? AND kind = 'analysis'", arguments: [survey])
  }

  // MARK: Joint covariance

  private func insert(_ joint: JointEstimates, _ database: Database, _ survey: String) throws {
    var bytes = Data()
    for value in joint.covariance {
      withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }
    try database.execute(
      sql: "INSERT INTO joint_set (survey_id, degrees_of_freedom, covariance) VALUES (?, ?, ?)",
      arguments: [survey, joint.degreesOfFreedom, bytes])
    try insert(joint.estimates, into: "joint_estimate", database, survey)
  }

  private func joint(_ database: Database, _ survey: String) throws -> JointEstimates? {
    guard
      let set = try StoredRow.fetchOne(
        database, sql: "SELECT * FROM joint_set WHERE survey_id = ?", arguments: [survey])
    else { return nil }
    let estimates = try estimates(from: "joint_estimate", database, survey)
    let bytes: Data = try set["covariance"]
    let covariance = bytes.withUnsafeBytes { raw in
      (0..<(raw.count / 8)).map { number in
        Double(
          bitPattern: UInt64(
            littleEndian: raw.loadUnaligned(fromByteOffset: number * 8, as: UInt64.self)))
      }
    }
    guard covariance.count == estimates.count * estimates.count else {
      throw StoreError.corrupted(path: path, detail: "joint_set: \(survey)")
    }
    return JointEstimates(
      estimates: estimates, covariance: covariance,
      degreesOfFreedom: try set["degrees_of_freedom"])
  }
}
