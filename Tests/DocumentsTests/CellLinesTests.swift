import Documents
import SourceText
import Testing

struct CellLinesTests {
  static let heads = ["序号", "任务", "责任单位", "完成时限"]
  static let cells = [
    ["1", "清掏中山路雨水井86口", "市政中心", "5月20日"],
    ["2", "更换东街破损井盖50个。", "市住建局", "5月底"],
    ["3", "拆除学校周边违建12处", "市城管局", "6月底"],
  ]

  /// Each cell on a line, with `separator` between lines.
  static func lines(_ rows: [[String]], _ separator: String = "\n") -> String {
    rows.joined().joined(separator: separator)
  }

  static func rows(_ rows: [[String]]) -> [String] { rows.map { $0.joined(separator: "\t") } }

  @Test("Cells that have a line each make rows", arguments: ["\n", "\n\n", "  \n\t"])
  func table(_ separator: String) {
    let text = "云川市任务分解表\n" + Self.lines([Self.heads] + Self.cells, separator) + "\n云川市创建办"
    let document = read(text)
    #expect(
      document.blockStrings == ["云川市任务分解表"] + Self.rows([Self.heads] + Self.cells)
        + ["云川市创建办"])
    #expect(document.noiseStrings == ["cell-lines 4"])
  }

  @Test("Lines that are no heads stay what they are")
  func headless() {
    let prose = ["会议听取了各单位的情况汇报。", "会议强调,各单位要对照下列任务逐项抓好落实", "现将任务明确如下", "请各单位遵照执行"]
    let text = prose.joined(separator: "\n") + "\n" + Self.lines(Self.cells)
    #expect(read(text).blockStrings == prose + Self.rows(Self.cells))
  }

  @Test("Each of two tables has its rows")
  func twoTables() {
    let narrow = [["1", "巡查", "每天"], ["2", "通报", "每周"]]
    let text = Self.lines(Self.cells) + "\n附表\n" + Self.lines(narrow)
    #expect(read(text).blockStrings == Self.rows(Self.cells) + ["附表"] + Self.rows(narrow))
  }

  @Test("A row whose cell has two lines is left, those around it are put together")
  func longCell() {
    let names = ["城管局", "教育局", "住建局", "水利局", "交通局", "民政局"]
    var rows = names.enumerated().map { ["\($0.offset + 1)", "巡查", $0.element] }
    rows[2].insert("并通报", at: 2)
    let expected = Self.rows(Array(rows[0..<2])) + rows[2] + Self.rows(Array(rows[3...]))
    #expect(read(Self.lines(rows)).blockStrings == expected)
  }

  static let kept = [
    // A number of its own before each item: two columns.
    "1\n抓好整治\n2\n抓好宣传\n3\n抓好督查",
    // Distances that differ, numbers that do not run on, a table that begins elsewhere.
    "1\n整治\n城管局\n2\n宣传\n教育局\n5月\n3\n督查",
    "1\n整治\n城管局\n3\n宣传\n教育局",
    "2\n整治\n城管局\n3\n宣传\n教育局",
    // One row; a last row that lacks a cell.
    "1\n整治\n城管局",
    "1\n整治\n城管局\n2\n宣传",
    // Numbers of pages.
    "1\n一\n二\n三\n四\n五\n六\n七\n八\n九\n十\n2\n一\n二\n三\n四\n五\n六\n七\n八\n九\n十",
  ]

  @Test("Other lines with numbers are kept", arguments: kept)
  func keptLines(_ text: String) {
    #expect(read(text).blockStrings == text.split(separator: "\n").map(String.init))
    #expect(read(text).noise.isEmpty)
  }

  @Test("A row leads back to its number")
  func origins() {
    let document = read("表\n\n" + Self.lines(Self.cells))
    #expect(document.blocks.map(\.line) == [1, 3, 7, 11])
    #expect(document.blocks.map { document.offsets.original($0.span.start) } == [0, 5, 60, 116])
  }
}
