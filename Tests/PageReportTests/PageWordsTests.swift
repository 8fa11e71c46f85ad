import Reporting
import Testing

@testable import PageReport

struct PageWordsTests {
  private var used: Set<String> {
    Set(PageScript.text.matches(of: /'(page-[a-z0-9-]+)'/).map { String($0.output.1) })
  }

  @Test("The script asks for no word that pages do not have, and pages have none in vain")
  func words() {
    let known = Set(ReportWords.page.keys)
    // Some names are put together: the script holds how they begin.
    let beginnings = used.filter { $0.hasSuffix("-") }
    #expect(used.subtracting(known).subtracting(beginnings).isEmpty)
    #expect(
      known.subtracting(used).allSatisfy { word in beginnings.contains(where: word.hasPrefix) })
    #expect(beginnings.allSatisfy { beginning in known.contains { $0.hasPrefix(beginning) } })
  }

  @Test("The script makes no markup of strings and runs no text")
  func sinks() {
    for sink in [
      "innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(", "Function(",
      "setTimeout('", "DOMParser", "createContextualFragment", "srcdoc", "localStorage", "fetch(",
      "XMLHttpRequest", "import(",
    ] {
      #expect(!PageScript.text.contains(sink), "\(sink)")
    }
    #expect(!PageStyle.text.contains("url("))
    #expect(!PageStyle.text.contains("@import"))
  }

  @Test("Neither script nor style can end its element")
  func ends() {
    for text in [PageScript.text, PageStyle.text] {
      #expect(!text.contains("</"))
      #expect(!text.contains("<!--"))
    }
  }
}
