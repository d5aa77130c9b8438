package dev.totonoe.normalise;

import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The signs and words by which texts name a currency, and the ISO 4217 codes that each may mean.
///
/// A mark of one currency names it. Of a mark that several share, [#MEANT] says which is meant
/// unless the profile or the heading names another of them (`￥` is the yen, in a column in CNY the
/// yuan); the marks of [#OPEN] name none until the profile or the heading does (`$`, `kr`). The
/// toman, ten rials, has no code (`?`). Letters that measure or count in Japanese lists (`L`, `P`,
/// `G`, `m`, `T`) are no marks.
///
/// Sources: ISO 4217; Unicode CLDR's currency symbols; central banks' own abbreviations.
final class CurrencyMarks {
  /// One sign or word.
  ///
  /// @param codes what it may mean
  /// @param open whether none of them is meant unless something else names it
  record Mark(String text, List<String> codes, boolean open) {
    Mark {
      codes = List.copyOf(codes);
    }

    /// The currency that is meant where heading or profile names `context`; empty: unknown.
    String code(String context) {
      return codes.contains(context) ? context : open ? "" : codes.getFirst();
    }

    /// Both marks of one price, as in `SGD$`; empty where they contradict each other.
    Optional<Mark> and(Mark other) {
      List<String> both = codes.stream().filter(other.codes::contains).toList();
      if (both.isEmpty()) {
        return Optional.empty();
      }
      Mark narrower = codes.size() <= other.codes.size() ? this : other;
      return Optional.of(new Mark(narrower.text, both, open && other.open && both.size() > 1));
    }
  }

