internal import DelimitedText
package import SurveyModel

/// The sample that detects the step of each target as a table for the terminal, with what it
/// assumes.
package func samplePlanListing(
  _ rows: [SamplePlanRow], settings: SamplePlanSettings, questionnaire: Questionnaire,
  language: Language, width: Int = 110
) -> String {
  let texts = Texts(language)
  let style = texts.numbers
  guard !rows.isEmpty else {
    return texts.pick(
      "Không có mục tiêu nào kèm sai số chọn mẫu để lập cỡ mẫu.",
      "No target has a sampling error to plan a sample by.")
  }
  let names = MeasureNames(questionnaire: questionnaire, language: language)
  let places = questionnaire.index.places
  let table = TextTable(
    columns: [
      .init(title: texts.columnTarget, isFlexible: true),
      .init(title: texts.columnResult, alignment: .right),
      .init(title: texts.pick("Mức tăng cần nhận ra", "Step to detect"), alignment: .right),
      .init(title: texts.pick("Nay nhận ra được", "Detectable now"), alignment: .right),
      .init(title: texts.pick("Số người nay", "Respondents now"), alignment: .right),
      .init(title: texts.pick("Số xã nay", "Clusters now"), alignment: .right),
      .init(title: texts.pick("Số người cần", "Respondents needed"), alignment: .right),
      .init(title: texts.pick("Số xã cần", "Clusters needed"), alignment: .right),
    ],
    rows: rows.map { row in
      [
        printable("\(row.target) \(names.name(of: row.kind, id: row.id))"),
        style.decimal(row.estimate, places: places), style.exact(row.step, places: 2),
        style.decimal(row.presentlyDetectable, places: 2), style.whole(row.presentRespondents),
        style.whole(row.presentClusters),
        row.respondents == nil
          ? texts.pick("không cỡ mẫu nào đủ", "no sample is enough")
          : style.whole(row.respondents),
        style.whole(row.clusters),
      ]
    })
  let lines =
    table.lines(width: width) + [""]
    + wrapped(texts.assumptions(settings, rows), width: width)
    + wrapped(MethodSentence.samplePlan.text(in: language), width: width)
  return lines.joined(separator: "\n")
}

/// The same as a table for other programs.
package func samplePlanCSV(
  _ rows: [SamplePlanRow], settings: SamplePlanSettings, questionnaire: Questionnaire,
  language: Language
) -> [UInt8] {
  let names = MeasureNames(questionnaire: questionnaire, language: language)
  var writer = CSVWriter(guardsFormulas: true)
  writer.append(texts: [
    "target", "measure", "id", "label", "estimate", "step", "present_respondents",
    "present_clusters", "presently_detectable", "likeness", "weighting_effect", "respondents",
    "clusters", "respondents_per_cluster", "significance", "power", "compared_with_this_survey",
  ])
  for row in rows {
    writer.append([
      .label(row.target), .text(row.kind.rawValue), .label(row.id),
      .label(names.name(of: row.kind, id: row.id)), .value(row.estimate), .value(row.step),
      .value(row.presentRespondents), .value(row.presentClusters),
      .value(row.presentlyDetectable), .value(row.likeness), .value(row.weightingEffect),
      .value(row.respondents), .value(row.clusters), .value(row.respondentsPerCluster),
      .value(settings.significance), .value(settings.power),
      .text(settings.comparesWithThisSurvey ? "true" : "false"),
    ])
  }
  return writer.bytes
}

extension Texts {
  /// What a sample plan rests on.
  fileprivate func assumptions(_ settings: SamplePlanSettings, _ rows: [SamplePlanRow]) -> String {
    let significance = levelText(settings.significance)
    let power = levelText(settings.power)
    let perCluster = rows.map { $0.respondentsPerCluster }
    let smallest = numbers.decimal(perCluster.min(), places: 1)
    let largest = numbers.decimal(perCluster.max(), places: 1)
    let size = smallest == largest ? smallest : "\(smallest)–\(largest)"
    let against =
      settings.comparesWithThisSurvey
      ? pick(
        "so với kết quả của chính cuộc khảo sát này (tính cả sai số của nó)",
        "compared with the result of this survey, whose error counts too")
      : pick("so với một con số cố định", "compared with a fixed figure")
    return pick(
      "Kiểm định một phía mức \(significance), khả năng nhận ra \(power), \(size) người mỗi xã, "
        + "\(against).",
      "One-sided test at \(significance), power \(power), \(size) respondents per cluster, "
        + "\(against).")
  }
}
