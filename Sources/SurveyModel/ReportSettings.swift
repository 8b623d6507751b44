/// What an office sets for its reports, apart from any survey: its letterhead, its wording, its page.
///
/// Empty texts leave room to be filled by hand, or what the program carries.
package struct ReportSettings: Sendable, Hashable {
  /// The superior body, for example `UBND TỈNH GIA LAI`.
  package var superior = LocalizedText()
  /// The issuing body, for example `SỞ NỘI VỤ`.
  package var issuer = LocalizedText()
  /// What follows the number: `/BC-SNV`.
  package var symbol = LocalizedText()
  /// Where it is signed.
  package var place = LocalizedText()
  /// The kind of document: `BÁO CÁO`.
  package var kind = LocalizedText()
  /// What it is about; the title of the survey where empty.
  package var abstract = LocalizedText()
  package var addressees: [LocalizedText] = []
  package var recipients: [LocalizedText] = []
  /// For whom it is signed: `TM. ỦY BAN NHÂN DÂN`.
  package var authority = LocalizedText()
  /// The office of the person who signs.
  package var position = LocalizedText()
  package var signer = LocalizedText()
  package var logo: Logo?
  /// Words of the report said otherwise, in the order of the file.
  package var wording: [Rewording] = []
  /// A page and a style in place of those of the program.
  package var page: TemplateFile?
  package var style: TemplateFile?

  package init() {}

  /// A picture for the head of the report.
  package struct Logo: Sendable, Hashable {
    package var bytes: [UInt8]
    /// `image/png`, `image/jpeg` or `image/svg+xml`.
    package var type: String
    /// What the picture shows, for those who cannot see it.
    package var text: LocalizedText

    package init(bytes: [UInt8], type: String, text: LocalizedText) {
      self.bytes = bytes
      self.type = type
      self.text = text
    }
  }

  /// One text of the report in the office's own words.
  package struct Rewording: Sendable, Hashable {
    package var id: String
    package var language: Language
    package var text: String
    package var idPlace: SourceLocation
    package var textPlace: SourceLocation

    package init(
      id: String, language: Language, text: String, idPlace: SourceLocation,
      textPlace: SourceLocation
    ) {
      self.id = id
      self.language = language
      self.text = text
      self.idPlace = idPlace
      self.textPlace = textPlace
    }
  }

  /// A file of the template as the office wrote it.
  package struct TemplateFile: Sendable, Hashable {
    package var path: String
    package var text: String

    package init(path: String, text: String) {
      self.path = path
      self.text = text
    }
  }
}
