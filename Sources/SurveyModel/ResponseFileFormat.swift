/// The formats in which synthetic responses can be written.
package enum ResponseFileFormat: String, Sendable, Hashable, CaseIterable {
  case csv
  case xlsx
  /// SPSS.
  case sav
  /// One XML file per interview, as ODK Collect keeps them.
  case odkXML = "odk-xml"
  /// The same in one ZIP.
  case odkZip = "odk-zip"
  /// One JSON object per line, with the names KoboToolbox gives them.
  case jsonLines = "jsonl"
}

/// What separates the columns of synthetic responses in text.
///
/// With a semicolon or a tab a file is written as a Vietnamese Excel writes it: decimal commas,
/// dates as day/month/year, CRLF.
package enum ColumnDelimiter: String, Sendable, Hashable, CaseIterable {
  case comma
  case semicolon
  case tab
}
