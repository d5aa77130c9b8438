package dev.totonoe.profile;

import dev.totonoe.record.ColumnKind;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the words of a heading say about its column.
///
/// | heading | says |
/// |---|---|
/// | `商品名（必須）`, `品名`, `itemName` | name |
/// | `JANｺｰﾄﾞ`, `商品コード(JAN)`, `ean13` | gtin |
/// | `メーカー希望小売価格`, `unit_price` | price |
/// | `メーカーコード`, `category_major_cd`, `価格改定番号` | code |
/// | `商品名カナ`, `分別区分（略称）` | text |
/// | `在庫数`, `発注ロット`, `qty` | number |
/// | `重量(g)`, `アルコール度数`, `weight` | measure |
/// | `外形寸法` | dimensions |
/// | `サイズ`, `size` | size, unless the cells are dimensions or contents |
/// | `得意先名`, `住所`, `並び順` | nothing |
///
/// Latin words are compared as whole words, so that `Japan` is no `jan`; Japanese, which has no
/// word ends, by what the heading contains or ends with. Known weakness: headings in other
/// languages.
final class HeadingWords {
  /// What follows is a sentence and no heading.
  private static final int CHARS_MAX = 200;

  private static final Set<String> GTIN_WORDS =
      Set.of("jan", "gtin", "ean", "upc", "isbn", "itf", "barcode", "jancode", "jancd", "eancode");
  private static final Pattern GTIN = Pattern.compile("バーコード|ジャンコード");

  private static final Set<String> PRICE_WORDS =
      Set.of("price", "cost", "msrp", "rrp", "listprice", "unitprice", "kakaku");
  private static final Pattern PRICE =
      Pattern.compile("価格|売価|単価|原価|定価|特価|値段|薬価|上代|下代|仕切|納価|卸値|仕入値|売値|税込|税抜|税別");
  private static final Pattern NOT_PRICE =
      Pattern.compile(".*(日|日付|区分|単位|率|種別|通貨|ランク|帯|フラグ|有無|理由|備考|コード|番号)");
  private static final Set<String> NOT_PRICE_WORDS =
      Set.of(
          "unit",
          "currency",
          "type",
          "date",
          "status",
          "tax",
          "rate",
          "flag",
          "note",
          "notes",
          "at",
          "from",
          "to",
          "id",
          "code",
          "cd",
          "no",
          "level",
          "list",
          "group",
          "center");

  private static final Set<String> DATE_WORDS =
      Set.of("date", "day", "ymd", "created", "updated", "released", "registered", "expiry");
  private static final Pattern DATE = Pattern.compile(".*(?<![曜休])(日|日付|年月日|日時|期限|年月)");

  private static final Set<String> CODE_WORDS =
      Set.of("code", "cd", "sku", "id", "no", "number", "mpn", "asin", "ref");
  private static final Pattern CODE = Pattern.compile(".*(コード|番号|品番|型番|型式|記号|ナンバー)");

  /// Another spelling or a short form of the column beside it.
  private static final Pattern VARIANT = Pattern.compile("カナ|かな|フリガナ|ふりがな|読み|ヨミ|略|英語|英名|旧");

  private static final Set<String> VARIANT_WORDS = Set.of("kana", "short", "abbr", "yomi", "alias");

  private static final Set<String> CATEGORY_WORDS =
      Set.of("category", "categories", "genre", "department", "class", "classification");
  private static final Pattern CATEGORY =
      Pattern.compile("分類|カテゴリー?|ジャンル|部門|商品群|品群|食品群|(商品|品目|分別|種別|製品)区分");

  private static final Set<String> MAKER_WORDS = Set.of("maker", "brand", "manufacturer", "mfr");
  private static final Pattern MAKER =
      Pattern.compile("メーカー?|ブランド|製造元|製造者|製造会社|製造業者|製造販売|販売元|発売元|製販");

  private static final Set<String> CONTENT_WORDS =
      Set.of("spec", "specification", "volume", "net", "content", "contents", "capacity");
  private static final Pattern CONTENT = Pattern.compile("規格|内容量|容量|内容|正味|量目|入数|入り数|荷姿|包装");

  /// Of clothing, of a thing's sides, or of a pack: the cells tell.
  private static final Set<String> SIZE_WORDS = Set.of("size");

  private static final Pattern SIZE = Pattern.compile("サイズ");

  private static final Set<String> DIMENSIONS_WORDS = Set.of("dimensions", "dimension");
  private static final Pattern DIMENSIONS = Pattern.compile("寸法|外寸|内寸");

  private static final Set<String> NUMBER_WORDS = Set.of("stock", "quantity", "qty");
  private static final Pattern NUMBER =
      Pattern.compile(".*(在庫数?|数量|[発受]注ロット|ロット数|[発受]注数|個数|枚数|本数|冊数|ページ数|頁数)");

  private static final Set<String> MEASURE_WORDS =
      Set.of("weight", "wattage", "voltage", "abv", "calories");
  private static final Pattern MEASURE =
      Pattern.compile(".*(重量|重さ|質量|アルコール度数|アルコール分|消費電力|定格電力|電圧|熱量|エネルギー|カロリー|幅|奥行き?|高さ|直径)");

