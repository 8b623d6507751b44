import DelimitedText
package import SurveyModel

/// Replicate weights that came with the data, joined with the interviews.
package struct ReplicateWeights: Sendable, Hashable {
  /// Headers of the replicates, in the order of the file.
  package var names: [String]
  /// Per replicate: one number per interview, finite and not negative.
  package var weights: [[Double]]
  /// Per replicate: what its square is multiplied by.
  package var scales: [Double]

  package init(names: [String], weights: [[Double]], scales: [Double]) {
    self.names = names
    self.weights = weights
    self.scales = scales
  }
}

/// Reads replicate weights: a CSV with the interview number and one column per replicate.
///
/// Every interview stands in exactly one row; numbers may have a decimal comma. The file is read in
/// blocks, so that only the numbers are in memory.
///
/// - Parameters:
///   - supplied: The files, as the survey names them.
///   - headers: What the column of the interview number may be called.
///   - ids: The interviews, in the order the weights are wanted.
///   - blockSize: Bytes of the file in memory at a time; the result does not depend on it.
/// - Returns: The weights, `nil` when anything is wrong, and everything found, of each kind of fault
///   a hundred at most.
/// - Complexity: Linear in the size of the file.
package func readReplicateWeights(
  _ supplied: SuppliedReplicates, interviewID headers: [String], ids: InterviewIDs,
  blockSize: Int = 1 << 22
) -> (weights: ReplicateWeights?, findings: [Finding]) {
  var table = ReplicateTable(
    file: supplied.weights, interviewID: headers, blockSize: blockSize)
  var joiner: ReplicateJoiner?
  table.read { columns, row in
    if joiner == nil {
      joiner = ReplicateJoiner(file: supplied.weights, columns: columns, ids: ids)
    }
    return joiner?.take(row) ?? false
  }
  var findings = table.findings
  guard let columns = table.columns else { return (nil, findings) }
  let joined = joiner ?? ReplicateJoiner(file: supplied.weights, columns: columns, ids: ids)
  findings += joined.findings
  if findings.isEmpty, let missing = joined.missingInterviews(ids) { findings.append(missing) }
  if findings.isEmpty { findings += joined.replicatesWithoutWeight() }
  var scales: [Double]? = [Double](repeating: 1, count: columns.names.count)
  if let path = supplied.replicateScales {
    let read = readReplicateScales(path: path, replicates: columns.names)
    findings += read.findings
    scales = read.scales
  }
  guard let scales, !findings.contains(where: { $0.severity == .error }) else {
    return (nil, findings)
  }
  return (
    ReplicateWeights(names: columns.names, weights: joined.weights, scales: scales), findings
  )
}

/// Looks whether replicate weights can be read: their header, and the scales of each replicate.
///
/// - Returns: What is wrong before the interviews are known.
func checkReplicateFiles(
  _ supplied: SuppliedReplicates, interviewID headers: [String]
) -> [Finding] {
  var table = ReplicateTable(
    file: supplied.weights, interviewID: headers, blockSize: 1 << 16)
  table.read { _, _ in false }
  guard let columns = table.columns, let path = supplied.replicateScales else {
    return table.findings
  }
  return table.findings + readReplicateScales(path: path, replicates: columns.names).findings
}

/// Puts the rows of the file in the order of the interviews.
private struct ReplicateJoiner {
  let file: String
  let columns: ReplicateTable.Columns
  private var rowOfID: [String: Int] = [:]
  private var lineOfRow: [Int]
  private(set) var weights: [[Double]]
  private(set) var findings: [Finding] = []

  init(file: String, columns: ReplicateTable.Columns, ids: InterviewIDs) {
    self.file = file
    self.columns = columns
    rowOfID.reserveCapacity(ids.count)
    for row in 0..<ids.count { rowOfID[ids[row]] = row }
    lineOfRow = [Int](repeating: 0, count: ids.count)
    weights = [[Double]](
      repeating: [Double](repeating: 0, count: ids.count), count: columns.numbers.count)
  }

  /// Takes one row; false when there are faults enough.
  mutating func take(_ row: RecordCursor) -> Bool {
    let id = text(of: row.fields[columns.interviewID], in: row)
    guard let index = rowOfID[id] else {
      findings.append(unknownInterview(id, at: place(columns.interviewID, in: row)))
      return findings.count < 100
    }
    guard lineOfRow[index] == 0 else {
      findings.append(
        repeatedInterview(id, at: place(columns.interviewID, in: row), earlier: lineOfRow[index]))
      return findings.count < 100
    }
    lineOfRow[index] = row.recordLine
    for (replicate, column) in columns.numbers.enumerated() {
      let field = row.fields[column]
      if let number = number(in: field, of: row), number >= 0, number.isFinite {
        weights[replicate][index] = number
      } else {
        findings.append(
          notANumber(text(of: field, in: row), columns.names[replicate], at: place(column, in: row))
        )
      }
    }
    return findings.count < 100
  }

