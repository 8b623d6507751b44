package import SurveyModel

/// Findings of the rules a survey file must follow beyond its schema.
package enum SurveyCode {
  static let variableUnknown = FindingCode(
    "survey.variable.unknown", .error, vi: "Tệp khảo sát nhắc tới biến không có trong phiếu hỏi.",
    en: "The survey names a variable that the questionnaire does not have.")
  static let variableRepeated = FindingCode(
    "survey.variable.repeated", .error, vi: "Một biến được viết hai lần ở cùng một chỗ.",
    en: "A variable is named twice in one place.")
  static let variablePersonal = FindingCode(
    "survey.variable.personal", .error,
    vi: "Dữ liệu cá nhân không được dùng để phân tầng, chia nhóm hay tính trọng số.",
    en: "Personal data may not serve as stratum, cluster, domain or margin.")
  static let variableNotNumeric = FindingCode(
    "survey.variable.not-numeric", .error, vi: "Biến ở đây phải là số.",
    en: "The variable must be numeric here.")
  static let variableText = FindingCode(
    "survey.variable.text", .error,
    vi: "Biến chữ tự do không dùng làm bảng tổng số hay lớp được.",
    en: "A free-text variable cannot make a margin or a class.")
  static let interviewIDUnknown = FindingCode(
    "survey.interview-id.unknown", .error,
    vi: "Phiếu hỏi không có biến mang số phiếu.",
    en: "The questionnaire has no variable with the number of the interview.")
  static let weightChoice = FindingCode(
    "survey.weight.choice", .error,
    vi: "<weight> phải có đúng một trong hai: variable, hoặc equal=\"true\".",
    en: "<weight> takes exactly one of variable and equal=\"true\".")
  static let populationTwice = FindingCode(
    "survey.cluster.population-twice", .error,
    vi: "<cluster> có cả population và population-variable.",
    en: "<cluster> has both population and population-variable.")
  static let marginDuplicate = FindingCode(
    "survey.margin.duplicate", .error,
    vi: "Một bảng tổng số được viết hai lần trong cùng một bước.",
    en: "A margin stands twice in one step.")
  static let domainDuplicate = FindingCode(
    "survey.domain.duplicate", .warning, vi: "Một cách chia nhóm được viết hai lần.",
    en: "A set of domain variables stands twice.")
  static let columnDuplicate = FindingCode(
    "survey.column.duplicate", .error, vi: "Một tiêu đề cột hoặc một biến được nối hai lần.",
    en: "A column header or a variable is mapped twice.")
  static let columnUnconfirmed = FindingCode(
    "survey.column.unconfirmed", .error,
    vi: "Một cột được đoán là một biến và chưa ai xác nhận.",
    en: "A column is guessed to be a variable, and nobody has confirmed it.")
  static let blankUnconfirmed = FindingCode(
    "survey.blank.unconfirmed", .error,
    vi: "Một chữ được đoán là ô trống và chưa ai xác nhận.",
    en: "A text is guessed to mean a blank cell, and nobody has confirmed it.")
  static let answerDuplicate = FindingCode(
    "survey.answer.duplicate", .error,
    vi: "Một chữ trong ô được khai báo hai lần.",
    en: "A cell text is declared twice.")
  static let answerCodeUnknown = FindingCode(
    "survey.answer.code-unknown", .error,
    vi: "Chữ trong ô thay cho một mã mà biến không có.",
    en: "A cell text stands for a code that the variable does not have.")
  static let answerNotCoded = FindingCode(
    "survey.answer.not-coded", .error,
    vi: "Chữ thay cho mã được khai báo cho biến không có danh sách mã.",
    en: "A text that stands for a code is declared for a variable without codes.")
  static let directionNotItem = FindingCode(
    "survey.scale-direction.not-item", .error,
    vi: "Chiều thang đo được khai báo cho thứ không phải tiêu chí.",
    en: "A scale direction is declared for something that is no item.")
  static let notAMapping = FindingCode(
    "survey.mapping.other-file", .error,
    vi: "Tệp được gọi bằng <mapping> không phải tệp nối cột.",
    en: "The file that <mapping> names is not a mapping.")
  static let codeListDuplicate = FindingCode(
    "survey.code-list.duplicate", .error, vi: "Một biến có hai danh mục.",
    en: "A variable has two code lists.")
  static let codeListMissing = FindingCode(
    "survey.code-list.missing", .error, vi: "Biến loại category không có mã nào.",
    en: "A category variable has no codes.")
  static let codeListNotWanted = FindingCode(
    "survey.code-list.not-wanted", .error,
    vi: "Danh mục được đưa cho biến đã có mã hoặc không phải loại category.",
    en: "A code list is given for a variable that has codes, or is no category.")
  static let encodingUnknown = FindingCode(
    "survey.encoding.unknown", .error, vi: "Bảng mã của tệp phiếu không được hỗ trợ.",
    en: "The encoding of the response files is not supported.")

  static let stageNotCounted = FindingCode(
    "survey.cluster.stage-not-counted", .warning,
    vi: "Một bậc chọn mẫu không tính vào sai số vì thiếu số đơn vị của tổng thể.",
    en: "A sampling stage does not count in the error because a population number is missing.")
  static let clusterBelowInterviews = FindingCode(
    "survey.cluster.below-interviews", .error,
    vi: "Một bậc chọn mẫu đứng dưới bậc từng phiếu.",
    en: "A sampling stage stands below that of each interview.")
  static let clusterRepeated = FindingCode(
    "survey.cluster.repeated", .error,
    vi: "Một bậc chọn mẫu không chia nhỏ bậc trên.",
    en: "A sampling stage does not divide the one above.")
  static let nonresponseLate = FindingCode(
    "survey.nonresponse.late", .warning,
    vi: "Bước bù không trả lời không đứng đầu các bước tính trọng số.",
    en: "Weighting up for nonresponse is not the first weighting step.")
  static let calibrationBoundsOrder = FindingCode(
    "survey.calibrate.bounds-order", .error,
    vi: "Giới hạn dưới của hiệu chỉnh không nhỏ hơn giới hạn trên.",
    en: "The lower bound of a calibration is not below the upper one.")
  static let calibrationLogitBounds = FindingCode(
    "survey.calibrate.logit-bounds", .error,
    vi: "Hiệu chỉnh logit thiếu giới hạn, hoặc giới hạn không nằm hai bên số 1.",
    en: "A logit calibration lacks a bound, or its bounds are not on either side of 1.")
  static let trimWithoutLimit = FindingCode(
    "survey.trim.no-limit", .error, vi: "Bước cắt trọng số không có giới hạn.",
    en: "A trimming step has no limit.")
  static let trimLimitsOrder = FindingCode(
    "survey.trim.limits-order", .error,
    vi: "Giới hạn dưới của bước cắt không nhỏ hơn giới hạn trên.",
    en: "The lower limit of a trimming is not below the upper one.")
  static let trimNotAroundOne = FindingCode(
    "survey.trim.not-around-one", .error,
    vi: "Giới hạn cắt tương đối không nằm hai bên số 1.",
    en: "Relative trimming limits are not on either side of 1.")
  static let varianceAttributeForeign = FindingCode(
    "survey.variance.attribute-foreign", .error,
    vi: "Một thuộc tính của <variance> không thuộc cách tính đã chọn.",
    en: "An attribute of <variance> does not belong to the method chosen.")
  static let varianceAttributeMissing = FindingCode(
    "survey.variance.attribute-missing", .error,
    vi: "<variance> thiếu thuộc tính mà cách tính cần.",
    en: "<variance> lacks an attribute its method needs.")
  static let varianceIgnoresStrata = FindingCode(
    "survey.variance.ignores-strata", .warning,
    vi: "Jackknife không tầng được dùng cho mẫu phân tầng.",
    en: "An unstratified jackknife is used on a stratified sample.")
  static let variableNotTime = FindingCode(
    "survey.variable.not-time", .error,
    vi: "Biến giờ bắt đầu không phải kiểu ngày giờ.",
    en: "The variable of the start of interviews is no date and time.")
  static let earlierIsItself = FindingCode(
    "survey.earlier.itself", .error, vi: "Khảo sát được so sánh với chính nó.",
    en: "A survey is compared with itself.")
  static let earlierYear = FindingCode(
    "survey.earlier.year", .warning,
    vi: "Năm của khảo sát trước không đứng trước năm của khảo sát này.",
    en: "The year of the earlier survey is not before that of this one.")
  static let earlierNothingCommon = FindingCode(
    "survey.earlier.nothing-common", .error,
    vi: "Phiếu của khảo sát trước không có yếu tố hay tiêu chí nào chung với phiếu này.",
    en: "The earlier survey's questionnaire shares no factor and no item with this one.")

  static let personalRepeated = FindingCode(
    "survey.personal.repeated", .error,
    vi: "Một biến cá nhân được khai báo hai lần.",
    en: "A personal variable is declared twice.")
  static let personalNot = FindingCode(
    "survey.personal.not-personal", .error,
    vi: "Biến trong <personal> không phải dữ liệu cá nhân trong phiếu hỏi.",
    en: "The variable of <personal> is not personal in the questionnaire.")
  static let personalNotText = FindingCode(
    "survey.personal.not-text", .error,
    vi: "Chỉ biến cá nhân kiểu chữ mới có bí danh.",
    en: "Pseudonyms are made of personal texts only.")

  package static let all = [
    variableUnknown, variableRepeated, variablePersonal, variableNotNumeric,
    variableText, variableNotTime, interviewIDUnknown, weightChoice,
    populationTwice, marginDuplicate, domainDuplicate, columnDuplicate,
    columnUnconfirmed, blankUnconfirmed, answerDuplicate, answerCodeUnknown, answerNotCoded,
    directionNotItem,
    notAMapping, codeListDuplicate, codeListMissing, codeListNotWanted, encodingUnknown,
    stageNotCounted,
    clusterBelowInterviews, clusterRepeated, nonresponseLate, calibrationBoundsOrder,
    calibrationLogitBounds, trimWithoutLimit, trimLimitsOrder, trimNotAroundOne,
    varianceAttributeForeign, varianceAttributeMissing, varianceIgnoresStrata, earlierIsItself,
    earlierYear, earlierNothingCommon, personalRepeated, personalNot, personalNotText,
  ]
}
