import Ingestion
import SurveyModel

/// Checks corrections that are asked for, all of them, and works out what follows from them.
///
/// A correction may make other questions asked or not asked. Answers to questions that are then not
/// asked leave with it, as consequences of the same decision; questions that are then asked become
/// blank, which is refused where an answer is required.
struct CorrectionPlan {
  private let survey: LoadedSurvey
  private let shownID: (String) -> LocalizedText
  private(set) var findings: [Finding] = []
  private(set) var corrections: [Correction] = []

  /// - Parameters:
  ///   - requests: As written, in order.
  ///   - table: All interviews with the corrections that hold, none left out.
  ///   - survey: Its questionnaire says what an answer may be.
  ///   - requiredFields: Fields the design or the weighting needs.
  ///   - shownID: What a message may show of an interview's id.
  init(
    _ requests: [CorrectionRequest], over table: ResponseTable, _ survey: LoadedSurvey,
    requiredFields: Set<String>, shownID: @escaping (String) -> LocalizedText
  ) {
    self.survey = survey
    self.shownID = shownID
    let before = InterviewAnswers(
      of: requests.map(\.interview), in: table, survey,
      requiredFields: survey.definition.requiredFields)
    let read = readRequests(requests, before)
    var after = before
    for (request, reading) in zip(requests, read) {
      guard let reading else { continue }
      make(request, reading, in: &after)
    }
    guard findings.isEmpty else { return }
    judge(requests, before: before, after: &after)
  }

  private struct Reading {
    var field: Int
    var old: RecordedAnswer?
    /// False when the old answer given is none at all.
    var isOldReadable: Bool
    var new: RecordedAnswer
  }

  /// Fields, old and new answers of the requests; `nil`, with findings, where something is wrong.
  private mutating func readRequests(
    _ requests: [CorrectionRequest], _ stored: InterviewAnswers
  ) -> [Reading?] {
    let known = Set(stored.interviews)
    let fields = survey.questionnaire.fields
    var fieldOfRequest: [Int?] = []
    for request in requests {
      if !known.contains(request.interview) {
        findings.append(
          .unknownInterview(
            NamedInterview(id: request.interview, place: request.places.interview),
            shown: shownID(request.interview)))
      }
      let index = survey.questionnaire.fieldIndex(request.field)
      if request.field == survey.definition.interviewID {
        findings.append(.interviewIDField(request.field, at: request.places.field))
        fieldOfRequest.append(nil)
      } else if let index, fields[index].isPersonal {
        findings.append(.personalField(fields[index], at: request.places.field))
        fieldOfRequest.append(nil)
      } else {
        if index == nil { findings.append(.unknownField(request.field, at: request.places.field)) }
        fieldOfRequest.append(known.contains(request.interview) ? index : nil)
      }
    }
    var readings = [Reading?](repeating: nil, count: requests.count)
    for field in Set(fieldOfRequest.compactMap { $0 }).sorted() {
      let members = requests.indices.filter { fieldOfRequest[$0] == field }
      let news = readCells(members.map { requests[$0].new }, of: fields[field])
      let olds = readCells(members.map { requests[$0].old ?? "" }, of: fields[field])
      for (position, member) in members.enumerated() {
        if var fault = news.faults[position] {
          fault.place = requests[member].places.new
          findings.append(fault)
          continue
        }
        readings[member] = Reading(
          field: field,
          old: requests[member].old == nil
            ? nil : olds.values.recordedAnswer(position, of: fields[field]),
          isOldReadable: olds.faults[position] == nil,
          new: news.values.recordedAnswer(position, of: fields[field]))
      }
    }
    return readings
  }

  private mutating func make(
    _ request: CorrectionRequest, _ reading: Reading, in answers: inout InterviewAnswers
  ) {
    let field = survey.questionnaire.fields[reading.field]
    let present = answers[request.interview, reading.field]
    // Nothing stands in the cell of a question that was not asked.
    let isSame =
      !reading.isOldReadable
      ? false
      : reading.old.map { $0 == present || ($0 == .blank && present == .notAsked) } ?? true
    guard isSame else {
      findings.append(.otherAnswer(field, stored: present, at: request.places.old))
      return
    }
    guard reading.new != present, !(reading.new == .blank && present == .notAsked) else {
      findings.append(.unchanged(field, stored: present, at: request.places.new))
      return
    }
    answers[request.interview, reading.field] = reading.new
    corrections.append(
      Correction(
        number: corrections.count + 1, interview: request.interview, field: field.id,
        old: present, new: reading.new, isHidden: field.kind == .text, reason: request.reason,
        by: request.by, at: request.at))
  }

  /// Judges the interviews as they would be, clears what is no longer asked, and notes it.
  private mutating func judge(
    _ requests: [CorrectionRequest], before: InterviewAnswers, after: inout InterviewAnswers
  ) {
    let fields = survey.questionnaire.fields
    let judgedBefore = before.judged()
    var named: [String: [String: SourceLocation?]] = [:]
    for request in requests {
      named[request.interview, default: [:]][request.field] = request.places.new
    }
    var cleared: [String: Set<Int>] = [:]
    var judged = after.judged()
    // Each round clears an answer at least, so there are no more than questions.
    for _ in fields.indices {
      var isChanged = false
      for id in after.interviews {
        for fault in judged[id]?.faults(since: judgedBefore[id]) ?? []
        where fault.code == IngestionCodes.notAsked {
          guard let field = fault.subject, named[id]?[field] == nil,
            let index = survey.questionnaire.fieldIndex(field)
          else { continue }
          after[id, index] = .blank
          cleared[id, default: []].insert(index)
          isChanged = true
        }
      }
      guard isChanged else { break }
      judged = after.judged()
    }
    for id in after.interviews {
      guard let result = judged[id], let earlier = judgedBefore[id] else { continue }
      for var fault in result.faults(since: earlier) {
        fault.place = fault.subject.flatMap { named[id]?[$0] } ?? anyPlace(id, requests)
        findings.append(fault)
      }
      settle(id, fields, before: before, earlier, result, cleared: cleared[id] ?? [])
    }
  }

  private func anyPlace(_ id: String, _ requests: [CorrectionRequest]) -> SourceLocation? {
    requests.first { $0.interview == id }?.places.new
  }

  /// Writes down which questions the corrections of an interview made asked or not asked.
  private mutating func settle(
    _ id: String, _ fields: [Field], before: InterviewAnswers, _ earlier: JudgedInterview,
    _ result: JudgedInterview, cleared: Set<Int>
  ) {
    let requested = Set(corrections.filter { $0.interview == id }.map(\.field))
    for (index, field) in fields.enumerated() where !requested.contains(field.id) {
      let (old, new) = (earlier.answers[index], result.answers[index])
      guard cleared.contains(index) || (old != new && (old == .notAsked || new == .notAsked))
      else { continue }
      corrections.append(
        Correction(
          number: corrections.count + 1, interview: id, field: field.id,
          old: before[id, index], new: new, isHidden: field.kind == .text,
          isConsequence: true))
    }
    // A blank where the question is no longer asked is written as every import writes it.
    for index in corrections.indices where corrections[index].interview == id {
      guard corrections[index].new == .blank,
        let field = fields.firstIndex(where: { $0.id == corrections[index].field }),
        result.answers[field] == .notAsked
      else { continue }
      corrections[index].new = .notAsked
    }
  }
}
