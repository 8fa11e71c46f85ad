// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  // Tests run on the libraries that the program is built of, so that one build serves both. It costs the program
  // 7 % of its size and no time that could be measured.
  .unsafeFlags(["-enable-testing"], .when(configuration: .release)),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

// Tests run whole packs over all fixtures; without optimisation that takes most of their time. File by file,
// optimisation would take more time than a release build does.
func busyLibrary(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(
    name: name, dependencies: dependencies,
    swiftSettings: settings + [
      .unsafeFlags(
        ["-O", "-whole-module-optimization", "-num-threads", "2"], .when(configuration: .debug))
    ])
}

// A test runs once, so that optimising it takes longer than it saves.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name + "Tests",
    dependencies: [.byName(name: name), "TestSupport"] + dependencies,
    swiftSettings: settings + [.unsafeFlags(["-Onone"], .when(configuration: .release))])
}

func fuzzTarget(_ name: String) -> Target {
  .executableTarget(
    name: "fuzz-" + name, dependencies: ["FuzzChecks"],
    path: "Sources/FuzzTargets/" + name,
    swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])])
}

// libFuzzer brings the entry point of these, so that they link only with its sanitizer; see
// `docs/fuzzing.md`.
let fuzzTargets =
  Context.environment["FUZZ"] != "1"
  ? []
  : [
    fuzzTarget("syntax"), fuzzTarget("resolve"), fuzzTarget("evaluate"), fuzzTarget("facts"),
  ]

let package = Package(
  name: "duban",
  platforms: [.macOS(.v26)],
  products: [.executable(name: "duban", targets: ["duban"])],
  targets: [
    busyLibrary("SourceText"),
    library("Diagnostics", ["SourceText"]),
    library("Decoding", ["SourceText"]),
    library("Archives"),
    busyLibrary("JSONText"),
    library("Markup", ["SourceText", "Archives"]),
    busyLibrary("Documents", ["SourceText", "Decoding", "Markup"]),
    busyLibrary("RuleLanguage", ["SourceText", "Diagnostics"]),
    busyLibrary("PatternAutomaton", ["SourceText"]),
    busyLibrary(
      "Analysis",
      [
        "SourceText", "Diagnostics", "Decoding", "Markup", "Documents", "RuleLanguage",
        "PatternAutomaton",
      ]),
    library(
      "Verification",
      [
        "SourceText", "Diagnostics", "JSONText", "Documents", "RuleLanguage", "Analysis",
        "CorpusStatistics",
      ]),
    library(
      "Impact",
      ["SourceText", "Documents", "RuleLanguage", "Analysis", "Verification"]),
    busyLibrary("CorpusStatistics"),
    library(
      "Comparison",
      ["SourceText", "JSONText", "RuleLanguage", "Analysis", "CorpusStatistics"]),
    library(
      "Reporting",
      [
        "SourceText", "Diagnostics", "RuleLanguage", "Analysis", "Verification", "Impact",
        "CorpusStatistics", "Comparison",
      ]),
    library(
      "PageReport", ["SourceText", "RuleLanguage", "Analysis", "Comparison", "Reporting"]),
    library(
      "CommandLine",
      [
        "SourceText", "Diagnostics", "Decoding", "Archives", "JSONText", "Markup", "Documents",
        "RuleLanguage", "Analysis", "Verification", "Impact", "CorpusStatistics", "Comparison",
        "Reporting", "PageReport",
      ]),
    .executableTarget(name: "duban", dependencies: ["CommandLine"], swiftSettings: settings),
    .executableTarget(
      name: "benchmark",
      dependencies: [
        "SourceText", "Decoding", "Documents", "RuleLanguage", "PatternAutomaton", "Analysis",
        "CommandLine", "CorpusStatistics", "Comparison",
      ],
      swiftSettings: settings),
    .target(
      name: "TestSupport", dependencies: ["SourceText", "Diagnostics", "Decoding", "Documents"],
      path: "Tests/TestSupport",
      swiftSettings: settings),
    .target(
      name: "FuzzChecks",
      dependencies: [
        "SourceText", "Diagnostics", "RuleLanguage", "Analysis", "Comparison", "CommandLine",
      ],
      path: "Tests/FuzzChecks", swiftSettings: settings),
    .testTarget(
      name: "FuzzTests",
      dependencies: ["FuzzChecks", "RuleLanguage", "Analysis", "CommandLine", "TestSupport"],
      swiftSettings: settings),
    tests("SourceText", []),
    tests("Diagnostics", ["SourceText"]),
    tests("Decoding", ["SourceText", "Documents"]),
    tests("Archives", []),
    tests("JSONText", []),
    tests("Markup", ["SourceText", "Archives"]),
    tests("Documents", ["SourceText", "Decoding", "Markup"]),
    tests("RuleLanguage", ["SourceText", "Diagnostics"]),
    tests("PatternAutomaton", ["SourceText"]),
    tests("Analysis", ["SourceText", "Diagnostics", "Documents", "RuleLanguage"]),
    tests(
      "Verification",
      ["SourceText", "Diagnostics", "Decoding", "Documents", "RuleLanguage", "Analysis"]),
    tests(
      "Impact",
      ["SourceText", "Diagnostics", "Documents", "RuleLanguage", "Analysis", "Verification"]),
    tests("CorpusStatistics", []),
    tests("Comparison", ["SourceText", "RuleLanguage", "Analysis", "CorpusStatistics"]),
    tests("Reporting", ["SourceText", "Diagnostics", "Documents", "RuleLanguage", "Analysis"]),
    tests("PageReport", ["SourceText", "RuleLanguage", "Analysis", "Comparison", "Reporting"]),
    tests("CommandLine", ["SourceText", "Diagnostics", "JSONText", "Reporting"]),
  ] + fuzzTargets
)
