import SurveyModel

/// The values of `paper.mustache`.
struct PaperPage {
  var language: String
  var title: String
  var head: PaperHead
  var words: Words
  var forms: [Form]

  struct Words {
    var number: Wording
    var tearOff: Wording
    var leftEmpty: Wording
    var emptyPage: Wording
    var version: Wording
  }

  struct Form {
    var number: String?
    var picture: Picture?
    var sheets: [Sheet]
    /// Two-sided printing: the back of an odd last sheet.
    var hasEmptyPage: Bool
  }

  struct Picture {
    var path: String
    var size: Int
  }

  struct Sheet {
    var isFirst: Bool
    /// Made by `sheet.mustache`, which escapes every text.
    var body: String
    var page: Wording
    var tearOff: String?
    var hasEmptyFoot: Bool
    var footHeight: String
    var words: Words
    var head: PaperHead
    var number: String?
    var picture: Picture?
  }

  init(
    _ source: FormSource, _ options: PaperOptions, head: PaperHead, layout: PaperSheets,
    bodies: [String], tearOff: String?
  ) {
    language = options.language.rawValue
    title = head.title.first
    self.head = head
    let idLabel = source.interviewID?.label ?? LocalizedText()
    let words = Words(
      number: Wording(idLabel.isEmpty ? PaperWords.number : idLabel, options),
      tearOff: Wording(PaperWords.tearOff, options),
      leftEmpty: Wording(PaperWords.leftEmpty, options),
      emptyPage: Wording(PaperWords.emptyPage, options),
      version: Wording(PaperWords.version(source.questionnaire), options))
    self.words = words
    let count = layout.sheets.count
    let serials = options.serials.map { $0.map(Optional.some) } ?? [nil]
    forms = serials.map { serial in
      let number = serial.map { FormNumber(serial: $0).text }
      let picture = number.map { QRCode($0) }.map { Picture(path: $0.path, size: $0.size) }
      let sheets = bodies.indices.map { index in
        Sheet(
          isFirst: index == 0, body: bodies[index],
          page: Wording(PaperWords.page(index + 1, of: count), options),
          tearOff: index == count - 1 ? tearOff : nil, hasEmptyFoot: layout.emptyFoot == index,
          footHeight: String(Int(layout.tearOffHeight.rounded(.up))), words: words, head: head,
          number: number, picture: picture)
      }
      return Form(
        number: number, picture: picture, sheets: sheets,
        hasEmptyPage: options.isTwoSided && serials.count > 1 && count % 2 == 1)
    }
  }
}

/// The values of `sheet.mustache`: what stands on one sheet.
struct PaperBody {
  var parts: [Part]

  /// Exactly one of these.
  struct Part {
    var heading: Wording?
    var note: Wording?
    var question: Question?
    var grid: Grid?
  }

  struct Question {
    var number: Int?
    var label: Wording
    var condition: Wording?
    var choices: Choices?
    var line: Line?
    var nameAndCode: NameAndCode?
    var date: Hint?
    var time: Hint?
  }

  struct Choices {
    var columns: Int
    var list: [PaperChoice]
  }

  struct Line { var unit: String? }

  struct NameAndCode {
    var name: Wording
    var code: Wording
  }

  struct Hint { var text: Wording }

  struct Grid {
    /// Only at the top of a sheet.
    var caption: Wording?
    var statement: Wording
    var choices: [PaperChoice]
    var rows: [Row]
  }

  struct Row {
    var number: Int?
    var label: Wording
    var condition: Wording?
    var choices: [PaperChoice]
  }

  init(_ pieces: [PaperPiece], grids: [PaperGrid], _ options: PaperOptions) {
    parts = []
    var table: Int?
    for piece in pieces {
      var next: Int?
      switch piece.content {
      case .heading(let text): parts.append(Part(heading: text))
      case .note(let text): parts.append(Part(note: text))
      case .question(let question): parts.append(Part(question: Self.question(question, options)))
      case .gridRow(let number, let content):
        let choices = grids[number].choices
        let row = Row(
          number: content.number, label: content.label, condition: content.condition,
          choices: choices)
        if number == table {
          parts[parts.count - 1].grid?.rows.append(row)
        } else {
          parts.append(
            Part(
              grid: Grid(
                caption: parts.isEmpty ? grids[number].caption : nil,
                statement: Wording(PaperWords.statement, options), choices: choices, rows: [row])))
        }
        next = number
      }
      table = next
    }
  }

  private static func question(_ content: PaperQuestion, _ options: PaperOptions) -> Question {
    var question = Question(
      number: content.number, label: content.label, condition: content.condition)
    let day = Hint(text: Wording(PaperWords.dayMonthYear, options))
    switch content.answer {
    case .choices(let list, let columns):
      question.choices = Choices(columns: columns, list: list)
    case .line(let unit): question.line = Line(unit: unit)
    case .nameAndCode:
      question.nameAndCode = NameAndCode(
        name: Wording(PaperWords.name, options), code: Wording(PaperWords.code, options))
    case .date: question.date = day
    case .datetime:
      question.date = day
      question.time = Hint(text: Wording(PaperWords.time, options))
    }
    return question
  }
}
