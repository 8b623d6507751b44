import Archives
package import Documents
package import Pictures

/// Why a document cannot be written as a Word document.
package enum WordDocumentError: Error, Sendable, Hashable {
  /// What was handed over for a chart is no PNG, or has no size.
  case picture(chart: String)
}

/// Writes a report as a Word document (DOCX) in the layout of an administrative document.
///
/// The frame (names of the state and the offices, number, place and date, kind and abstract,
/// addressees, recipients and signature) comes from the letterhead; what the letterhead leaves empty
/// is dotted room to fill. Headings, lists, captions and tables are Word's own, so that the document
/// can be edited, navigated and read aloud. All texts are plain runs: nothing in them becomes a field,
/// a link or a formula, and characters that XML cannot hold are written as U+FFFD.
///
/// - Parameters:
///   - document: What the report says. Traces of cells and the logo have no place in this format.
///   - picture: Draws a chart as a PNG, with its width and height in CSS pixels (1/96 inch); `nil`
///     where there is none, and the table of the chart stands alone.
/// - Returns: The bytes of the file; the same document gives the same bytes. No time stands in it.
/// - Throws: ``WordDocumentError/picture(chart:)`` when a picture is no PNG or has no size.
/// - Precondition: Every row of a table is as long as its columns.
/// - Complexity: O(length of the texts and pictures).
///
/// ## Method
///
/// Nghị định 30/2020/NĐ-CP, appendix I, part I, on the layout of administrative documents; the file
/// format is ECMA-376 (transitional), parts 1 and 2.
package func wordDocument(
  of document: Document,
  picture: (Chart) -> (png: [UInt8], width: Double, height: Double)?
) throws(WordDocumentError) -> [UInt8] {
  var composer = BodyComposer(document)
  try composer.compose(picture: picture)
  let parts = PackageParts(
    document: document, body: inSections(composer.items), media: composer.media)
  return archiveBytes(of: parts.entries)
}
