package dev.totonoe.sample;

import dev.totonoe.sample.Lexicon.Generic;
import dev.totonoe.sample.Lexicon.Line;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes the sample dataset: two product lists as a supermarket's wholesaler would send them, in
/// windows-31j with CRLF, and the truth about each deliverable row.
///
/// ```
/// java src/test/java/dev/totonoe/sample/SampleGenerator.java
/// ```
///
/// The truth is `file,line,category_id`: the file below the dataset's directory, the physical line
/// on which the record starts, and the leaf it belongs to; no leaf where not even a person could
/// tell.
final class SampleGenerator {
  static final Path RAW = Path.of("datasets/sample/raw");
  static final Path TRUTH = Path.of("src/test/resources/sample/truth.csv");

  private static final long SEED = 310_2026_04L;
  private static final Fate.Positions MASTER = new Fate.Positions(2, 1, 6, 8);
  private static final Fate.Positions PLAN = new Fate.Positions(1, 4, 5, 6);

  private SampleGenerator() {}

  public static void main(String[] arguments) throws IOException {
    for (Map.Entry<Path, byte[]> file : generate(Lexicon.read(), Sections.read()).entrySet()) {
      Files.createDirectories(file.getKey().getParent());
      Files.write(file.getKey(), file.getValue());
    }
  }

  /// Every generated file with its bytes.
  static Map<Path, byte[]> generate(Lexicon lexicon, Sections sections) {
    Sheet master = master(lexicon, sections);
    Sheet plan = plan(lexicon, sections);
    Map<Path, byte[]> files = new TreeMap<>();
    files.put(RAW.resolve(master.file()), master.bytes());
    files.put(RAW.resolve(plan.file()), plan.bytes());
    String truth = "file,line,category_id\n" + plan.truth() + master.truth();
    files.put(TRUTH, truth.getBytes(StandardCharsets.UTF_8));
    return files;
  }

  /// The whole assortment, from the merchandise system.
  private static Sheet master(Lexicon lexicon, Sections sections) {
    List<String> header =
        List.of("商品コード", "JANコード", "商品名", "メーカー", "規格", "入数", "標準小売価格", "原価", "発売日", "分類");
    Sheet sheet = new Sheet("shohin_master_202604.csv");
    sheet.line(Csv.row(header));
    List<Fate> fates = fates(2400);
    for (int i = 0; i < fates.size(); i++) {
      Dice dice = new Dice(SEED + i * 2L);
      Cells cells = new Cells(product(lexicon, "", dice), sections, dice);
      List<String> row =
          List.of(
              cells.code(i),
              cells.gtin(),
              cells.name(),
              cells.maker(),
              cells.size(),
              cells.caseCount(),
              cells.price(),
              cells.cost(),
              cells.date(),
              cells.category());
      fates.get(i).write(sheet, header, row, cells.categoryId(), MASTER);
    }
    return sheet;
  }

  /// A proposal of food and drinks, typed into a spreadsheet: a title above the header, other names
  /// for the columns, in another order, and notes that run over several lines.
  private static Sheet plan(Lexicon lexicon, Sections sections) {
    List<String> header = List.of("No.", "品名", "メーカー名", "内容量", "ＪＡＮ", "税込価格", "登録日", "売場", "商品特徴");
    Sheet sheet = new Sheet("kikaku_shokuhin.csv");
    sheet.line("2026年春夏　食品・菓子・飲料　ご提案商品一覧,,,,,,,,");
    sheet.line(Csv.row(header));
    List<Fate> fates = fates(1000);
    for (int i = 0; i < fates.size(); i++) {
      Dice dice = new Dice(SEED + i * 2L + 1);
      Cells cells = new Cells(product(lexicon, "1[1-6]", dice), sections, dice);
      List<String> row =
          List.of(
              String.valueOf(i + 1),
              cells.name(),
              cells.maker(),
              cells.size(),
              cells.gtin(),
              cells.priceWithTax(),
              cells.date(),
              cells.category(),
              cells.note());
      fates.get(i).write(sheet, header, row, cells.categoryId(), PLAN);
    }
    sheet.line("以上");
    return sheet;
  }

  /// What becomes of each row: every broken kind at its own number of places, all others sound.
  private static List<Fate> fates(int rows) {
    Dice dice = new Dice(SEED + rows);
    List<Fate> fates = new ArrayList<>(Collections.nCopies(rows, Fate.SOUND));
    for (Fate fate : Fate.values()) {
      for (int n = 0; n < fate.places() * rows / 1000; n++) {
        fates.set(dice.between(20, rows - 1), fate);
      }
    }
    return fates;
  }

  private static Product product(Lexicon lexicon, String majors, Dice dice) {
    if (majors.isEmpty() && dice.chance(5)) {
      return Oddity.pick(dice);
    }
    List<String> leaves =
        lexicon.lines().stream()
            .map(Line::categoryId)
            .filter(id -> majors.isEmpty() || id.matches(majors + ".*"))
            .distinct()
            .toList();
    String leaf = dice.pick(leaves);
    List<Generic> generics =
        lexicon.lines().stream()
            .filter(line -> line.categoryId().equals(leaf))
            .flatMap(line -> line.generics().stream())
            .toList();
    Generic generic = dice.pick(generics);
    Line line =
        lexicon.lines().stream()
            .filter(candidate -> candidate.generics().contains(generic))
            .findFirst()
            .orElseThrow();
    return Product.of(lexicon, line, generic, dice);
  }
}
