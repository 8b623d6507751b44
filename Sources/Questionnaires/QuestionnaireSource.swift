import SurveyModel
import XML

/// The elements of a questionnaire as written, sorted for the rules.
struct QuestionnaireSource {
  let file: String
  let root: XMLElement
  let scales: [XMLElement]
  let areas: [XMLElement]
  let variables: [XMLElement]
  let factors: [XMLElement]
  /// Every item with the factor it stands in, in file order.
  let items: [(element: XMLElement, factor: XMLElement)]
  let index: XMLElement?

  init(root: XMLElement, file: String) {
    self.file = file
    self.root = root
    scales = root.children(named: "scale")
    areas = root.children(named: "area")
    variables = root.children(named: "variable")
    let factors = root.children(named: "factor")
    self.factors = factors
    items = factors.flatMap { factor in
      factor.children(named: "item").map { (element: $0, factor: factor) }
    }
    index = root.child("index")
  }

  var itemMeasure: ItemMeasure? {
    index?.child("item")?.word("measure").flatMap(ItemMeasure.init)
  }

  var factorMeasure: FactorMeasure? {
    index?.child("factor")?.word("measure").flatMap(FactorMeasure.init)
  }

  var overallMeasure: OverallMeasure? {
    index?.child("overall")?.word("measure").flatMap(OverallMeasure.init)
  }
}
