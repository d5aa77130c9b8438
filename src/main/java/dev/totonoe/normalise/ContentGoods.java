package dev.totonoe.normalise;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Kinds of goods that change what a number beside them says: a kettle of 1.2 L contains nothing.
///
/// | kind | text | the number |
/// |---|---|---|
/// | holder | `電気ケトル 1.2L`, `ゴミ袋 45L` | how much the thing holds |
/// | weight | `ダンベル 5kg`, `洗濯機 8kg` | how heavy it is or how much it takes |
/// | injected | `静注用1g`, `皮下注4g/20mL` | the dose |
/// | sized | `Tシャツ 2L`, `みかん 2L` | a size |
/// | memory | `SDカード 32G` | gigabytes |
///
/// Known weakness: a kind of goods that no list names is read as if it were food.
enum ContentGoods {
  /// A volume says how much the thing holds.
  HOLDER(
      "ゴミ袋 ごみ袋 ポリ袋 レジ袋 ビニール袋 チャック袋 フリーザーバッグ ジップロック エコバッグ トートバッグ ショルダーバッグ ボストンバッグ "
          + "クーラーバッグ 保冷バッグ リュック バックパック デイパック ランドセル スーツケース キャリー クーラーボックス ケトル ポット やかん 急須 "
          + "水筒 ボトルカバー ステンレスボトル マグボトル 真空断熱 魔法瓶 スープジャー ドリンクボトル スプレーボトル 詰替ボトル 詰め替えボトル "
          + "空ボトル 空容器 哺乳瓶 哺乳びん ストローマグ タンブラー マグカップ ジョッキ ワイングラス ビアグラス コップ 紙カップ プラカップ "
          + "クリアカップ 計量カップ ピッチャー ウォータージャグ デキャンタ シェーカー 弁当箱 ランチボックス 弁当容器 保存容器 密閉容器 漬物容器 "
          + "詰替容器 詰め替え容器 タッパー キャニスター 米びつ 炊飯 両手鍋 片手鍋 圧力鍋 電気鍋 土鍋 卓上鍋 電子レンジ オーブン フライヤー "
          + "ミキサー ジューサー ブレンダー コーヒーメーカー コーヒーサーバー ウォーターサーバー ホームベーカリー 冷蔵庫 冷凍庫 冷温庫 ワインセラー "
          + "加湿器 除湿機 除湿器 噴霧器 霧吹き ディスペンサー 洗面器 風呂桶 バケツ タンク 灯油缶 携行缶 ジョウロ じょうろ プランター 鉢 花瓶 "
          + "コンテナ 収納 ゴミ箱 ごみ箱 ダストボックス ペール缶用"),

  /// A mass says how heavy the thing is or how much it takes.
  WEIGHT(
      "ダンベル バーベル ケトルベル アンクルウェイト 体重計 はかり キッチンスケール 洗濯機 乾燥機 米袋 土のう 台車 ジャッキ "
          + "チェーンブロック ウインチ スリング 脚立 踏み台 物干し 突っ張り"),

  /// A mass says how much of the drug is in it; the container's content is its volume.
  INJECTED("静注 筋注 皮下注 注射 点滴 動注 髄注 注用 注シリンジ 注キット"),

  /// `2L` and the like are sizes of clothing or produce.
  SIZED(
      "シャツ パンツ ズボン 手袋 グローブ 靴下 ソックス ショーツ ブリーフ トランクス タイツ ストッキング 肌着 下着 ジャケット コート ジャージ "
          + "スカート ブラ キャミソール レギンス エプロン レインウェア カッパ 合羽 パーカー おむつ オムツ たまご 卵 玉子 みかん りんご トマト "
          + "じゃがいも 玉ねぎ 玉葱 デコポン レモン メロン 柿 梨 桃 明太子 ホタテ 帆立 カニ 蟹 海老 えび"),

  /// A capital `G` is gigabytes, or the generation of a network.
  MEMORY(
      "メモリ SD SSD HDD USB iPhone iPad Android スマホ スマートフォン タブレット端末 ルーター Wi-Fi WiFi SIM 携帯 "
          + "パソコン ノートPC ROM RAM GB LTE");

  /// What fills or cleans a holder: `プランター用培養土 14L` contains 14 L.
  private static final List<String> FILLINGS =
      List.of(
          "洗浄", "洗剤", "クリーナー", "除菌", "消臭", "脱臭", "芳香", "漂白", "除湿剤", "カビ", "培養土", "用土", "の土", "液肥",
          "肥料", "茶", "コーヒー豆", "つゆ", "スープ");

  private static final List<String> FILLED = List.of("用", "の", "洗浄", "クリーナー", "除菌");

  private final List<String> words;

  ContentGoods(String words) {
    this.words = List.of(words.split(" "));
  }

  /// The kinds that a text names.
  static Set<ContentGoods> named(String text) {
    Set<ContentGoods> named = EnumSet.noneOf(ContentGoods.class);
    for (ContentGoods goods : values()) {
      if (goods.words.stream().anyMatch(word -> goods.isNamed(text, word))) {
        named.add(goods);
      }
    }
    return named;
  }

  private boolean isNamed(String text, String word) {
    int at = text.indexOf(word);
    if (at < 0) {
      return false;
    }
    boolean filled =
        this == HOLDER
            && ContentWords.startsWithAny(FILLED, text, at + word.length())
            && ContentWords.containsAny(FILLINGS, text.substring(at + word.length()));
    return !filled;
  }
}
