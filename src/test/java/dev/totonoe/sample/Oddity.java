package dev.totonoe.sample;

import java.util.List;
import java.util.Optional;

/// Rows that every product list has and no taxonomy likes: assortments and fixtures without a leaf,
/// and accessories that name the product they go with.
final class Oddity {
  private static final List<Product> ALL =
      List.of(
          of("", "お菓子詰合せ", "1箱", 1980),
          of("", "バラエティギフトセット", "5点入", 3000),
          of("", "その他雑貨", "", 100),
          of("", "雑貨一般", "", 298),
          of("", "福袋 食品", "1袋", 3240),
          of("", "店頭用POPスタンド", "1台", 1200),
          of("", "販促用のぼり旗", "1枚", 980),
          of("", "ノベルティ 景品セット", "10個", 1500),
          of("", "サンプル品 ※発注不可", "", 0),
          of("", "お中元ギフト 詰合せ A", "1箱", 3500),
          of("", "季節催事品", "", 398),
          of("", "配送料", "", 550),
          of("", "仮登録商品", "", 0),
          of("", "キャンペーン応募用シール台紙", "50枚", 0),
          of("", "オードブル盛合せ容器付セット", "3-4人前", 2980),
          of("230202", "キャットフードストッカー", "5kg用", 1280),
          of("230202", "ドッグフードストッカー 密閉パッキン付", "10kg用", 2480),
          of("240101", "トイレットペーパーホルダー 2連", "1個", 1480),
          of("240101", "トイレットペーパーストッカー スリム", "12ロール用", 1980),
          of("240101", "ハンドソープディスペンサー 泡タイプ", "250ml", 980),
          of("240101", "洗濯洗剤ストックケース", "1個", 698),
          of("240101", "電源タップ収納ボックス", "1個", 1280),
          of("240102", "食パンカッターガイド", "1個", 880),
          of("240102", "ゆで卵スライサー", "1個", 398),
          of("240104", "麦茶ポット 耐熱", "2L", 780),
          of("240104", "2Lペットボトルカバー 保冷", "1枚", 598),
          of("240303", "iPhone16対応 液晶保護フィルム 反射防止", "1枚", 980),
          of("240303", "タブレット10.1インチ対応 保護フィルム", "1枚", 1280),
          of("240303", "デジタルカメラ対応 液晶保護フィルム", "1枚", 780),
          of("240602", "除草剤用噴霧器", "4L", 2480),
          of("240403", "コピー用紙A4対応 書類トレー", "1個", 880),
          of("240403", "ボールペン用ペン立て 木製", "1個", 598));

  private Oddity() {}

  static Product pick(Dice dice) {
    return dice.pick(ALL);
  }

  private static Product of(String categoryId, String words, String size, int price) {
    return new Product(categoryId, Optional.empty(), words, size, price);
  }
}
