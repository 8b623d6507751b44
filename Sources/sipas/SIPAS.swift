import ArgumentParser
import Pipeline

/// The command line.
///
/// It holds no rule: it reads arguments, calls the pipeline and prints.
@main
struct SIPAS: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sipas",
    abstract: "Xử lý khảo sát hài lòng (SIPAS) · Processor of citizen-satisfaction surveys",
    version: productVersion,
    subcommands: [
      RunCommand.self, CheckCommand.self, CompareEntryCommand.self, ImportCommand.self,
      BatchesCommand.self,
      UndoCommand.self, RejectsCommand.self, ExcludeCommand.self, CorrectCommand.self,
      WithdrawCommand.self, EraseCommand.self, DecisionsCommand.self, WeighCommand.self,
      QualityCommand.self, BackCheckCommand.self,
      EstimateCommand.self,
      AssessCommand.self, ReportCommand.self, PlanSampleCommand.self, ExportCommand.self,
      SimulateCommand.self, QuestionnaireCommand.self, DemoCommand.self, FormCommand.self,
      KeyCommand.self, FiguresCommand.self, RegisterCommand.self, TemplateCommand.self,
      GenerateDocsCommand.self,
    ])

  static func main() {
    prepareStandardStreams()
    main(nil)
  }
}
