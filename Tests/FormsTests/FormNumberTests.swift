import SurveyModel
import Testing

@Suite struct FormNumberTests {
}
