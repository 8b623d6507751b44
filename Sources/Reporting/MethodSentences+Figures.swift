/// What the figures are.
extension MethodSentence {
  static let ofFigures = [
    satisfiedShare, meanScore, meanScore100, meanOfItems, pooledFactor, overallItem,
    fullySatisfiedFactor, meanOfFactors, meanOfAllItems, pooledOverall, weightedOverall,
    fullySatisfiedOverall, compareMethods,
  ]

  static let satisfiedShare = MethodSentence(
    vi: "Cứ 100 người trả lời câu hỏi này thì có bấy nhiêu người hài lòng.",
    en: "Of 100 people who answered this question, so many are satisfied.")
  static let meanScore = MethodSentence(
    vi: "Trung bình người dân chấm bấy nhiêu điểm theo thang điểm in trên phiếu.",
    en: "On average people give so many points on the scale of the form.")
  static let meanScore100 = MethodSentence(
    vi:
      "Điểm trung bình được quy về thang từ 0 (mọi người chọn mức thấp nhất) đến 100 (mọi "
      + "người chọn mức cao nhất).",
    en:
      "The mean score is put on a scale from 0 (everybody chose the lowest level) to 100 "
      + "(everybody chose the highest)."
  )
  static let meanOfItems = MethodSentence(
    vi:
      "Chỉ số thành phần là trung bình cộng các câu hỏi của nó, câu nào cũng có giá trị như nhau.",
    en: "A sub-index is the plain mean of its questions, each of which counts the same.")
  static let pooledFactor = MethodSentence(
    vi:
      "Chỉ số thành phần gộp mọi câu trả lời của các câu hỏi lại rồi tính tỷ lệ, nên câu "
      + "có nhiều người trả lời có ảnh hưởng lớn hơn.",
    en:
      "A sub-index takes the share of all answers to its questions together, so a "
      + "question that more people answered counts for more."
  )
  static let overallItem = MethodSentence(
    vi:
      "Chỉ số thành phần lấy kết quả của một câu hỏi đánh giá chung, các câu còn lại chỉ "
      + "để giải thích.",
    en:
      "A sub-index is the result of its one general question; the other questions only explain it.")
  static let fullySatisfiedFactor = MethodSentence(
    vi:
      "Chỉ số thành phần là tỷ lệ người hài lòng với tất cả các câu hỏi của chỉ số mà họ "
      + "đã trả lời.",
    en:
      "A sub-index is the share of people who are satisfied in every one of its questions "
      + "that they answered."
  )
  static let meanOfFactors = MethodSentence(
    vi:
      "Chỉ số chung là trung bình cộng các chỉ số thành phần, chỉ số nào cũng có giá trị như nhau.",
    en: "The overall index is the plain mean of the sub-indices, each of which counts the same.")
  static let meanOfAllItems = MethodSentence(
    vi:
      "Chỉ số chung là trung bình cộng tất cả các câu hỏi, nên chỉ số thành phần có nhiều "
      + "câu hỏi có ảnh hưởng lớn hơn.",
    en:
      "The overall index is the plain mean of all questions, so a sub-index with more "
      + "questions counts for more."
  )
  static let pooledOverall = MethodSentence(
    vi: "Chỉ số chung gộp mọi câu trả lời của mọi câu hỏi lại rồi tính tỷ lệ.",
    en: "The overall index takes the share of all answers to all questions together.")
  static let weightedOverall = MethodSentence(
    vi:
      "Chỉ số chung là trung bình các chỉ số thành phần theo tỷ trọng đã khai báo trong "
      + "bộ câu hỏi.",
    en:
      "The overall index is the mean of the sub-indices with the weights declared in the "
      + "questionnaire."
  )
  static let fullySatisfiedOverall = MethodSentence(
    vi: "Chỉ số chung là tỷ lệ người hài lòng với tất cả các câu hỏi mà họ đã trả lời.",
    en:
      "The overall index is the share of people who are satisfied in every question that "
      + "they answered."
  )
  static let compareMethods = MethodSentence(
    vi:
      "Cùng những phiếu ấy, mỗi cách tính cho một con số khác, vì vậy chỉ so sánh các năm "
      + "được tính theo cùng một cách.",
    en:
      "The same forms give another figure under each method, so compare only years "
      + "computed in the same way."
  )
}