  private static final String UNIQUE =
      """
      AED درهم د.إ Dhs
      AFN ؋ Af Afs
      ALL Lek Lekë
      AMD ֏ դր
      ANG NAf NAƒ
      AOA Kz kwz
      ARS AR$ Arg$
      AUD A$ AU$ AUD$ 豪ドル オーストラリアドル
      AWG Afl
      AZN ₼ ман
      BAM KM КМ
      BBD Bds$ BBD$
      BDT ৳ Tk টকা
      BGN лв лев лева
      BHD BD .د.ب د.ب
      BIF FBu
      BMD BD$
      BND B$ BN$
      BOB Bs $b
      BRL R$ レアル ブラジルレアル
      BSD BS$
      BTN Nu
      BYN Rbl бел.руб
      BZD BZ$
      CAD CA$ CAD$ Can$ CDN$ CND カナダドル 加ドル
      CDF FC FrCD
      CHF Fr SFr SFr. スイスフラン
      CLP CLP$ CL$ Ch$
      CNY CN¥ RMB CNH 人民元 中国元 yuan renminbi
      COP COL$ COP$ CO$
      CRC ₡
      CUC CUC$
      CUP $MN CUP$
      CVE Esc CV$
      CZK Kč Kc KČ kč Kčs チェココルナ
      DJF Fdj
      DKK デンマーククローネ Dkr
      DOP RD$
      DZD دج د.ج DA
      EGP E£ ج.م جنيه EGP£ L.E.
      ESP ₧ Pta Ptas
      ERN Nfk ናቕፋ نافكا
      ETB ብር Birr
      EUR € ユーロ euro Euro EURO euros Euros eur ευρώ
      FJD FJ$
      FKP FK£
      GBP stg Stg 英ポンド イギリスポンド 英国ポンド スターリング・ポンド UK£ GB£
      GEL ₾ ლარი ლ
      GHS ₵ GH₵ GH¢
      GIP Gib£
      GNF GFr FG
      GTQ Q
      GYD G$ GY$
      HKD HK$ 香港ドル HKD$
      HNL Lps
      HRK kn
      HUF Ft フォリント
      IDR Rp RP インドネシアルピア
      ILS ₪ ש"ח ש'ח ש״ח NIS nis ش.ج
      INR ₹ インドルピー
      IQD ع.د د.ع
      IRR ریال
      ISK アイスランドクローナ Íkr Ikr
      JMD J$ JA$
      JOD د.ا د.أ JD
      JPY 円 圓 えん 日本円 yen Yen YEN JP¥ JP￥ JPY¥
      KES KSh KShs Ksh Kshs
      KHR ៛
      KMF CF
      KPW 北朝鮮ウォン
      KRW 韓国ウォン 원
      KWD KD د.ك دينار كويتي ك.د
      KYD CI$
      KZT ₸ тг тңг тенге
      LAK ₭
      LBP ل.ل L.L. LB£
      LTL Lt
      LVL Ls
      LKR SLRs රු
      LRD LD L$ LD$
      LYD ل.د د.ل
      MAD د.م
      MGA Ar
      MKD ден ДЕН mkd
      MNT ₮ төг
      MOP MOP$ パタカ
      MRU UM
      MUR MURs
      MVR Rf MRf ރ
      MWK MK
      MXN MX$ Mex$ MXN$ メキシコペソ
      MYR RM マレーシアリンギット リンギット リンギ
      MZN MT MTn
      NAD N$
      NGN ₦ ナイラ
      NIO NIO$
      NOK ノルウェークローネ Nkr
      NPR NRs NPRs नेरू रु रू
      NZD NZ$ NZD$ ニュージーランドドル NZドル
      OMR ر.ع
      PAB B/. B/ バルボア パナマ・バルボア
      PEN S/. S/
      PGK Kina
      PHP ₱ フィリピンペソ PhP Php
      PKR PKRs
      PLN zł zl ZŁ Zł ズウォティ
      PYG ₲ Gs
      QAR ر.ق QR
      RSD дин Дин din Din DIN динар динара Dinara dinara
      RUB ₽ руб Руб РУБ рублей рубля рубль р Р ロシアルーブル ルーブル rub RUR
      RWF FRw RF
      SAR ر.س
      SBD SI$
      SCR SCRs SRe
      SDG ج.س
      SEK スウェーデンクローナ Skr
      SGD S$ SG$ SGD$ シンガポールドル
      SHP SHP£
      SLE Le
      SOS Sh.So. SoSh Ssh ش.ص
      SRD Sr$ SRD$
      STN Db
      SYP ل.س S£ SY£ SYP£
      SZL Emalangeni
      THB ฿ บาท バーツ Baht baht タイバーツ
      TJS с смн
      TND د.ت DT
      TOP T$
      TRY ₺ TL トルコリラ YTL
      TTD TT$
      TWD NT$ 台湾ドル NTドル 台湾元 新台幣 NTD NT＄ ニュー台湾ドル
      TZS TSh TSh
      UAH ₴ грн гривень гривна
      UGX USh
      USD US$ $US U$S US＄ 米ドル アメリカドル 米$ ＵＳドル USドル U.S.$ us$ USD$
      UYU $U UYU$
      UZS so'm soʻm сўм so’m
      VES Bs.S Bs.F Bs.D
      VND ₫ đ VNĐ Đ ドン ベトナムドン
      VUV VT Vt
      WST WS$
      XAF FCFA
      XCD EC$
      XOF F.CFA
      XCG Cg
      XPF CFP FCFP
      YER ر.ي YR
      ZAR R ランド 南アフリカランド
      ZMW ZK
      ZWL Z$
      """;

  /// First the currency that is meant, then the others.
  private static final String MEANT =
      """
      JPY,CNY ￥ ¥ \\
      GBP,EGP,LBP,SYP,FKP,GIP,SHP,SSP ￡ £ ポンド
      CNY,TWD 元
      CAD,NIO C$
      KRW,KPW ₩ ￦ ウォン
      """;

  private static final String OPEN =
      """
      USD,AUD,CAD,HKD,SGD,NZD,TWD,MXN,ARS,CLP,COP,BND,FJD,JMD,BSD,BBD,BZD,BMD,KYD,GYD,LRD,NAD,SBD,SRD,TTD,XCD,DOP,UYU,CUP,NIO,MOP,WST,TOP,CVE,BRL $ ＄ ﹩ ドル 弗 dollar dollars
      SEK,NOK,DKK,ISK kr KR Kr クローネ クローナ
      INR,PKR,LKR,NPR,MUR,SCR Rs RS Re ₨ ルピー
      XAF,XOF CFA
      CHF,XAF,XOF,XPF ₣ フラン
      AWG,ANG ƒ
      MXN,ARS,CLP,COP,PHP,UYU,DOP,CUP ペソ
      RON,MDL lei Lei LEI leu
      SAR,SCR SR
      MAD,AED DH Dh
      ETB,BYN Br
      ITL,GBP ₤
      SAR,QAR,YER,OMR,IRR ريال ﷼
      ? تومان
      KWD,BHD,JOD,IQD,DZD,LYD,TND دينار
      TND,LYD,JOD,KWD,DZD د.
      SOS,TZS,UGX,KES Sh
      KPW,KRW WON won
      KGS,TJS сом
      """;

