package dev.totonoe.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/// The complete image trains; the smaller one says where that can be done.
final class TrainingImageIT {
  private static final String LABELLED =
      """
      text,label
      りんご,果物
      青りんご,果物
      みかん,果物
      温州みかん,果物
      バナナ,果物
      もも,果物
      キャベツ,野菜
      紫キャベツ,野菜
      大根,野菜
      切干大根,野菜
      にんじん,野菜
      ほうれん草,野菜
      """;

  @Test
  void trainsWithinOneGibibyte() throws Exception {
    MountedRoot root = labelled();

    Container.Ended ended = train(BuiltImage.COMPLETE, root);

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out()).startsWith("models/mine: trained on 12 rows of 2 classes");
    assertThat(root.directory().resolve("models/mine/manifest.json")).isRegularFile();
  }

  @Test
  void saysThatTheSmallerImageCannotTrain() throws Exception {
    MountedRoot root = labelled();

    Container.Ended ended = train(BuiltImage.RUN, root);

    assertThat(ended.exit()).as(ended.err()).isEqualTo(2);
    assertThat(ended.err())
        .startsWith("totonoe: training needs DL4J, which this image lacks")
        .contains("use the complete image for train and learn")
        .doesNotContain("\tat ");
    assertThat(root.directory().resolve("models/mine")).doesNotExist();
  }

  private static MountedRoot labelled() throws Exception {
    MountedRoot root = MountedRoot.create().writable("models");
    Files.writeString(root.directory().resolve("labelled.csv"), LABELLED);
    return root;
  }

  private static Container.Ended train(BuiltImage image, MountedRoot root) throws Exception {
    return Container.locked(image, "65532:65532")
        .memory("1g")
        .data(root.directory())
        .emptyScratch()
        .run("train", "labelled.csv", "--model", "mine");
  }
}
