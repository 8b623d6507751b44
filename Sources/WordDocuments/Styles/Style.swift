/// The styles of the document, by the ids that paragraphs and tables name.
///
/// Those that Word knows itself bear Word's names, so that its navigation, lists and captions work.
enum Style: String, Sendable, Hashable, CaseIterable {
  case normal = "Normal"

  // The running text.
  case section = "Heading1"
  case subsection = "Heading2"
  case detail = "Heading3"
  case subdetail = "Heading4"
  case body = "BodyText"
  case lead = "Lead"
  case note = "Note"
  case listItem = "ListBullet"
  case term = "FactTerm"
  case fact = "FactText"
  case banner = "Banner"
  case caption = "Caption"
  case figure = "Figure"
  case imprint = "Imprint"

  // Cells.
  case tableHead = "TableHead"
  case tableText = "TableText"
  case tableDetail = "TableDetail"
  /// Between a table and what follows: Word joins tables that nothing parts.
  case tableEnd = "TableEnd"

  // The frame.
  case stateName = "StateName"
  case stateMotto = "StateMotto"
  case superior = "SuperiorBody"
  case issuer = "IssuingBody"
  case number = "DocumentNumber"
  case placeAndDate = "PlaceAndDate"
  /// A solid line below a text.
  case rule = "Rule"
  case kind = "Title"
  case abstract = "Subtitle"
  case survey = "SurveyTitle"
  case surveyDetail = "SurveySubtitle"
  case addressee = "Addressee"
  case recipientsHead = "RecipientsHead"
  case recipient = "Recipient"
  case office = "SignerOffice"
  case signer = "SignerName"
  case header = "Header"

  // Tables.
  case plainTable = "TableNormal"
  case reportTable = "ReportTable"
  case columnsTable = "ColumnsTable"

  var isTable: Bool {
    switch self {
    case .plainTable, .reportTable, .columnsTable: true
    default: false
    }
  }

  /// The name: Word's own for its own styles, which it shows in the language of the program.
  func name(in wording: Wording) -> String {
    switch self {
    case .normal: "Normal"
    case .section: "heading 1"
    case .subsection: "heading 2"
    case .detail: "heading 3"
    case .subdetail: "heading 4"
    case .body: "Body Text"
    case .listItem: "List Bullet"
    case .caption: "caption"
    case .kind: "Title"
    case .abstract: "Subtitle"
    case .header: "header"
    case .plainTable: "Normal Table"
    default: wording.styleNames[self] ?? rawValue
    }
  }
}
