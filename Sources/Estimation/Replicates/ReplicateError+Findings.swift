package import SurveyModel

extension ReplicateError {
  /// The error for a person to read, in Vietnamese and English.
  ///
  /// - Parameter interview: The name of an interview by its row; by default its number from 1.
  /// - Returns: The fault; where the weighting of a replicate failed, with the step's reasons.
  package func findings(interview: (Int) -> String = { "\($0 + 1)" }) -> [Finding] {
    switch self {
    case .estimation(let error):
      return error.findings
    case .tooFewReplicates(let count):
      return [
        Finding(
          ReplicateFindingCode.tooFew, at: nil,
          message: LocalizedText(
            vi: "có \(count) mẫu lặp, không tính được phương sai",
            en: "\(count) replicates give no variance"),
          expected: LocalizedText(vi: "ít nhất 2 mẫu lặp", en: "at least 2 replicates"),
          remedy: LocalizedText(
            vi: "bổ sung cột trọng số lặp, hoặc chọn phương pháp taylor hay jkn",
            en: "add columns of replicate weights, or choose the method taylor or jkn"))
      ]
    case .weightUnusable(let replicate, let row):
      return [
        Finding(
          ReplicateFindingCode.weight, at: nil,
          message: LocalizedText(
            vi: "trọng số lặp thứ \(replicate + 1) của phiếu \(interview(row)) không phải là số "
              + "hữu hạn",
            en: "weight \(replicate + 1) of interview \(interview(row)) is not a finite number"),
          remedy: LocalizedText(
            vi: "sửa ô đó trong tệp trọng số lặp",
            en: "correct the cell in the file of replicate weights"),
          subject: interview(row))
      ]
    case .scaleUnusable(let replicate, let value):
      return [Self.scaleFinding(replicate, value)]
    case .reweighting(let replicate, let psu, let failure):
      return [Self.reweightingFinding(replicate, psu, failure)]
    }
  }

  private static func scaleFinding(_ replicate: Int?, _ value: Double) -> Finding {
    let place = replicate.map {
      LocalizedText(vi: "hệ số của mẫu lặp thứ \($0 + 1)", en: "the scale of replicate \($0 + 1)")
    }
    let what = place ?? LocalizedText(vi: "hệ số chung (scale)", en: "the common scale")
    return Finding(
      ReplicateFindingCode.scale, at: nil,
      message: LocalizedText(
        vi: "\(what.text(in: .vi)) không dùng được", en: "\(what.text(in: .en)) cannot be used"),
      found: LocalizedText(vi: "\(value)", en: "\(value)"),
      expected: LocalizedText(
        vi: replicate == nil ? "số hữu hạn lớn hơn 0" : "số hữu hạn không âm",
        en: replicate == nil
          ? "a finite number above 0" : "a finite number that is not negative"),
      remedy: LocalizedText(
        vi: "lấy hệ số trong tài liệu đi kèm bộ trọng số lặp",
        en: "take the scales from the documentation of the replicate weights"))
  }

  private static func reweightingFinding(
    _ replicate: Int, _ psu: String?, _ failure: ReweightingFailure
  ) -> Finding {
    let vi = psu.map { " (bỏ đơn vị \($0))" } ?? ""
    let en = psu.map { " (leaving out PSU \($0))" } ?? ""
    let step = LocalizedText(
      vi: failure.step.map { "bước \($0)" } ?? "việc cân chỉnh trọng số",
      en: failure.step.map { "step \($0)" } ?? "the weighting")
    return Finding(
      ReplicateFindingCode.reweighting, at: nil,
      message: LocalizedText(
        vi: "mẫu lặp thứ \(replicate + 1)\(vi): \(step.text(in: .vi)) không thực hiện được",
        en: "replicate \(replicate + 1)\(en): \(step.text(in: .en)) cannot be carried out"),
      // On their own the step's findings would read as faults of the survey's own weights.
      found: failure.findings.isEmpty
        ? nil
        : LocalizedText(
          vi: failure.findings.map { $0.message.text(in: .vi) }.joined(separator: "; "),
          en: failure.findings.map { $0.message.text(in: .en) }.joined(separator: "; ")),
      remedy: LocalizedText(
        vi:
          "gộp nhóm dân số chỉ có người trả lời trong một đơn vị chọn mẫu với nhóm gần giống, hoặc "
          + "chọn phương pháp taylor",
        en: "merge a population category whose respondents are all in one PSU with a similar one, "
          + "or choose the method taylor"),
      subject: psu)
  }
}
