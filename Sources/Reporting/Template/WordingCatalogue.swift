internal import CReportTemplate
internal import SurveyModel
internal import XML

/// Every fixed text of the report with its id, in the order of `wording.xml`.
struct WordingCatalogue: Sendable {
  struct Entry: Sendable, Hashable {
    let id: String
    var text: LocalizedText
    /// The names of the places for values, the same in both languages.
    var places: Set<String> { WordingPiece.places(of: text.text(in: .vi)) }
  }

  private(set) var entries: [Entry] = []
  private var positions: [String: Int] = [:]

  /// What the program carries.
  static let standard = WordingCatalogue(CarriedTemplate.wording)

  subscript(id: String) -> Entry? { positions[id].map { entries[$0] } }

  var ids: [String] { entries.map(\.id) }

  private init(_ bytes: [UInt8]) {
    let reading = readXML(bytes, file: "wording.xml")
    guard let root = reading.root, reading.findings.isEmpty else {
      preconditionFailure("the wording in the program is broken: \(reading.findings)")
    }
    for element in root.children(named: "text") {
      let id = element[attribute: "id"] ?? ""
      let position = positions[id] ?? entries.count
      if position == entries.count { entries.append(Entry(id: id, text: LocalizedText())) }
      positions[id] = position
      if element.language == Language.en.rawValue {
        entries[position].text.en = element.text
      } else {
        entries[position].text.vi = element.text
      }
    }
  }
}

/// The files of the template that are compiled into the program.
enum CarriedTemplate {
  static var wording: [UInt8] { bytes(sipas_wording_xml) }
  static var page: [UInt8] { bytes(sipas_page_mustache) }
  static var style: [UInt8] { bytes(sipas_style_css) }

  private static func bytes(
    _ file: (UnsafeMutablePointer<Int>?) -> UnsafePointer<UInt8>?
  ) -> [UInt8] {
    var length = 0
    let start = file(&length)
    return Array(UnsafeBufferPointer(start: start, count: length))
  }
}
