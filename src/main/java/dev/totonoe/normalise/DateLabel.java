package dev.totonoe.normalise;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The word with which a cell says what its date is: `発売日：2024/4/1`, `2024.4.1発売`.
///
/// @param word `発売日`
/// @param date the cell without it
record DateLabel(String word, String date) {
  private static final String WORD =
      "(?:新?発売|販売|リリース|賞味|消費|使用|有効|保存|製造|終売|廃番|登録|更新|最終更新|作成|入荷|出荷|掲載|改定|適用)"
          + "(?:開始|終了|期限|停止|完了)?(?:年月日|日付|日時|日)?";
  private static final Pattern BEFORE =
      Pattern.compile("[\\[(【<]?(?<word>" + WORD + "|期限)[\\])】>]?(?: ?[:：] ?| )?(?=[^:： ])");
  private static final Pattern AFTER =
      Pattern.compile(" ?[(]?(?<word>(?:新?発売|販売|リリース|終売|廃番|製造|登録|更新|入荷|出荷)(?:開始|終了|日)?)[)]?$");

  /// What labels are about; those of one line mean the same. The end of a sale comes before its
  /// start.
  private static final List<List<String>> SUBJECTS =
      List.of(
          List.of("終了", "停止", "終売", "廃番"),
          List.of("発売", "販売", "リリース"),
          List.of("賞味"),
          List.of("消費"),
          List.of("使用"),
          List.of("有効"),
          List.of("保存"),
          List.of("期限"),
          List.of("製造"),
          List.of("登録"),
          List.of("更新"),
          List.of("作成"),
          List.of("入荷"),
          List.of("出荷"),
          List.of("掲載"),
          List.of("改定"),
          List.of("適用"));

  static Optional<DateLabel> of(String text) {
    Matcher before = BEFORE.matcher(text);
    if (before.lookingAt()) {
      return Optional.of(new DateLabel(before.group("word"), text.substring(before.end())));
    }
    Matcher after = AFTER.matcher(text);
    return after.find() && after.start() > 0
        ? Optional.of(new DateLabel(after.group("word"), text.substring(0, after.start())))
        : Optional.empty();
  }

  /// Whether the heading says what the label says.
  boolean repeats(String heading) {
    for (List<String> subject : SUBJECTS) {
      boolean here = subject.stream().anyMatch(word::contains);
      boolean there = subject.stream().anyMatch(heading::contains);
      if (here || there) {
        return here && there;
      }
    }
    return false;
  }
}