  private static final Pattern FIRST_NAME =
      Pattern.compile("(正式)?(商品|製品)(正式)?(名|名称)(漢字|全角|正式)?|アイテム名");
  private static final Pattern SECOND_NAME =
      Pattern.compile("(品|品目|食品|薬品|医薬品|物品|器具|販売|アイテム)(名|名称)|名称|(品|商品)名(称)?(規格|容量|内容量|規格容量)");
  private static final Pattern THIRD_NAME =
      Pattern.compile("商品|製品|品目|アイテム|(商品|製品)?タイトル|商品表記|商品表示名|メニュー名?");
  private static final List<Set<String>> NAME_PHRASES =
      List.of(
          Set.of("product name", "item name", "goods name", "product title", "item title"),
          Set.of("name", "title"),
          Set.of("product", "item", "goods"));

  private static final Set<String> TEXT_WORDS =
      Set.of(
          "description",
          "note",
          "notes",
          "remark",
          "remarks",
          "comment",
          "comments",
          "detail",
          "details",
          "memo");
  private static final Pattern TEXT =
      Pattern.compile("備考|説明|詳細|コメント|特徴|特長|メモ|コピー|ポイント|注意|紹介|原材料|文");

  /// Codes of parties and places may have a GTIN's check digit (GLN) and are none.
  private static final Pattern PARTY = Pattern.compile("得意先|取引先|仕入先|事業所|事業者|店舗|店番|会社|倉庫|顧客|担当|電話");

  private static final Set<String> PARTY_WORDS =
      Set.of("gln", "supplier", "vendor", "customer", "store", "shop", "company", "phone", "tel");

  private static final Pattern COLOUR = Pattern.compile("(商品|本体)?(色|色名|カラー|カラー名)");
  private static final Set<String> COLOUR_PHRASES =
      Set.of("color", "colour", "color name", "colour name");
  private static final Pattern UNIT = Pattern.compile("(販売|発注|出荷|仕入|取引|注文|入数|荷姿|数量)?単位(名|名称)?");
  private static final Set<String> UNIT_PHRASES = Set.of("unit", "unit name", "sales unit", "uom");
  private static final Pattern YES_NO = Pattern.compile(".*(有無|可否|要否|該非|フラグ|対象)");
  private static final Pattern PHONE =
      Pattern.compile(".*(電話|電話番号|携帯|携帯番号|連絡先|ファックス|ファクス|ファクシミリ|ファックス番号)");
  private static final Set<String> PHONE_WORDS =
      Set.of("tel", "phone", "telephone", "fax", "mobile");
  private static final Pattern POSTAL_CODE = Pattern.compile(".*(郵便番号|郵便)");
  private static final Set<String> POSTAL_CODE_WORDS =
      Set.of("zip", "zipcode", "postcode", "postal");
  private static final Pattern URL = Pattern.compile(".*(ホームページ|ウェブサイト|サイト|リンク)(アドレス)?");
  private static final Set<String> URL_WORDS =
      Set.of("url", "website", "homepage", "hp", "web", "link");
  private static final Pattern EMAIL = Pattern.compile(".*(メール|メールアドレス|電子メール)");
  private static final Set<String> EMAIL_WORDS = Set.of("email", "mail", "mailaddress");

  private static final Pattern ASIDE = Pattern.compile("[(\\[【〔「<](.*?)[)\\]】〕」>]|[※*].*");
  private static final Pattern HYPHEN_IN_KANA = Pattern.compile("(?<=[ァ-ヶー])[-‐−]");
  private static final Pattern WORD = Pattern.compile("[a-z]+|[^a-z\\P{L}]+|ー");

  private final List<String> latin = new ArrayList<>();
  private final String japanese;
  private final String last;
  private final String aside;
  private final String folded;

  private HeadingWords(String whole) {
    String heading = whole.length() > CHARS_MAX ? whole.substring(0, CHARS_MAX) : whole;
    folded =
        HYPHEN_IN_KANA
            .matcher(Normalizer.normalize(heading, Normalizer.Form.NFKC))
            .replaceAll("ー")
            .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
            .toLowerCase(Locale.ROOT);
    StringBuilder asides = new StringBuilder();
    Matcher matcher = ASIDE.matcher(folded);
    while (matcher.find()) {
      asides.append(matcher.group()).append(' ');
    }
    aside = asides.toString();
    StringBuilder rest = new StringBuilder();
    Matcher words = WORD.matcher(matcher.replaceAll(" "));
    String lastWord = "";
    while (words.find()) {
      lastWord = words.group();
      if (words.group().charAt(0) <= 'z') {
        latin.add(words.group());
      } else {
        rest.append(words.group());
      }
    }
    japanese = rest.toString();
    last = lastWord;
  }

  /// What the heading says, or nothing where it says nothing that the worker knows.
  static Optional<ColumnKind> kind(String heading) {
    return Headings.isMadeUp(heading) ? Optional.empty() : new HeadingWords(heading).kind();
  }

