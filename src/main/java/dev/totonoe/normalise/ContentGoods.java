package dev.totonoe.normalise;

import dev.totonoe.normalise.ContentToken.Base;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Kinds of goods that change what a number beside them says: a kettle of 1.2 L contains nothing.
///
/// | kind | text | the number |
/// |---|---|---|
/// | holder | `電気ケトル 1.2L`, `ゴミ袋 45L` | how much the thing holds |
/// | weight | `ダンベル 5kg`, `洗濯機 8kg` | how heavy it is or how much it takes |
/// | injected | `静注用1g`, `皮下注4g/20mL` | the dose |
/// | long | `脚立 1.8m`, `電源タップ 2m` | how long the thing or its cord is |
/// | taker | `ワインラック 6本`, `トナー 5000枚` | how many of another thing it takes |
/// | sized | `Tシャツ 2L`, `みかん 2L` | a size |
/// | memory | `SDカード 32G` | gigabytes |
///
/// Known weakness: a kind of goods that no list names is read as if it were food.
enum ContentGoods {
  /// A volume says how much the thing holds.
  HOLDER(
      EnumSet.of(Base.VOLUME),
      "washing washer dryer microwave oven fridge freezer refrigerator kettle backpack suitcase tumbler mug マグ| グラス| ゴミ袋 ごみ袋 ポリ袋 レジ袋 ビニール袋 チャック袋 フリーザーバッグ ジップロック エコバッグ トートバッグ ショルダーバッグ ボストンバッグ "
          + "クーラーバッグ 保冷バッグ リュック バックパック デイパック ランドセル スーツケース キャリー クーラーボックス ケトル ポット やかん 急須 "
          + "水筒 ボトルカバー ステンレスボトル マグボトル 真空断熱 魔法瓶 スープジャー ドリンクボトル スプレーボトル 詰替ボトル 詰め替えボトル "
          + "空ボトル 空容器 哺乳瓶 哺乳びん ストローマグ タンブラー マグカップ ジョッキ ワイングラス ビアグラス コップ 紙カップ プラカップ "
          + "クリアカップ 計量カップ ピッチャー ウォータージャグ デキャンタ シェーカー 弁当箱 ランチボックス 弁当容器 保存容器 密閉容器 漬物容器 "
          + "詰替容器 詰め替え容器 タッパー キャニスター 米びつ 炊飯 掃除機 両手鍋 片手鍋 圧力鍋 電気鍋 土鍋 卓上鍋 電子レンジ オーブン フライヤー "
          + "ミキサー ジューサー ブレンダー コーヒーメーカー コーヒーサーバー ウォーターサーバー ホームベーカリー 冷蔵庫 冷凍庫 冷温庫 ワインセラー "
          + "加湿器 除湿機 除湿器 噴霧器 霧吹き ディスペンサー 洗面器 風呂桶 バケツ タンク 灯油缶 携行缶 ジョウロ じょうろ プランター 鉢 花瓶 "
          + "コンテナ 収納 ゴミ箱 ごみ箱 ダストボックス ペール缶用"),

  /// A mass says how heavy the thing is or how much it takes.
  WEIGHT(
      EnumSet.of(Base.MASS),
      "washing washer dryer dumbbell ダンベル バーベル ケトルベル アンクルウェイト 体重計 はかり キッチンスケール 洗濯機 乾燥機 米袋 土のう 台車 ジャッキ "
          + "チェーンブロック ウインチ スリング 脚立 踏み台 物干し 突っ張り "
          + "ネックレス 指輪 ピアス ブレスレット 寝袋 テント| タープ| ルアー ラケット スーツケース 自転車"),

  /// A mass says how much of the drug is in it; the container's content is its volume.
  INJECTED(EnumSet.of(Base.MASS), "静注 筋注 皮下注 注射 点滴 動注 髄注 注用 注シリンジ 注キット"),

  /// Volts and watts are told of appliances: masses and volumes are theirs, or their capacity.
  DEVICE(
      EnumSet.of(Base.MASS, Base.VOLUME),
      "#W #kW #V #Hz #kHz #MHz #GHz #rpm #KB #MB #GB #TB #mAh #Ah #Wh #kWh #Mbps #Gbps #dB #lm #dpi #BTU #万画素 #ワット #ボルト"),

  /// A length says how long or high the thing is, or its cord.
  LONG(
      EnumSet.of(Base.LENGTH),
      "メジャー 巻尺 コンベックス 脚立 はしご 梯子 踏み台 竿 ポール| 三脚 ロッド| なわとび 縄跳び 支柱 テント| タープ| 電源タップ タップ| イヤホン| ヘッドホン| "
          + "マイク| アダプタ| アダプター| 充電器 ドライヤー アイロン| 掃除機 ライト| 照明 イルミネーション カメラ| キーボード| マウス| スピーカー| "
          + "噴霧器 ポンプ| 高圧洗浄機 電動 #GHz #MB cpu processor"),

  /// A count says how many of another thing it takes: `ワインラック 6本`, `トナー 5000枚`.
  TAKER(
      EnumSet.noneOf(Base.class),
      "ワインラック ボトルラック スパイスラック CDラック シューズラック ワインセラー ワインクーラー 傘立て 製氷皿 製氷機 たこ焼き器 ゆで卵器 卵ケース 名刺入れ カードケース 電池ケース CDケース DVDケース "
          + "ピルケース 薬ケース パンチ| トースター シュレッダー トナー ドラムカートリッジ ホットサンドメーカー 充電器 傘スタンド メガネスタンド"),

