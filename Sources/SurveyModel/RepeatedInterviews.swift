/// The interviews of a file that were there already, in the store or in files read before.
package struct RepeatedInterviews: Sendable, Hashable {
  /// A field, and in how many interviews its answer differs from the stored one.
  package struct FieldCount: Sendable, Hashable {
    package var field: String
    package var count: Int

    package init(field: String, count: Int) {
      self.field = field
      self.count = count
    }
  }

  /// Stored with the same answers: passed over.
  package var sameAsStored: Int
  /// Stored with other answers: rejected.
  package var changedFromStored: Int
  /// Met with the same answers earlier in this file or in a file read before it: passed over.
  package var sameAsRead: Int
  /// Met with other answers there: rejected.
  package var changedFromRead: Int
  /// Ids of ``changedFromStored``, in the order read; empty where the id is personal.
  package var changedIDs: [String]
  /// Fields that differ from the store, in the order of the questionnaire; never their values.
  package var changedFields: [FieldCount]

  package init(
    sameAsStored: Int = 0, changedFromStored: Int = 0, sameAsRead: Int = 0,
    changedFromRead: Int = 0, changedIDs: [String] = [], changedFields: [FieldCount] = []
  ) {
    self.sameAsStored = sameAsStored
    self.changedFromStored = changedFromStored
    self.sameAsRead = sameAsRead
    self.changedFromRead = changedFromRead
    self.changedIDs = changedIDs
    self.changedFields = changedFields
  }
}
