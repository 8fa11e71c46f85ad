import Documents
import TestSupport
import Testing

/// Points that stand for the stops of Chinese text.
struct PointStopTests {
  @Test(
    "Where no stop is written, points behind Han characters end sentences",
    arguments: [
      ("要清理楼道.要修补路面.要报送进度.", 3), ("要清理楼道．要修补路面．要报送进度．", 3),
      ("要清理楼道. 要修补路面. 要报送进度.", 3), ("要清理“楼道”.要修补路面.要报送(每周五).", 3),
      // Fewer than three may be slips, and one stop says what ends sentences.
      ("要清理楼道.要修补路面.", 1), ("要清理楼道.要修补路面.要报送进度。", 1),
      // Numbers of items, amounts and names of sites have points too.
      ("一.清理楼道\n二.修补路面\n三.报送进度", 3), ("清理3.5公里\n修补2.4公里\n报送1.5万元", 3),
      ("云川.cn\n云川.cn\n云川.cn", 3),
    ])
  func stops(text: String, sentences: Int) {
    #expect(read(text).sentenceStrings.count == sentences, "\(read(text).sentenceStrings)")
  }
}
