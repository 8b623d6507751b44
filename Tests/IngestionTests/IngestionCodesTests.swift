import Ingestion
import SurveyModel
import Testing

struct IngestionCodesTests {
  @Test func `every code has its own id, in this module's name, and both languages`() {
    let ids = IngestionCodes.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.hasPrefix("ingest.") })
    #expect(IngestionCodes.all.allSatisfy { $0.meaning.vi != nil && $0.meaning.en != nil })
  }
}
