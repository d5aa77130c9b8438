package dev.totonoe.normalise;

import dev.totonoe.normalise.PriceReading.Tax;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The words that stand beside prices, in small letters as [PriceScanner] compares them.
final class PriceWords {
  /// What a word says of the price beside it.
  sealed interface Meaning {
    /// Whether consumption tax is in it.
    record Taxed(Tax tax) implements Meaning {}

    /// Which of the row's prices it is.
    record Label(PriceReading.Role role) implements Meaning {}

    /// It is one end of a range, or not exact.
    record Range() implements Meaning {}

    /// It holds for a measure or a piece: `当り`.
    record Per() implements Meaning {}

    /// It changes nothing: `送料込`.
    record Note() implements Meaning {}

    /// A hundredth or a tenth of the currency's main unit: `セント`, `角`.
    record Part(int parts) implements Meaning {}

    /// Between two prices: `→`.
    record Between() implements Meaning {}
  }

  private static final String INCLUDED =
      """
      税込|税込み|税込価格|税込み価格|税込売価|税込総額|内税|消費税込|消費税込み|消費税込価格|込|込み|込価格|税サ込
      w/tax|with tax|tax included|included tax|tax incl|tax incl.|incl tax|incl. tax|incl.tax|including tax|inc tax|inc. tax|tax in
      inc vat|inc. vat|incl vat|incl. vat|including vat|vat included|inc gst|inc. gst|incl gst|incl. gst|including gst
      inkl. mwst|inkl. mwst.|inkl mwst|inkl. ust.|inkl. moms|inkl moms|incl. btw|incl btw|ttc|t.t.c.|s dph|vč. dph|včetně dph|brutto
      iva incluido|iva incluida|iva inclusa|iva incl.|iva inc.|con iva|z vat|с ндс|с пдв
      """;

  private static final String EXCLUDED =
      """
      税抜|税抜き|税抜価格|税抜き価格|税抜売価|税別|税別価格|外税|税外|本体|本体価格|本体売価|消費税別|消費税抜|消費税抜き|抜|抜き|別|+税|+ 税|+消費税|プラス税|+tax|+ tax
      w/o tax|without tax|tax excluded|excluded tax|tax excl|tax excl.|excl tax|excl. tax|excl.tax|excluding tax|ex tax|ex. tax|tax out|plus tax|pre-tax
      +vat|+ vat|plus vat|ex vat|ex. vat|exc vat|exc. vat|excl vat|excl. vat|excluding vat|ex gst|ex. gst|excl gst|excl. gst|excluding gst|+gst|+ gst|plus gst
      zzgl. mwst|zzgl. mwst.|exkl. mwst|exkl. mwst.|exkl. moms|excl. btw|excl btw|h.t.|hors taxe|hors taxes|bez dph|netto|bez podatku
      iva excluido|iva esclusa|más iva|mas iva|+ iva|+iva|sin iva|senza iva|bez vat|без ндс|без пдв|χωρίς φ.π.α
      """;

  private static final String LIST =
      """
      定価|通常価格|通常販売価格|通常小売価格|通常売価|通常|希望小売価格|メーカー希望小売価格|メーカー希望価格|メーカー小売希望価格|希望小売|標準小売価格|標準価格|標準売価
      参考価格|参考小売価格|参考上代|参考売価|参考|上代|旧価格|旧定価|元値|当店通常価格|当店通常|小売希望価格
      list price|list|rrp|msrp|srp|was|reg|reg.|regular price|retail price|statt|uvp|běžná cena|cena katalogowa|old price|compare at
      """;

  private static final String OFFER =
      """
      特価|超特価|大特価|特別価格|特売価格|特売|セール価格|セール|sale価格|販売価格|販売単価|店頭価格|店頭売価|店頭販売価格|売価|売値|価格|単価|値段|当店価格|当店特価|現金価格|お買得価格|お買い得価格|新価格|小売価格|小売
      price|our price|now|sale price|special price|sale|special|now only|only|unit price|cena|naše cena|vaše cena|cena promocyjna|preis|prix|precio|preço|preco|prezzo|prijs|pris|цена|ціна|pvp|p.v.p.|costo|τιμή|fiyat|harga|giá
      """;

  private static final String COST =
      "原価|仕入|仕入価格|仕入値|仕入単価|仕入原価|卸|卸価格|卸値|卸単価|下代|納価|納品価格|納入価格|仕切|仕切価格|仕切値";