  /// What the heading hints at, for kinds that only the cells can make sure of: `色` stands over
  /// words and numbers, `対象` over anything.
  static Optional<ColumnKind> hint(String heading) {
    return Headings.isMadeUp(heading) ? Optional.empty() : new HeadingWords(heading).hint();
  }

  /// How surely a heading of kind name means the product's own name: 0 is the surest.
  static int nameRank(String heading) {
    return new HeadingWords(heading).nameRank();
  }

  /// Whether the column belongs to somebody or some place and not to the product.
  static boolean isOfParty(String heading) {
    return new HeadingWords(heading).says(PARTY, PARTY_WORDS);
  }

  /// The order decides where a heading has words of several kinds.
  private Optional<ColumnKind> kind() {
    if (says(PARTY, PARTY_WORDS)) {
      return endsAsCode() ? Optional.of(ColumnKind.CODE) : Optional.empty();
    }
    if (says(GTIN, GTIN_WORDS) || latinOf(aside).stream().anyMatch(GTIN_WORDS::contains)) {
      return Optional.of(ColumnKind.GTIN);
    }
    if (says(PRICE, PRICE_WORDS)
        && !NOT_PRICE.matcher(japanese).matches()
        && !NOT_PRICE_WORDS.contains(last)) {
      return Optional.of(ColumnKind.PRICE);
    }
    if (DATE.matcher(japanese).matches() || latin.stream().anyMatch(DATE_WORDS::contains)) {
      return Optional.of(ColumnKind.DATE);
    }
    if (endsAsCode()) {
      return Optional.of(ColumnKind.CODE);
    }
    if (VARIANT.matcher(japanese + aside).find()
        || latin.stream().anyMatch(VARIANT_WORDS::contains)) {
      return Optional.of(ColumnKind.TEXT);
    }
    if (nameRank() < NAME_PHRASES.size()) {
      return Optional.of(ColumnKind.NAME);
    }
    if (says(CATEGORY, CATEGORY_WORDS)) {
      return Optional.of(ColumnKind.CATEGORY);
    }
    if (says(MAKER, MAKER_WORDS)) {
      return Optional.of(ColumnKind.MAKER);
    }
    if (says(TEXT, TEXT_WORDS)) {
      return Optional.of(ColumnKind.TEXT);
    }
    if (says(CONTENT, CONTENT_WORDS)) {
      return Optional.of(ColumnKind.CONTENT);
    }
    return measured();
  }

  private Optional<ColumnKind> measured() {
    if (says(DIMENSIONS, DIMENSIONS_WORDS)) {
      return Optional.of(ColumnKind.DIMENSIONS);
    }
    if (says(SIZE, SIZE_WORDS)) {
      return Optional.of(ColumnKind.SIZE);
    }
    if (NUMBER.matcher(japanese).matches() || NUMBER_WORDS.contains(last)) {
      return Optional.of(ColumnKind.NUMBER);
    }
    if (MEASURE.matcher(japanese).matches() || MEASURE_WORDS.contains(last)) {
      return Optional.of(ColumnKind.MEASURE);
    }
    return Optional.empty();
  }

  private Optional<ColumnKind> hint() {
    if (isName(COLOUR, COLOUR_PHRASES)) {
      return Optional.of(ColumnKind.COLOUR);
    }
    if (isName(UNIT, UNIT_PHRASES)) {
      return Optional.of(ColumnKind.UNIT);
    }
    if (isAbout(EMAIL, EMAIL_WORDS)) {
      return Optional.of(ColumnKind.EMAIL);
    }
    if (isAbout(POSTAL_CODE, POSTAL_CODE_WORDS) || folded.contains("〒")) {
      return Optional.of(ColumnKind.POSTAL_CODE);
    }
    if (isAbout(PHONE, PHONE_WORDS)) {
      return Optional.of(ColumnKind.PHONE);
    }
    if (isAbout(URL, URL_WORDS)) {
      return Optional.of(ColumnKind.URL);
    }
    return YES_NO.matcher(japanese).matches() || last.equals("flag") || last.equals("flg")
        ? Optional.of(ColumnKind.YES_NO)
        : Optional.empty();
  }

  private boolean isAbout(Pattern pattern, Set<String> words) {
    return pattern.matcher(japanese).matches() || latin.stream().anyMatch(words::contains);
  }

  private int nameRank() {
    List<Pattern> patterns = List.of(FIRST_NAME, SECOND_NAME, THIRD_NAME);
    for (int rank = 0; rank < patterns.size(); rank++) {
      if (isName(patterns.get(rank), NAME_PHRASES.get(rank))) {
        return rank;
      }
    }
    return patterns.size();
  }

  private boolean isName(Pattern pattern, Set<String> phrases) {
    return japanese.isEmpty()
        ? phrases.contains(String.join(" ", latin))
        : latin.isEmpty() && pattern.matcher(japanese).matches();
  }

  private boolean endsAsCode() {
    return CODE.matcher(japanese).matches() || CODE_WORDS.contains(last);
  }

  private boolean says(Pattern pattern, Set<String> words) {
    return pattern.matcher(japanese).find() || latin.stream().anyMatch(words::contains);
  }

  private static List<String> latinOf(String text) {
    return List.of(text.split("[^a-z]+"));
  }
}
