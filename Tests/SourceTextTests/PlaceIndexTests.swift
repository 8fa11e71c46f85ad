import SourceText
import Testing

struct PlaceIndexTests {
  @Test(
    "Every place has the line and column that the file itself gives it",
    arguments: [
      "", "a", "\u{FEFF}督查\n一", "一\r\n二\r三\n\n", String(repeating: "督a查", count: 700) + "\n二",
    ])
  func agrees(text: String) {
    let file = SourceFile(name: "a.txt", bytes: Array(text.utf8))
    let index = PlaceIndex(file)
    for offset in 0...(file.bytes.count + 1) {
      #expect(index.location(of: offset) == file.location(of: offset))
    }
  }
}