  private static final String TAX_AMOUNT = "消費税|うち消費税|内消費税|税額|消費税額|うち税|消費税等";

  private static final String RANGE =
      """
      ～|~|〜|から|より|約|およそ|前後|程度|以上|以下|未満|台|from|to|ab|von|bis|vanaf|från|fra|od|от|à partir de|a partir de|desde|a partire da|starting at|up to
      """;

  private static final String PER = "あたり|当たり|当り|当|につき|毎|per|ごと";

  private static final String NOTES =
      "金|各|各種|each|ea|送料込|送料込み|送料無料|送料別|送料別途|送料込価格|税率|軽減税率|軽減税率対象|*|**|***|※|!|★|◎|○";

  /// By spelling what stands for "no price": what the cell is unified to.
  private static final String NONE =
      """
      オープン価格 オープン価格|オープン|オープンプライス|オープンプライス品|open|openprice|openプライス|open価格|オープンprice
      時価 時価
      要問合せ 要問合せ|要問い合わせ|要問い合せ|要問合わせ|お問い合わせ|お問い合せ|お問合せ|お問合わせ|問い合わせ|問合せ|問合わせ|要お問い合わせ|要お問合せ|お問い合わせください|お問合せください|お問い合わせ下さい|お問合せ下さい|応相談|要相談|ask
      要見積 要見積|要見積り|要見積もり|要お見積り|要お見積もり|お見積り|お見積もり|御見積|見積|見積り|見積もり|都度見積|都度見積り
      非売品 非売品|非売
      未定 未定|価格未定|価格未設定|未設定|tbd|tba
      なし なし|無し|無|設定なし|価格なし|価格設定なし|該当なし
      n/a n/a|na|null|none
      - -|--|---|----|ー|ーー|ーーー|ーーーー|―|――|―――|――――
      """;

  /// Words for a price of nothing.
  private static final String FREE = "無料|無償|free|free!";

  private static final Map<String, Integer> PARTS =
      Map.of("セント", 100, "cent", 100, "cents", 100, "銭", 100, "角", 10, "分", 100, "ペンス", 100);

  private static final WordTable<Meaning> TABLE = new WordTable<>(table());
  private static final Map<String, String> NONE_BY_WORD = none();
  private static final java.util.Set<String> FREE_WORDS = java.util.Set.of(FREE.split("\\|"));

  private PriceWords() {}

  private static Map<String, Meaning> table() {
    Map<String, Meaning> table = new LinkedHashMap<>();
    put(table, RANGE, new Meaning.Range());
    put(table, PER, new Meaning.Per());
    put(table, NOTES, new Meaning.Note());
    put(table, "→|⇒|▶|➡|⇨", new Meaning.Between());
    put(table, COST, new Meaning.Label(PriceReading.Role.COST));
    put(table, TAX_AMOUNT, new Meaning.Label(PriceReading.Role.TAX));
    put(table, LIST, new Meaning.Label(PriceReading.Role.LIST));
    put(table, OFFER, new Meaning.Label(PriceReading.Role.OFFER));
    put(table, INCLUDED, new Meaning.Taxed(Tax.INCLUDED));
    put(table, EXCLUDED, new Meaning.Taxed(Tax.EXCLUDED));
    PARTS.forEach((word, parts) -> table.put(word, new Meaning.Part(parts)));
    return table;
  }

  private static void put(Map<String, Meaning> table, String lines, Meaning meaning) {
    for (String word : lines.strip().split("[|\n]")) {
      table.put(word, meaning);
    }
  }

  private static Map<String, String> none() {
    Map<String, String> none = new LinkedHashMap<>();
    for (String line : NONE.strip().split("\n")) {
      String[] parts = line.split(" ", 2);
      for (String word : parts[1].split("\\|")) {
        none.put(word, parts[0]);
      }
    }
    return none;
  }

  /// The longest word at a place of a text in small letters.
  static Optional<WordTable.Found<Meaning>> at(String small, int at) {
    return TABLE.at(small, at);
  }

  /// The one spelling of what says that there is no price; empty where a text says something else.
  static Optional<String> none(String unified) {
    return Optional.ofNullable(NONE_BY_WORD.get(bare(unified)));
  }

  static boolean isFree(String unified) {
    return FREE_WORDS.contains(bare(unified));
  }

  /// Without spaces and brackets, in small letters.
  private static String bare(String text) {
    return text.replaceAll("[ ()\\[\\]【】「」<>]", "").toLowerCase(Locale.ROOT);
  }
}