  private func place(_ column: Int, in row: RecordCursor) -> SourceLocation {
    row.place(of: row.fields[column].start, in: file)
  }

  private func number(in field: FieldSpan, of row: RecordCursor) -> Double? {
    let cell = UnsafeBufferPointer(rebasing: row.bytes[field.start..<field.end])
    // Almost every cell is read as it stands; quotation marks and blanks are not.
    return readNumber(cell, decimal: nil) ?? readNumber(text(of: field, in: row))
  }

  private func text(of field: FieldSpan, in row: RecordCursor) -> String {
    composed(row.text(of: field)).trimmingSpaces
  }

  /// The interviews no row was about, in one finding.
  func missingInterviews(_ ids: InterviewIDs) -> Finding? {
    let missing = lineOfRow.indices.filter { lineOfRow[$0] == 0 }
    guard let first = missing.first else { return nil }
    return Finding(
      ReplicatesCode.interviewMissing, at: SourceLocation(file: file),
      message: LocalizedText(
        vi: "\(missing.count) phiếu không có trọng số lặp, phiếu đầu là “\(shownText(ids[first]))”",
        en:
          "\(missing.count) interviews have no replicate weights, the first “\(shownText(ids[first]))”"
      ),
      expected: LocalizedText(
        vi: "mỗi phiếu trong kho một dòng", en: "one row for each interview in the store"),
      remedy: LocalizedText(
        vi: "thêm dòng cho các phiếu này, hoặc rút chúng khỏi kho",
        en: "add rows for these interviews, or take them out of the store"))
  }

  /// The replicates that leave nobody in the sample, so that no figure could be made in them.
  func replicatesWithoutWeight() -> [Finding] {
    zip(columns.names, weights).filter { !$0.1.contains { $0 > 0 } }.prefix(100).map { name, _ in
      let shown = shownText(name)
      return Finding(
        ReplicatesCode.columnZero, at: SourceLocation(file: file, line: 1),
        message: LocalizedText(
          vi: "mọi trọng số của lần lặp “\(shown)” bằng 0",
          en: "all weights of replicate “\(shown)” are 0"),
        expected: LocalizedText(
          vi: "ít nhất một phiếu có trọng số lớn hơn 0",
          en: "at least one interview with a weight above 0"),
        remedy: LocalizedText(
          vi: "xuất lại tệp từ chương trình đã lập trọng số, hoặc bỏ cột này",
          en: "export the file again from the program that made the weights, or drop the column"),
        subject: name)
    }
  }

  private func unknownInterview(_ id: String, at place: SourceLocation) -> Finding {
    let found = shownText(id)
    return Finding(
      ReplicatesCode.interviewUnknown, at: place,
      message: LocalizedText(
        vi: "không có phiếu nào mang số “\(found)”", en: "no interview has the number “\(found)”"),
      found: shownCell(id),
      remedy: LocalizedText(
        vi: "bỏ dòng này nếu phiếu đã bị loại, hoặc sửa số phiếu",
        en: "delete the row if the interview was left out, or correct the number"))
  }

  private func repeatedInterview(
    _ id: String, at place: SourceLocation, earlier: Int
  ) -> Finding {
    Finding(
      ReplicatesCode.interviewRepeated, at: place,
      message: LocalizedText(
        vi: "phiếu “\(shownText(id))” đã có ở dòng \(earlier)",
        en: "the interview “\(shownText(id))” stands on line \(earlier) already"),
      remedy: LocalizedText(vi: "giữ một dòng", en: "keep one row"))
  }

  private func notANumber(
    _ text: String, _ replicate: String, at place: SourceLocation
  ) -> Finding {
    Finding(
      ReplicatesCode.number, at: place,
      message: LocalizedText(
        vi: "trọng số lặp phải là số từ 0 trở lên",
        en: "a replicate weight must be a number of 0 or more"),
      found: shownCell(text),
      remedy: LocalizedText(
        vi: "xuất lại tệp từ chương trình đã lập trọng số",
        en: "export the file again from the program that made the weights"), subject: replicate)
  }
}
