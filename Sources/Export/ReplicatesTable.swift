internal import DelimitedText
internal import SurveyModel

/// `replicates.csv`: one row per PSU (`unit1`) or interview, one column per replicate; and
/// `replicate-scales.csv`: one row per replicate.
func replicateFiles(_ replicates: ExportedReplicates) -> [ExportFile] {
  var writer = CSVWriter(guardsFormulas: false)
  let isByPSU = replicates.content == .psuMultipliers
  writer.append(
    texts: [isByPSU ? "unit1" : "interview"] + replicates.columns.indices.map { "r\($0 + 1)" })
  for row in 0..<(replicates.columns.first?.count ?? 0) {
    writer.append(
      [.number("\(row + 1)")] + replicates.columns.map { number($0[row]) })
  }
  var scales = CSVWriter(guardsFormulas: false)
  scales.append(texts: ["replicate", "rscale"])
  for (index, scale) in replicates.replicateScales.enumerated() {
    scales.append([.number("\(index + 1)"), number(scale)])
  }
  return [
    ExportFile(name: "replicates.csv", bytes: writer.bytes),
    ExportFile(name: "replicate-scales.csv", bytes: scales.bytes),
  ]
}
