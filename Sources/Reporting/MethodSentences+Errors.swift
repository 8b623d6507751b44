/// How far the figures can be trusted.
extension MethodSentence {
  static let ofErrors = [
    standardError, domains, laterStages, finitePopulation, singlePSU, jackknife,
    unstratifiedJackknife, bootstrap, suppliedReplicates, waldT, logit, beta, wilson,
    designEffect, designEffectWithoutReplacement, kish, degreesOfFreedom, fitToPublish,
    complementarySuppression, jointCovariance,
  ]

  static let standardError = MethodSentence(
    vi: "Nếu khảo sát lại với những xã và những người khác, kết quả thường lệch khoảng chừng này.",
    en:
      "Had other communes and other people been drawn, the figure would typically move by "
      + "about this much."
  )
  static let domains = MethodSentence(
    vi:
      "Sai số của một nhóm được tính trên toàn bộ mẫu đã chọn, không phải chỉ trên các "
      + "phiếu của nhóm ấy.",
    en:
      "The error of a group is computed from the whole sample as drawn, not from the "
      + "forms of that group alone."
  )
  static let laterStages = MethodSentence(
    vi: "Mỗi cấp chọn mẫu (xã, thôn, người) góp phần sai số riêng của mình vào sai số chung.",
    en: "Each stage of drawing (commune, village, person) adds its own part to the error.")
  static let finitePopulation = MethodSentence(
    vi: "Càng khảo sát được nhiều xã trong tổng số xã thì sai số càng nhỏ.",
    en: "The more of all communes were surveyed, the smaller the error.")
  static let singlePSU = MethodSentence(
    vi:
      "Nơi chỉ chọn một xã thì không thể tự đo được sai số, nên báo cáo nêu rõ đã xử lý "
      + "theo quy tắc nào.",
    en:
      "Where a single commune was drawn the error cannot be measured on its own, so the "
      + "report names the rule that was used."
  )
  static let jackknife = MethodSentence(
    vi: "Sai số được đo bằng cách lần lượt bỏ từng xã ra rồi tính lại kết quả.",
    en:
      "The error is measured by leaving out one commune after the other and computing the "
      + "result again."
  )
  static let unstratifiedJackknife = MethodSentence(
    vi: "Sai số được đo bằng cách lần lượt bỏ từng xã ra rồi tính lại kết quả, không xét đến tầng.",
    en:
      "The error is measured by leaving out one commune after the other, without regard "
      + "to strata, and computing the result again."
  )
  static let bootstrap = MethodSentence(
    vi:
      "Sai số được đo bằng cách nhiều lần rút lại ngẫu nhiên các xã trong mẫu rồi tính "
      + "lại kết quả.",
    en:
      "The error is measured by drawing the communes of the sample again at random many "
      + "times and computing the result each time."
  )
  static let suppliedReplicates = MethodSentence(
    vi: "Sai số được đo bằng các bộ trọng số lặp đi kèm dữ liệu.",
    en: "The error is measured with the replicate weights that came with the data.")
  static let waldT = MethodSentence(
    vi: "Giá trị thật nằm trong khoảng đối xứng quanh kết quả này với độ tin cậy đã nêu.",
    en:
      "The true value lies in this range, as wide above the result as below it, with the "
      + "stated confidence."
  )
  static let logit = MethodSentence(
    vi:
      "Giá trị thật nằm trong khoảng này với độ tin cậy đã nêu, và khoảng không bao giờ "
      + "vượt quá 0 hay 100.",
    en:
      "The true value lies in this range with the stated confidence, and the range never "
      + "goes beyond 0 or 100."
  )
  static let beta = MethodSentence(
    vi:
      "Khoảng này thận trọng, giữ đúng độ tin cậy đã nêu kể cả khi ít người trả lời hoặc "
      + "kết quả gần 0 hay 100.",
    en:
      "This range is cautious and keeps the stated confidence even with few respondents "
      + "or near 0 or 100."
  )
  static let wilson = MethodSentence(
    vi:
      "Khoảng này gồm mọi giá trị thật mà kết quả khảo sát không bác bỏ được ở độ tin cậy đã nêu.",
    en:
      "This range holds every true value that the survey does not contradict at the "
      + "stated confidence."
  )
  static let designEffect = MethodSentence(
    vi: "Phương sai gấp bấy nhiêu lần so với khi chọn ngẫu nhiên từng người một, có hoàn lại.",
    en:
      "The variance is so many times that of drawing people one by one at random, with replacement."
  )
  static let designEffectWithoutReplacement = MethodSentence(
    vi:
      "Phương sai gấp bấy nhiêu lần so với khi chọn ngẫu nhiên từng người một, không hoàn lại.",
    en:
      "The variance is so many times that of drawing people one by one at random, without "
      + "replacement."
  )
  static let kish = MethodSentence(
    vi:
      "Vì trọng số không đều nhau, mẫu chỉ cho lượng thông tin của bấy nhiêu người có "
      + "trọng số bằng nhau.",
    en:
      "Because the weights are unequal, the sample tells as much as so many people of equal weight."
  )
  static let degreesOfFreedom = MethodSentence(
    vi: "Số xã càng nhiều so với số tầng thì chính sai số càng được đo chắc chắn.",
    en:
      "The more communes there are beyond the number of strata, the better the error "
      + "itself is known."
  )
  static let fitToPublish = MethodSentence(
    vi:
      "Số liệu dựa trên quá ít người hoặc có sai số quá lớn thì không công bố, hoặc công "
      + "bố kèm cảnh báo.",
    en:
      "A figure that rests on too few people or has too large an error is not published, "
      + "or is published with a warning."
  )
  static let complementarySuppression = MethodSentence(
    vi:
      "Số liệu không công bố cũng không được để suy ra từ các số liệu khác, nên có khi "
      + "phải ẩn thêm một nhóm nữa.",
    en:
      "What is not published must not be worked out from the rest either, so one more "
      + "group may have to be hidden."
  )
  static let jointCovariance = MethodSentence(
    vi:
      "Các kết quả đến từ cùng những người trả lời nên sai số của chúng đi cùng nhau, và "
      + "phép so sánh nào cũng tính đến điều đó.",
    en:
      "The figures come from the same people, so their errors move together, and every "
      + "comparison takes that into account."
  )
}
