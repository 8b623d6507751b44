import XML

/// Why one submission cannot be read as an interview.
enum SubmissionFault {
  /// Encrypted on the device with the key of its project.
  case encrypted
  /// Of another form than the questionnaire's.
  case otherForm(String)
  /// Not well-formed XML, or with a document type.
  case damaged(XMLStreamFault)
  /// A file that is no submission of any kind.
  case notASubmission
  /// A name stands twice in an object of JSON.
  case repeatedName(path: String)
  /// More text than a record may hold, or a name longer than any question's.
  case tooLong
}

/// What a submission says of itself.
struct SubmissionHead {
  /// Number of the file it stands in, from 0.
  var document = 0
  /// Where it begins.
  var place = CellPlace()
  var formID = ""
  var formVersion = ""
  var instanceID = ""
  var serverID = ""
  var rootID = ""
  var deprecatedID = ""
  var fault: SubmissionFault?
  /// Where the fault shows, if not at the beginning.
  var faultPlace: CellPlace?

  /// The id of this version of the submission, without `uuid:`.
  var ownID: String {
    String(InstanceID.bare(instanceID.isEmpty ? serverID : instanceID))
  }
}

/// Line and column of an answer, from 1; in a file of one line only the column leads there.
struct CellPlace: Sendable {
  var line: UInt32 = 1
  var column: UInt32 = 1

  init() {}

  init(line: Int, column: Int) {
    self.line = UInt32(clamping: max(1, line))
    self.column = UInt32(clamping: max(1, column))
  }
}
