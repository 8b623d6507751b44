/// The administrative frame of a filed document, as the decree on records work lays it out
/// (Nghị định 30/2020/NĐ-CP, appendix I): everything an office fills in or signs.
///
/// Empty texts leave room to be filled by hand.
package struct Letterhead: Sendable, Hashable {
  /// The superior body, for example `UBND TỈNH GIA LAI`; empty where there is none.
  package var superior: String
  /// The issuing body, for example `SỞ NỘI VỤ`.
  package var issuer: String
  /// What follows the number: `/BC-SNV`.
  package var symbol: String
  /// Where it is signed, for example `Gia Lai`; the day is left to fill.
  package var place: String
  /// The kind of document: `BÁO CÁO`.
  package var kind: String
  /// What it is about, below the kind.
  package var abstract: String
  /// To whom a report goes (`Kính gửi`); none where it goes to all recipients.
  package var addressees: [String]
  /// `Nơi nhận`, one to a line.
  package var recipients: [String]
  /// For whom it is signed: `TM. ỦY BAN NHÂN DÂN`, `KT. GIÁM ĐỐC`; may be empty.
  package var authority: String
  /// The office of the person who signs: `GIÁM ĐỐC`.
  package var position: String
  package var signer: String
  /// A picture for the head of the page: its bytes and type (`image/png` or `image/svg+xml`).
  package var logo: Logo?

  package struct Logo: Sendable, Hashable {
    package var bytes: [UInt8]
    package var type: String
    /// What the picture shows, for those who cannot see it.
    package var text: String

    package init(bytes: [UInt8], type: String, text: String) {
      self.bytes = bytes
      self.type = type
      self.text = text
    }
  }

  package init(
    superior: String = "", issuer: String = "", symbol: String = "", place: String = "",
    kind: String = "", abstract: String = "", addressees: [String] = [],
    recipients: [String] = [], authority: String = "", position: String = "", signer: String = "",
    logo: Logo? = nil
  ) {
    self.superior = superior
    self.issuer = issuer
    self.symbol = symbol
    self.place = place
    self.kind = kind
    self.abstract = abstract
    self.addressees = addressees
    self.recipients = recipients
    self.authority = authority
    self.position = position
    self.signer = signer
    self.logo = logo
  }
}
