import Documents
import SourceText
import Testing

/// The signs of Markdown in files that are called so.
struct MarkdownTests {
  private func blocks(_ text: String, _ name: String) -> [String] {
    let file = SourceFile(name: name, bytes: Array(text.utf8))
    return DocumentReader.read(file).blockStrings
  }

  @Test(
    "Signs are no part of the text",
    arguments: [
      ("# 标题\n\n正文", ["标题", "正文"]), ("### 标题", ["标题"]), ("#创建", ["#创建"]),
      ("> 引文", ["引文"]), ("> - 条目", ["条目"]), ("* 条目\n+ 条目", ["条目", "条目"]), ("-3度", ["-3度"]),
      ("要**清理**楼道", ["要清理楼道"]), ("__要__清理", ["要清理"]), ("要**清理楼道", ["要**清理楼道"]),
      ("见[方案](http://a.cn/b)一", ["见方案一"]), ("见![图](a.png)一", ["见一"]), ("见[1]一", ["见[1]一"]),
      ("****", ["****"]),
    ])
  func signs(text: String, expected: [String]) {
    #expect(blocks(text, "a.md") == expected)
    #expect(blocks(text, "a.MARKDOWN") == expected)
  }

  @Test("In other files they are text")
  func plain() {
    #expect(blocks("# 标题\n**要**", "a.txt") == ["# 标题", "**要**"])
  }

  @Test("Places lead back to the file")
  func places() throws {
    let file = SourceFile(name: "a.md", bytes: Array("# 题\n要**清**[理](b)".utf8))
    let document = DocumentReader.read(file)
    let block = try #require(document.blocks.last)
    let bytes = document.offsets.original(block.span)
    #expect(String(decoding: file.bytes[bytes.start..<bytes.end], as: UTF8.self).hasPrefix("要**清"))
  }
}
