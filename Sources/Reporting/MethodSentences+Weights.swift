/// How the sample is made to stand for the population.
extension MethodSentence {
  static let ofWeights = [
    designWeights, nonresponse, nonresponseSpread, estimatedFactors, poststratify, rake,
    calibrateLinear, calibrateRaking, calibrateLogit, trim, afterWeighting, rakeSweeps, reweighting,
  ]

  static let designWeights = MethodSentence(
    vi: "Mỗi phiếu đại diện cho bấy nhiêu người, theo xác suất được chọn vào mẫu.",
    en: "Each interview stands for so many people, by its chance of being drawn.")
  static let nonresponse = MethodSentence(
    vi: "Người trả lời gánh thêm phần của những người được chọn mà không trả lời trong cùng nhóm.",
    en: "Those who answered also stand for those of their group who were drawn and did not answer.")
  static let nonresponseSpread = MethodSentence(
    vi:
      "Người được chọn mà không rõ có thuộc đối tượng khảo sát hay không được chia theo "
      + "tỷ lệ của những người đã biết.",
    en:
      "People drawn of whom it is unknown whether they belong to the population are "
      + "shared out as those who are known."
  )
  static let estimatedFactors = MethodSentence(
    vi: "Sai số có tính cả việc tỷ lệ trả lời cũng chỉ được ước lượng từ mẫu.",
    en: "The error counts that the response rates, too, were only estimated from the sample.")
  static let poststratify = MethodSentence(
    vi: "Mẫu được cân lại để từng nhóm có đúng số người như trong dân số.",
    en: "The sample is scaled so that each group has the number of people it has in the population."
  )
  static let rake = MethodSentence(
    vi: "Mẫu được cân lại nhiều vòng để cơ cấu huyện, giới, tuổi… đồng thời đúng như dân số.",
    en:
      "The sample is scaled round after round until districts, sexes and ages all have "
      + "their share in the population."
  )
  static let calibrateLinear = MethodSentence(
    vi: "Mẫu được cân lại cho khớp dân số với thay đổi trọng số nhỏ nhất.",
    en: "The sample is scaled to the population with the smallest change of the weights.")
  static let calibrateRaking = MethodSentence(
    vi: "Mẫu được cân lại cho khớp dân số bằng các hệ số nhân, nên trọng số luôn dương.",
    en: "The sample is scaled to the population by factors, so that weights stay positive.")
  static let calibrateLogit = MethodSentence(
    vi: "Mẫu được cân lại cho khớp dân số mà không trọng số nào thay đổi quá giới hạn đã đặt.",
    en: "The sample is scaled to the population with no weight changed beyond the bounds set.")
  static let trim = MethodSentence(
    vi:
      "Trọng số quá lớn hoặc quá nhỏ được đưa về giới hạn, phần chênh lệch chia đều cho "
      + "các phiếu còn lại.",
    en:
      "Weights that are too large or too small are moved to a limit and the rest is "
      + "shared out evenly among the others."
  )
  static let afterWeighting = MethodSentence(
    vi:
      "Sai số được tính lại sau khi cân mẫu, vì những gì dân số đã cho biết thì không còn "
      + "phụ thuộc vào may rủi của việc chọn mẫu.",
    en:
      "The error is computed after the scaling, because what the population tells no "
      + "longer depends on the luck of the draw."
  )
  static let rakeSweeps = MethodSentence(
    vi:
      "Sai số sau khi cân mẫu được tính theo cách của lệnh rake trong phần mềm R, theo "
      + "yêu cầu của tệp khảo sát.",
    en:
      "The error after the scaling is computed as the command rake of the program R does, "
      + "as the survey file asks."
  )
  static let reweighting = MethodSentence(
    vi: "Mỗi lần tính lại, mẫu cũng được cân lại từ đầu.",
    en: "Each time the result is computed again, the sample is scaled again from the start.")
}
