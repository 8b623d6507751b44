/// What follows from the figures.
extension MethodSentence {
  static let ofFindings = [
    verdict, certainty, probabilityMet, targetedChange, progress, smallestDetectable, holm,
    changeFromBaseline, changeIndependent, changeShared, ranks, rankGroups, distanceParts,
    changeParts, samplePlan, export,
  ]

  static let verdict = MethodSentence(
    vi: "Đạt hay không đạt do con số đã công bố (làm tròn) quyết định.",
    en: "Met or not met is decided by the published (rounded) figure.")
  static let certainty = MethodSentence(
    vi: "Chắc chắn hay chưa chắc chắn do sai số chọn mẫu quyết định.",
    en: "Certain or uncertain is decided by the sampling error.")
  static let probabilityMet = MethodSentence(
    vi: "Xác suất đạt cho biết kết quả khảo sát ủng hộ việc giá trị thật đạt mục tiêu đến mức nào.",
    en:
      "The probability of being met tells how far the survey supports that the true value "
      + "reaches the target."
  )
  static let targetedChange = MethodSentence(
    vi:
      "Tỷ lệ hoàn thành cho biết đã đi được bao nhiêu phần trăm quãng đường từ năm gốc "
      + "đến mục tiêu.",
    en:
      "The share achieved tells how many percent of the way from the baseline to the "
      + "target have been gone."
  )
  static let progress = MethodSentence(
    vi:
      "Tiến triển được xếp bốn mức: đạt hoặc vượt, đang cải thiện, ít hoặc chưa thấy thay "
      + "đổi, xấu đi.",
    en:
      "Progress has four classes: met or exceeded, improving, little or no detectable "
      + "change, getting worse."
  )
  static let smallestDetectable = MethodSentence(
    vi: "Thay đổi nhỏ hơn mức này thì cuộc khảo sát cỡ này thường không nhận ra được.",
    en: "A smaller change than this a survey of this size would usually miss.")
  static let holm = MethodSentence(
    vi:
      "Khi xét nhiều mục tiêu cùng lúc, bằng chứng cho từng mục tiêu phải mạnh hơn để "
      + "không kết luận nhầm do may rủi.",
    en:
      "When many targets are judged at once, each needs stronger evidence, so that luck "
      + "is not taken for success."
  )
  static let changeFromBaseline = MethodSentence(
    vi:
      "Số liệu năm gốc được coi là chính xác vì không có sai số nào được công bố, nên chỉ "
      + "tính sai số của cuộc khảo sát này.",
    en:
      "The baseline is taken as exact because no error of it was published, so only the "
      + "error of this survey counts."
  )
  static let changeIndependent = MethodSentence(
    vi: "So với cuộc khảo sát trước, sai số của cả hai cuộc đều được tính.",
    en: "Against the earlier survey the errors of both surveys count.")
  static let changeShared = MethodSentence(
    vi:
      "Hai cuộc khảo sát cùng đến những xã như nhau nên thay đổi được đo chính xác hơn so "
      + "với hai mẫu riêng.",
    en:
      "Both surveys went to the same communes, so the change is known better than from "
      + "two separate samples."
  )
  static let ranks = MethodSentence(
    vi: "Thứ hạng thật của mỗi đơn vị nằm trong khoảng hạng này, xét đồng thời mọi đơn vị.",
    en: "The true rank of each unit lies in this range of ranks, for all units at once.")
  static let rankGroups = MethodSentence(
    vi: "Các đơn vị cùng một nhóm thì không phân biệt được, không nên xếp trên dưới.",
    en: "Units of one group cannot be told apart and should not be put above or below each other.")
  static let distanceParts = MethodSentence(
    vi:
      "Khoảng cách đến mục tiêu được chia hết cho từng câu hỏi, từng địa bàn, nên thấy "
      + "ngay nơi nào kéo chỉ số xuống.",
    en:
      "The distance to the target is shared out in full among questions and areas, so it "
      + "is seen which pull the index down."
  )
  static let changeParts = MethodSentence(
    vi:
      "Thay đổi được tách thành phần do người dân hài lòng hơn hoặc kém đi và phần do cơ "
      + "cấu người trả lời thay đổi.",
    en:
      "The change is split into what comes from people being more or less satisfied and "
      + "what comes from another mix of people."
  )
  static let samplePlan = MethodSentence(
    vi:
      "Muốn nhận ra được mức tăng của mục tiêu thì lần sau cần hỏi bấy nhiêu người ở bấy nhiêu xã.",
    en:
      "To detect the rise the target asks for, the next survey needs so many people in so "
      + "many communes."
  )
  static let export = MethodSentence(
    vi: "Bất kỳ ai có phần mềm R đều có thể tính lại mọi con số và đối chiếu.",
    en: "Anybody with the program R can compute every figure again and compare.")
}
