import GRDB
import SurveyModel
import Testing

@testable import Storage

struct MigrationTests {
  /// What a version with the second layout stored; written here as that version wrote it.
  private static let resultsOfTheSecondLayout = """
    INSERT INTO result VALUES ('gia-lai-2021', 'weights', 1), ('gia-lai-2021', 'estimates', 1),
      ('gia-lai-2021', 'targets', 1);
    INSERT INTO weight_step (survey_id, step_number, name, kind, row_count, sum, minimum, maximum,
      kish_design_effect, effective_count, iterations, maximum_relative_error)
      VALUES ('gia-lai-2021', 0, 'design', 'design', 0, 0, 0, 0, 0, 0, 0, 0);
    INSERT INTO estimate_set VALUES ('gia-lai-2021', 'taylor', 'adjust', '[]', 17, 57);
    INSERT INTO estimate VALUES
      ('gia-lai-2021', 0, 'item', 'A1', '[]', 86.5, 0.5, 85.5, 87.5, 'wald-t', 40, 1.5, 90, NULL, 1),
      ('gia-lai-2021', 1, 'item', 'A2', '[]', 86.5, 0.5, 85.5, 87.5, 'wald-t', 40, 1.5, 9,
        'suppressed', 1),
      ('gia-lai-2021', 2, 'item', 'A3', '[]', 86.5, NULL, NULL, NULL, 'wald-t', 0, NULL, 90,
        'unreliable', 1),
      ('gia-lai-2021', 3, 'item', 'A4', '[]', 100, 0, 100, 100, 'wald-t', 40, 0, 90, 'unreliable', 1),
      ('gia-lai-2021', 4, 'item', 'A5', '[]', NULL, NULL, NULL, NULL, 'wald-t', 0, NULL, 0,
        'no-data', 1);
    """

