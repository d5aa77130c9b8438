package dev.totonoe.normalise;

import java.util.List;

/// The words around a number that say whether it states a content. This is the table to extend.
final class ContentWords {
  /// What may stand between a counter and the end of its word: `5個入り`, `24本セット`, `2個束`.
  static final List<String> COUNTER_SUFFIXES =
      List.of(
          "入り", "入れ", "入", "イリ", "いり", "詰め", "詰", "セット", "組", "パック", "ケース", "箱", "袋", "束", "増量",
          "切り", "切れ", "切");

  /// What may follow a counter without a space: `12個お徳用`.
  static final List<String> COUNTER_FOLLOWERS =
      List.of("計", "各", "お得", "お徳", "徳用", "まとめ", "大容量", "業務用", "箱買い", "個包装", "送料");

  /// Containers that follow a measure directly: `800g巻`.
  static final List<String> CONTAINERS = List.of("巻", "袋", "缶", "瓶", "箱");

  /// Containers of drinks: before them `ミリ` is millilitres.
  static final List<String> DRINK_CONTAINERS =
      List.of("缶", "瓶", "ボトル", "ペット", "PET", "パック", "紙パック");

  /// A number after one of these is no content: `耐荷重100kg`, `1日2粒`.
  static final List<String> NO_CONTENT_AFTER =
      List.of(
          "耐荷重", "荷重", "体重", "重量", "重さ", "自重", "最大", "高さ", "幅", "奥行", "奥行き", "長さ", "直径", "径", "厚さ",
          "厚み", "太さ", "深さ", "全長", "丈", "たんぱく質", "タンパク質", "糖質", "脂質", "食物繊維", "塩分", "食塩相当量", "カフェイン",
          "1日", "1回", "一日", "一回", "毎日", "毎食", "目安", "第", "水深", "対象", "適応", "カロリー", "あと", "1人", "一人",
          "様", "1杯分", "1回分", "1食分", "1人分", "一回分", "限定", "先着", "合計金額", "型番", "品番", "容量目安");

  /// A number before one of these is no content: `100g当り`, `5kg用`, `2L対応`.
  static final List<String> NO_CONTENT_BEFORE =
      List.of(
          "用", "対応", "まで", "以上", "以下", "以内", "未満", "超", "当", "あた", "につき", "毎", "ごと", "配合", "含有",
          "オフ", "OFF", "off", "引", "防水", "型", "サイズ", "判", "級", "炊", "洗", "分", "台", "クラス", "前後",
          "タイプ", "あれば", "程度", "相当", "くらい", "ぐらい", "目", "ワット", "カロリー", "単位", "より", "から", "に", "付",
          "/m", "/c", "/日", "収納", "限定", "限り", "購入", "買うと", "で送料");

  /// Of those the ones that also count after a space or bracket: they begin no next phrase.
  static final List<String> NO_CONTENT_APART =
      List.of("対応", "当", "あた", "まで", "以上", "以下", "以内", "防水");

  /// Behind a word after a measure they say that the measure is the word's: `2Lペットボトル対応`.
  static final List<String> FITS = List.of("対応", "用", "付", "サイズ");

  /// Things that fit a container of the size before their name: `500mlペットボトルホルダー`.
  static final List<String> ACCESSORIES =
      List.of("ホルダー", "カバー", "ケース", "ラック", "ポーチ", "スタンド", "クーラー", "キャップ", "バッグ");

  /// Words that offer a choice: nothing may be filled in.
  static final List<String> CHOICES =
      List.of(
          "よりどり", "選り取り", "より取り", "選べる", "えらべる", "お好みで", "お好みの", "いずれか", "または", "又は", "もしくは",
          "どれでも", "組み合わせ自由", "組合せ自由", "単品/", "からお選び", "から選", "容量違い", "サイズ選択", "容量選択");

  private ContentWords() {}

  static boolean startsWithAny(List<String> words, String text, int at) {
    for (String word : words) {
      if (text.startsWith(word, at)) {
        return true;
      }
    }
    return false;
  }

  static boolean containsAny(List<String> words, String text) {
    for (String word : words) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