  /// A volume beside a count may be that of the whole box: `アイス 6本 360ml`.
  FROZEN(EnumSet.noneOf(Base.class), "アイス| アイスバー アイスクリーム ソフトクリーム シャーベット ジェラート アイスキャンディ 氷菓 かき氷"),

  /// `2L` and the like are sizes of clothing or produce.
  SIZED(
      EnumSet.noneOf(Base.class),
      "シャツ パンツ ズボン 手袋 グローブ 靴下 ソックス ショーツ ブリーフ トランクス タイツ ストッキング 肌着 下着 ジャケット コート ジャージ "
          + "スカート ブラ キャミソール レギンス エプロン レインウェア カッパ 合羽 パーカー おむつ オムツ たまご 卵 玉子 みかん りんご トマト "
          + "じゃがいも 玉ねぎ 玉葱 デコポン レモン メロン 柿 梨 桃 明太子 ホタテ 帆立 カニ 蟹 海老 えび"),

  /// A capital `G` is gigabytes, or the generation of a network.
  MEMORY(
      EnumSet.of(Base.MASS),
      "メモリ SD SSD HDD USB iPhone iPad Android スマホ スマートフォン タブレット端末 ルーター Wi-Fi WiFi SIM 携帯 "
          + "パソコン ノートPC ROM RAM LTE LAN DDR phone "
          + "smartphone unlocked lens dslr camera cpu processor");

  /// What fills or cleans a holder: `プランター用培養土 14L` contains 14 L.
  private static final List<String> FILLINGS =
      List.of(
          "洗浄", "洗剤", "クリーナー", "除菌", "消臭", "脱臭", "芳香", "漂白", "除湿剤", "カビ", "培養土", "用土", "の土", "液肥",
          "肥料", "茶", "コーヒー豆", "つゆ", "スープ");

  private static final List<String> FILLED = List.of("用", "の", "洗浄", "クリーナー", "除菌");

  /// Where a word must stand to name goods.
  private enum Where {
    ANYWHERE,
    /// `メーカー`: at the end of a katakana word.
    END,
    /// `SIM`: as a whole word, in any case.
    WORD,
    /// `W`: as the unit of a number, in any case.
    UNIT
  }

  /// A word that names goods.
  private record Name(ContentGoods goods, String word, Where where) {
    static Name of(ContentGoods goods, String entry) {
      return switch (entry.charAt(0)) {
        case '#' -> new Name(goods, entry.substring(1), Where.UNIT);
        default ->
            entry.endsWith("|")
                ? new Name(goods, entry.substring(0, entry.length() - 1), Where.END)
                : ContentNumbers.isLatin(entry.charAt(0))
                    ? new Name(goods, entry, Where.WORD)
                    : new Name(goods, entry, Where.ANYWHERE);
      };
    }

    char first() {
      return Character.toLowerCase(word.charAt(0));
    }

    boolean standsAt(int at, String text) {
      int after = at + word.length();
      if (!text.regionMatches(true, at, word, 0, word.length())) {
        return false;
      }
      char before = at > 0 ? text.charAt(at - 1) : ' ';
      char behind = after < text.length() ? text.charAt(after) : ' ';
      boolean placed =
          switch (where) {
            case ANYWHERE -> true;
            case END -> !ContentNumbers.isKatakana(behind);
            case WORD -> !ContentNumbers.isLatin(before) && !ContentNumbers.isLatin(behind);
            case UNIT -> isUnit(at, before, behind, text);
          };
      boolean filled =
          goods == HOLDER
              && ContentWords.startsWithAny(FILLED, text, after)
              && ContentWords.containsAny(FILLINGS, text.substring(after));
      return placed && !filled;
    }

    /// `5W-30` is an oil.
    private static boolean isUnit(int at, char before, char behind, String text) {
      char number = before == ' ' && at > 1 ? text.charAt(at - 2) : before;
      return ContentNumbers.isDigit(number) && !ContentNumbers.isLatin(behind) && behind != '-';
    }
  }

  private static final Map<Character, List<Name>> NAMES =
      Arrays.stream(values())
          .flatMap(goods -> goods.words.stream().map(entry -> Name.of(goods, entry)))
          .collect(Collectors.groupingBy(Name::first));

  private final Set<Base> silenced;
  private final List<String> words;

  /// @param silenced the bases whose measures state no content
  /// @param words apart by spaces; `|` behind one and `#` before one say where it stands
  ContentGoods(Set<Base> silenced, String words) {
    this.silenced = silenced;
    this.words = List.of(words.split(" "));
  }

  /// The kinds that a text names.
  static Set<ContentGoods> named(String text) {
    Set<ContentGoods> named = EnumSet.noneOf(ContentGoods.class);
    for (int i = 0; i < text.length(); i++) {
      for (Name name : NAMES.getOrDefault(Character.toLowerCase(text.charAt(i)), List.of())) {
        if (!named.contains(name.goods()) && name.standsAt(i, text)) {
          named.add(name.goods());
        }
      }
    }
    return named;
  }

  /// Whether a measure beside these goods states no content.
  boolean silences(Base base) {
    return silenced.contains(base);
  }
}
