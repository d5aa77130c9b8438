package dev.totonoe.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.train.UnlikelyLabels.HeldOut;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LabelDoubtsTest {
  private final List<LabelledRows.Row> rows = new ArrayList<>();

  @Test
  void doubtsALabelWhereTheModelIsSurerThanItUsuallyIs() {
    rows("緑茶", "茶", "紅茶", "茶", "石鹸", "洗剤", "漂白剤", "洗剤", "麦茶", "洗剤");
    List<HeldOut> heldOut =
        List.of(
            new HeldOut(0, 0.9, 1, 0.9),
            new HeldOut(1, 0.7, 1, 0.7),
            new HeldOut(2, 0.6, 0, 0.6),
            // surer than 0.8, the mean of the tea that is tea
            new HeldOut(4, 0.1, 1, 0.85),
            // not as sure
            new HeldOut(3, 0.2, 1, 0.75));

    LabelDoubts doubts = LabelDoubts.find(rows, labels(), heldOut);

    assertThat(doubts.unlikely()).isEqualTo(1);
    assertThat(doubts.told())
        .extracting(LabelDoubt::cells)
        .containsExactly(
            List.of("unlikely", "6", "麦茶", "洗剤", "洗剤", "茶", "茶", "0.1000", "0.8500", ""));
  }

  @Test
  void tellsTheWidestMarginFirst() {
    rows("a", "x", "b", "x", "c", "y", "d", "y");
    List<HeldOut> heldOut =
        List.of(
            new HeldOut(0, 0.5, 0, 0.5),
            new HeldOut(1, 0.3, 1, 0.6),
            new HeldOut(2, 0.1, 0, 0.8),
            new HeldOut(3, 0.6, 1, 0.6));

    assertThat(LabelDoubts.find(rows, labels(), heldOut).told())
        .extracting(doubt -> doubt.row().text())
        .containsExactly("c", "b");
  }

  @Test
  void aLabelThatNoMeasuredRowHasIsNobodysLikelierOne() {
    rows("a", "x", "b", "y");

    assertThat(LabelDoubts.find(rows, labels(), List.of(new HeldOut(0, 0.1, 1, 0.9))).told())
        .isEmpty();
  }

  @Test
  void findsOneNameWithSeveralLabels() {
    rows("ﾘﾝｺﾞ", "果物", "りんご", "果物", "みかん", "果物", "リンゴ", "飲料", "みかん", "果物");

    LabelDoubts doubts = LabelDoubts.find(rows, labels(), List.of());

    assertThat(doubts.contradictory()).isEqualTo(3);
    assertThat(doubts.told())
        .extracting(LabelDoubt::cells)
        .containsExactly(
            List.of("same_name", "2", "ﾘﾝｺﾞ", "果物", "果物", "", "", "", "", "3 5"),
            List.of("same_name", "3", "りんご", "果物", "果物", "", "", "", "", "2 5"),
            List.of("same_name", "5", "リンゴ", "飲料", "飲料", "果物", "果物", "", "", "2 3"));
  }

  @Test
  void writesAtMostAThousandRowsOfAKindAndTellsAll(@TempDir Path directory) {
    for (int i = 0; i < 600; i++) {
      rows("名前" + i, "a", "名前" + i, "b");
    }
    LabelDoubts doubts = LabelDoubts.find(rows, labels(), List.of());
    Path file = directory.resolve("label-doubts.csv");
    doubts.write(file);

    assertThat(doubts.contradictory()).isEqualTo(1_200);
    assertThat(file)
        .content()
        .startsWith(
            "reason,line,name,label,label_path,likelier_label,likelier_path,label_score,likelier_score,lines_of_same_name\n"
                + "same_name,2,名前0,a,a,,,,,3\n")
        .hasLineCount(1_001);
  }

  @Test
  void tellsOnlySomeOfManyLines() {
    for (int i = 0; i < 12; i++) {
      rows("茶", "a", "茶", "b");
    }
    assertThat(LabelDoubts.find(rows, labels(), List.of()).told().getFirst().sameName())
        .isEqualTo("3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 …");
  }

  private void rows(String... namesAndLabels) {
    for (int i = 0; i < namesAndLabels.length; i += 2) {
      rows.add(
          new LabelledRows.Row(
              rows.size() + 2, namesAndLabels[i], "", "", "", namesAndLabels[i + 1], ""));
    }
  }

  private Labels labels() {
    return Labels.of(Path.of("labelled.csv"), rows, Optional.empty());
  }
}