  /// Codes that are words of other languages as well: beside a number they count in capitals only.
  private static final Set<String> WORDS =
      Set.of(
          "ALL", "ANG", "BAM", "BOB", "COP", "CUP", "GEL", "LAK", "MAD", "MOP", "PEN", "RON", "RUB",
          "SAR", "SOS", "TOP", "TRY", "UNI");

  /// Codes that flyers write as words beside numbers: `ALL 100`, `TOP 10`.
  private static final Set<String> NEVER = Set.of("ALL", "TOP");

  /// Money without cash or country: metals, bonds, units of account, test codes.
  private static final Set<String> NO_MONEY =
      Set.of("XAU", "XAG", "XPT", "XPD", "XTS", "XXX", "XBA", "XBB", "XBC", "XBD", "XDR", "XSU");

  private static final WordTable<Mark> TABLE = new WordTable<>(table());

  private CurrencyMarks() {}

  private static Map<String, Mark> table() {
    Map<String, Mark> table = new LinkedHashMap<>();
    for (Currency currency : Currency.getAvailableCurrencies()) {
      String code = currency.getCurrencyCode();
      if (!NO_MONEY.contains(code) && !NEVER.contains(code)) {
        table.put(code, new Mark(code, List.of(code), false));
        if (!WORDS.contains(code)) {
          String small = code.toLowerCase(java.util.Locale.ROOT);
          table.put(small, new Mark(small, List.of(code), false));
        }
      }
    }
    read(UNIQUE, false, table);
    read(MEANT, false, table);
    read(OPEN, true, table);
    return table;
  }

  /// The spellings are folded as the cells are.
  private static void read(String lines, boolean open, Map<String, Mark> table) {
    for (String line : lines.split("\n")) {
      String[] words = line.split(" ");
      List<String> codes = List.of(words[0].split(","));
      for (int i = 1; i < words.length; i++) {
        String word = Chain.NAME.unify(words[i]);
        table.put(word, new Mark(word, codes, open));
      }
    }
  }

  /// The longest mark at a place of a unified text; an abbreviation takes its point along (`руб.`).
  static Optional<WordTable.Found<Mark>> at(String text, int at) {
    return TABLE.at(text, at).map(found -> withPoint(text, found));
  }

  private static WordTable.Found<Mark> withPoint(String text, WordTable.Found<Mark> found) {
    int end = found.end();
    boolean abbreviation =
        WordTable.isSpaced(text.charAt(end - 1)) && !isCode(found.word()) && end < text.length();
    return abbreviation && text.charAt(end) == '.'
        ? new WordTable.Found<>(found.word(), found.value(), end + 1)
        : found;
  }

  private static boolean isCode(String word) {
    return word.length() == 3
        && Character.isUpperCase(word.charAt(0))
        && Character.isUpperCase(word.charAt(2));
  }

  /// The marks in a heading, from left to right; single letters and codes that are words are none,
  /// unless they are all of it.
  static List<Mark> in(String heading) {
    List<Mark> marks = new ArrayList<>();
    int at = 0;
    while (at < heading.length()) {
      var found = at(heading, at);
      boolean alone = at == 0 && found.isPresent() && found.get().end() == heading.length();
      if (found.isPresent() && (alone || !isWeak(found.get().word()))) {
        marks.add(found.get().value());
        at = found.get().end();
      } else {
        at++;
      }
    }
    return marks;
  }

  /// Whether a mark is more often something else.
  private static boolean isWeak(String mark) {
    return mark.length() == 1 && WordTable.isSpaced(mark.charAt(0)) || WORDS.contains(mark);
  }
}