  @Test func aStoreOfTheSecondLayoutKeepsItsResultsAndGetsTheReasonsOfItsFlags()
    throws
  {
    #expect(SampleSurvey.id == "gia-lai-2021")
    let folder = try TemporaryFolder()
    let path = folder.file("s.sqlite")
    let old = try SurveyStore(path: path, layout: 2, busySeconds: 1)
    try old.register(
      SampleSurvey.definition, questionnaire: SampleSurvey.questionnaire(), definitionSHA256: "d")
    try old.write { try $0.execute(sql: Self.resultsOfTheSecondLayout) }
    try old.close()

    let store = try SurveyStore(path: path)
    let estimates = try #require(try store.estimates(survey: SampleSurvey.id))
    #expect(estimates.replicateCount == 0)
    #expect(
      estimates.estimates.map(\.flagReason)
        == [nil, .fewRespondents, .noStandardError, .noVariation, .noAnswers])
    #expect(estimates.estimates[0].standardError == 0.5)
    let step = try #require(try store.weights(survey: SampleSurvey.id).first)
    #expect(step.smallestRatio == nil && step.limitedCount == nil)
    #expect(step.maximumRelativeErrorBefore == nil)
    try store.save(analysis: AnalysisTests.analysis, survey: SampleSurvey.id)
    #expect(try store.analysis(survey: SampleSurvey.id) == AnalysisTests.analysis)
  }

  @Test func aStoreOfTheThirdLayoutKeepsItsBatchesAndTakesDecisions() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("s.sqlite")
    let old = try SurveyStore(path: path, layout: 3, busySeconds: 1)
    try old.register(
      SampleSurvey.definition, questionnaire: SampleSurvey.questionnaire(), definitionSHA256: "d")
    try old.write {
      try $0.execute(
        sql: """
          INSERT INTO batch (survey_id, file, sha256, byte_count, read_count, accepted_count,
            rejected_count, duplicate_count, imported_at, imported_by)
            VALUES ('gia-lai-2021', 'a.csv', 'ff', 9, 3, 0, 2, 1, '2021-11-03T02:00:00Z', 'lan')
          """)
    }
    try old.close()

    let store = try SurveyStore(path: path)
    #expect(
      try store.batches().map(\.counts)
        == [ImportCounts(read: 3, accepted: 0, rejected: 2, duplicate: 1)])
    try store.commit(SampleSurvey.file(SampleSurvey.table(count: 4)))
    #expect(try store.decisions().isEmpty)
    let number = try store.record(
      DecisionTests.exclusion(["PLK-1"]),
      ifGeneration: try store.generation(survey: SampleSurvey.id))
    #expect(number == 1)
  }

  @Test func aStoreOfTheFourthLayoutKeepsItsTextsAndTakesPseudonyms() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("s.sqlite")
    let old = try SurveyStore(path: path, layout: 4, busySeconds: 1)
    try old.register(
      SampleSurvey.definition, questionnaire: SampleSurvey.questionnaire(), definitionSHA256: "d")
    try old.write {
      try $0.execute(
        sql: """
          INSERT INTO batch (survey_id, file, sha256, byte_count, read_count, accepted_count,
            rejected_count, duplicate_count, imported_at, imported_by)
            VALUES ('gia-lai-2021', 'a.csv', 'ff', 9, 1, 1, 0, 0, '2021-11-03T02:00:00Z', 'lan');
          INSERT INTO batch_column (batch_id, column_number, field_id, form)
            VALUES (1, 0, 'comment', 'text'), (1, 1, 'phone', 'personal');
          INSERT INTO response_chunk VALUES (1, 0, 0, 1, x'01000000');
          INSERT INTO text_chunk VALUES (1, 0, 0, 1, x'020000006f6b');
          INSERT INTO interview_id_chunk VALUES (1, 0, 1, x'0100000041');
          """)
    }
    try old.close()

    let store = try SurveyStore(path: path)
    #expect(
      try store.column(survey: SampleSurvey.id, field: SampleSurvey.fields[6])
        == .texts(TextColumn(positions: [1], texts: ["ok"])))
    var phone = SampleSurvey.fields[7]
    phone.keepsPseudonym = true
    #expect(
      try store.column(survey: SampleSurvey.id, field: phone)
        == .texts(TextColumn(positions: [0])))
    try store.check(keyFingerprint: [UInt8](repeating: 7, count: 32))
  }

  @Test func aStoreOfTheFifthLayoutKeepsItsTargetsUntilAFigureIsEntered() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("s.sqlite")
    let old = try SurveyStore(path: path, layout: 5, busySeconds: 1)
    try old.register(
      SampleSurvey.definition, questionnaire: SampleSurvey.questionnaire(), definitionSHA256: "d")
    try old.save(targets: [ResultTests.targets[0]], survey: SampleSurvey.id)
    try old.close()

    let store = try SurveyStore(path: path)
    #expect(try store.targets(survey: SampleSurvey.id) == [ResultTests.targets[0]])
    #expect(try store.figures(plan: FigureTests.plan).isEmpty)
    let number = try store.record(
      figures: [FigureTests.entry()], survey: SampleSurvey.id)
    #expect(number == [1])
    #expect(try store.targets(survey: SampleSurvey.id).isEmpty)
  }

  @Test func aMigratedStoreHasTheLayoutOfANewOne() throws {
    let folder = try TemporaryFolder()
    let paths = [folder.file("old.sqlite"), folder.file("third.sqlite"), folder.file("new.sqlite")]
    try SurveyStore(path: paths[0], layout: 2, busySeconds: 1).close()
    try SurveyStore(path: paths[1], layout: 3, busySeconds: 1).close()
    let columns = try paths.map { path in
      try SurveyStore(path: path).read { database in
        try String.fetchAll(
          database,
          sql: """
            SELECT master.name || '.' || field.name || ' ' || field.type
            FROM sqlite_master AS master, pragma_table_info(master.name) AS field
            WHERE master.type = 'table' ORDER BY master.name, field.cid
            """)
      }
    }
    #expect(columns[0] == columns[2] && columns[1] == columns[2])
    #expect(columns[0].contains("estimate.flag_reason TEXT"))
  }
}
