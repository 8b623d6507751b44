import SurveyModel
import Testing

@Suite struct FormNumberTests {
  // Check digits by Python: 98 - serial * 100 % 97.
  @Test(arguments: [
    (1, "000001-95"), (123, "000123-20"), (814, "000814-81"), (999_999_999, "999999999-96"),
  ]) func `a form number ends with its check digits`(serial: Int, text: String) {
    #expect(FormNumber(serial: serial).text == text)
    #expect(validFormNumber(text)?.serial == serial)
  }

  // GB82 WEST 1234 5698 7654 32, the example of ISO 13616, with its letters as digits and its check
  // digits last; cut to the length of form numbers it would not be valid, so the remainder is tested.
  @Test func `the check is that of IBAN`() {
    let digits = "3214282912345698765432161182"
    let remainder = digits.utf8.reduce(0) { ($0 * 10 + Int($1 - 0x30)) % 97 }
    #expect(remainder == 1)
    // The same remainder decides here.
    #expect(validFormNumber("12312") == nil)
    #expect(12_320 % 97 == 1)
    #expect(validFormNumber("12320")?.serial == 123)
  }

  @Test func `every single wrong digit and every swap of neighbours is caught`() {
    for serial in [1, 9, 123, 4_567, 98_765, 999_999, 1_000_001] {
      let text = FormNumber(serial: serial).text
      let digits = Array(text.utf8.filter { $0 != 0x2D })
      for place in digits.indices {
        for digit in UInt8(0x30)...0x39 where digit != digits[place] {
          var wrong = digits
          wrong[place] = digit
          #expect(validFormNumber(String(decoding: wrong, as: UTF8.self)) == nil)
        }
        guard place + 1 < digits.count, digits[place] != digits[place + 1] else { continue }
        var swapped = digits
        swapped.swapAt(place, place + 1)
        #expect(validFormNumber(String(decoding: swapped, as: UTF8.self)) == nil)
      }
    }
  }

  @Test(arguments: [" 000123-20\t", "00012320", "123-20", "000000123-20"])
  func `blanks, a missing hyphen and other leading zeros are tolerated`(text: String) {
    #expect(validFormNumber(text)?.serial == 123)
  }

  @Test(arguments: [
    "", "-", "20", "000000-98", "000123-2O", "000123--20", "00 0123-20", "١٢٣-٢٠", "1e320",
    "99999999999999999999999999999999999999999999", "-123-20", "000123-117",
  ]) func `what is no form number is none`(text: String) {
    #expect(validFormNumber(text) == nil)
  }
}
