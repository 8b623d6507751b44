/// The formats in which responses come, and in which synthetic ones can be made.
package enum ResponseFileFormat: String, Sendable, Hashable, CaseIterable {
  case csv
  case xlsx
  /// SPSS.
  case sav
  /// One XML file per interview, as ODK and Kobo have them.
  case odkXML = "odk-xml"
  /// The CSV archive that ODK Central exports.
  case odkZip = "odk-zip"
  /// One JSON object per line.
  case jsonLines = "jsonl"
}
