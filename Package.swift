// swift-tools-version: 6.2
import Foundation
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The product's own code has no warnings. (The test macros of the toolchain make some.)
let strict = settings + [.treatAllWarnings(as: .error)]

/// One stage or support module of the product: a folder in Sources of the same name.
func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil,
  exclude: [String] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, exclude: exclude, resources: resources,
    swiftSettings: strict)
}

/// The tests of one module, or of the built program.
func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

let package = Package(
  name: "sipas",
  products: [.executable(name: "sipas", targets: ["sipas"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    // Outside C libraries, each owned by the one module named beside it.
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),  // XML
    .systemLibrary(
      name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),  // Ingestion
    .systemLibrary(
      name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),  // Archives
    .systemLibrary(  // Forms
      name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .systemLibrary(  // WorkbookWriting
      name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CReadStat", providers: [.apt(["libreadstat-dev"])]),  // StatisticalFiles
    .systemLibrary(  // Printing; brings cairo with it
      name: "CPango", pkgConfig: "pangocairo",
      providers: [.apt(["libpango1.0-dev", "libcairo2-dev"])]),

    // The schemas of the four vocabularies, carried in the program.
    .target(name: "CSchemas"),

    // The template of the report, carried in the program.
    .target(name: "CReportTemplate"),

    // Shared vocabulary and support.
    module("SurveyModel"),
    module("Numerics"),
    module("DelimitedText", ["SurveyModel"]),
    module("XML", ["CLibXML2", "SurveyModel"]),
    module("Archives", ["CLibZip", "SurveyModel"]),
    module("Spreadsheets", ["Archives", "XML", "SurveyModel"]),
    module("Templates", [.product(name: "Mustache", package: "swift-mustache")]),
    module("WorkbookWriting", ["Archives", "CXlsxWriter", "SurveyModel"]),
    module("JSONText", ["DelimitedText"]),
    module("Pictures"),
    module("Documents", ["Pictures", "SurveyModel"]),
    module("Printing", ["CPango", "Documents", "Pictures", "SurveyModel"]),
    module("WordDocuments", ["Archives", "Documents", "Pictures", "SurveyModel", "XML"]),
    module("ReportWorkbooks", ["Documents", "Pictures", "SurveyModel", "WorkbookWriting"]),
    module("StatisticalFiles", ["CReadStat", "SurveyModel"]),

    // The stages, in the order the data flows. None imports another.
    module("Questionnaires", ["SurveyModel", "XML", "DelimitedText", "CSchemas"]),
    module(
      "Ingestion",
      [
        "SurveyModel", "DelimitedText", "Spreadsheets", "StatisticalFiles", "Archives", "XML",
        "JSONText", "CLibCrypto",
      ]),
    module(
      "Storage",
      [
        "SurveyModel", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    module("Quality", ["SurveyModel", "Numerics"]),
    module("Comparison", ["SurveyModel", "Numerics"]),
    module("Weighting", ["SurveyModel", "Numerics"]),
    module("Estimation", ["SurveyModel", "Numerics"]),
    module("Assessment", ["SurveyModel", "Numerics"]),
    module(
      "Reporting",
      [
        "SurveyModel", "DelimitedText", "Documents", "Pictures", "Templates", "XML",
        "CReportTemplate",
      ],
      exclude: ["wording.xml", "page.mustache", "style.css"].map { "Template/\($0)" }),
    module(
      "Export", ["SurveyModel", "DelimitedText", "StatisticalFiles", "XML"],
      resources: ["check.R", "weighting.R", "figures.R", "replicates.R", "check.py"].map {
        .embedInCode("Scripts/\($0)")
      }),
    module("Interchange", ["SurveyModel", "XML", "DelimitedText", "Spreadsheets"]),
    module(
      "Forms",
      ["SurveyModel", "DelimitedText", "XML", "Templates", "WorkbookWriting", "CQREncode"],
      resources: ["paper", "sheet"].map { .embedInCode("Templates/\($0).mustache") }),
    module(
      "Simulation",
      [
        "SurveyModel", "Numerics", "DelimitedText", "Archives", "JSONText", "StatisticalFiles",
        "WorkbookWriting", "XML",
      ]),

    // The one module that knows the order.
    module(
      "Pipeline",
      [
        "SurveyModel", "DelimitedText", "Questionnaires", "Archives", "Spreadsheets",
        "StatisticalFiles", "WorkbookWriting", "Ingestion", "Storage", "Quality", "Weighting",
        "Estimation", "Assessment", "Reporting", "Documents", "Pictures", "Printing",
        "WordDocuments", "ReportWorkbooks", "Export", "Simulation", "Interchange", "Forms",
        "Comparison",
      ]),
    .executableTarget(
      name: "sipas",
      dependencies: [
        "SurveyModel", "Pipeline",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // Times weighting and estimation on columns in memory, for `make bench`.
    .executableTarget(
      name: "EngineBench", dependencies: ["SurveyModel", "Numerics", "Weighting", "Estimation"],
      path: "Benchmarks/Engine", swiftSettings: strict),

    // What tests with golden files share, and those that make workbooks part by part.
    .target(name: "GoldenFiles", path: "Tests/GoldenFiles", swiftSettings: strict),
    .target(name: "StoredZip", path: "Tests/StoredZip", swiftSettings: strict),
    // What takes the files of a report apart again.
    .target(
      name: "ReportReaders", dependencies: ["Archives", "Spreadsheets", "SurveyModel", "XML"],
      path: "Tests/ReportReaders", swiftSettings: settings),

    // Every reader of outside files, with what must hold of it: fuzzed by `make fuzz`, and given
    // every input ever found again by the tests.
    .target(
      name: "FuzzReaders",
      dependencies: [
        "SurveyModel", "DelimitedText", "XML", "Questionnaires", "Ingestion", "Storage",
        "Comparison", "Interchange", "JSONText", "StoredZip",
      ],
      path: "Fuzz/Readers", swiftSettings: strict),
    tests("FuzzRegressionTests", ["FuzzReaders", "SurveyModel"]),
    tests(
      "StorageTests",
      ["Storage", "SurveyModel", .product(name: "GRDB", package: "GRDB.swift")]),
    tests("DelimitedTextTests", ["DelimitedText", "Numerics", "SurveyModel"]),
    tests(
      "IngestionTests",
      [
        "Archives", "Ingestion", "DelimitedText", "Numerics", "StatisticalFiles", "StoredZip",
        "SurveyModel",
      ]),
    tests("JSONTextTests", ["JSONText"]),
    tests("ComparisonTests", ["Comparison", "SurveyModel"]),
    tests(
      "PicturesTests", ["GoldenFiles", "Pictures", "SurveyModel", "XML"], exclude: ["Golden"]),
    tests("XMLTests", ["XML", "Numerics", "SurveyModel"]),
    tests("ArchivesTests", ["Archives"]),
    tests("SpreadsheetsTests", ["Archives", "Spreadsheets", "SurveyModel"]),
    tests(
      "WorkbookWritingTests", ["WorkbookWriting", "Archives", "Spreadsheets", "SurveyModel"]),
    tests("PrintingTests", ["Printing", "Documents", "Pictures", "SurveyModel"]),
    tests(
      "ReportWorkbooksTests",
      [
        "Documents", "Pictures", "ReportReaders", "ReportWorkbooks", "SurveyModel",
        "WorkbookWriting", "XML",
      ]),
    tests("StatisticalFilesTests", ["StatisticalFiles", "Numerics", "SurveyModel"]),
    tests("QuestionnairesTests", ["Questionnaires", "XML", "Numerics", "SurveyModel"]),
    tests("InterchangeTests", ["Interchange", "Questionnaires", "Spreadsheets", "SurveyModel"]),
    tests("NumericsTests", ["Numerics"]),
    tests("QualityTests", ["Numerics", "Quality", "Simulation", "SurveyModel"]),
    tests("WeightingTests", ["SurveyModel", "Numerics", "Weighting"]),
    tests("EstimationTests", ["SurveyModel", "Numerics", "Weighting", "Estimation"]),
    tests("PublishedTests", ["SurveyModel", "Numerics", "Weighting", "Estimation"]),
    tests("AssessmentTests", ["Assessment", "Numerics", "SurveyModel"]),
    tests(
      "ReportingTests",
      ["Documents", "GoldenFiles", "Pictures", "ReportReaders", "Reporting", "SurveyModel", "XML"],
      exclude: ["Golden"]),
    tests(
      "FormsTests",
      [
        "Forms", "GoldenFiles", "Ingestion", "Questionnaires", "SurveyModel", "WorkbookWriting",
        "XML",
      ],
      exclude: ["Golden"]),
    tests("TemplatesTests", ["Templates"]),
    tests(
      "WordDocumentsTests",
      ["Documents", "Pictures", "ReportReaders", "SurveyModel", "WordDocuments", "XML"]),
    tests(
      "ExportTests", ["Export", "GoldenFiles", "StatisticalFiles", "SurveyModel", "XML"],
      exclude: ["Golden"]),
    tests(
      "PipelineTests",
      [
        "Documents", "Ingestion", "Pipeline", "Questionnaires", "Reporting",
        "SurveyModel", "Weighting",
      ]),
    tests(
      "ReportFormatsTests",
      [
        "Documents", "GoldenFiles", "Pictures", "Pipeline", "Printing", "ReportReaders",
        "Reporting", "SurveyModel", "XML",
      ]),
    tests(
      "CommandTests", ["GoldenFiles", "sipas", "Storage", "SurveyModel", "XML"], exclude: ["Golden"]
    ),
  ]
)

// Linked with libFuzzer, which brings the `main`; only scripts/fuzz builds it.
if ProcessInfo.processInfo.environment["SIPAS_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "sipas-fuzz", dependencies: ["FuzzReaders"], path: "Fuzz/Harness",
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
}
