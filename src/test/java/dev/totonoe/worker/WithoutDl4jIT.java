package dev.totonoe.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.layout.RunFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run categorises by the model, and needs for that neither DL4J nor what only DL4J needs: an
/// image that only runs leaves two thirds of the bytes out.
final class WithoutDl4jIT {
  /// The jars of training.
  private static final Predicate<String> OF_TRAINING =
      Pattern.compile(
              "(deeplearning4j|nd4j|openblas|javacpp|protobuf|guava|gson|resources-1\\.0\\.0-M"
                  + "|jackson-1\\.0\\.0-M).*")
          .asMatchPredicate();

  @TempDir private Path directory;
  private WorkerRoot root;
  private List<Path> jars;

  @BeforeEach
  void makeRoot() throws Exception {
    root = WorkerRoot.in(directory.resolve("root"));
    root.addSample("sample");
    jars = WorkerProcess.jarsWithout(OF_TRAINING);
  }

  @Test
  void runsVerifiesRestoresAndEvaluates() throws Exception {
    WorkerProcess.Ended run = WorkerProcess.runWith(root, jars, "run", "sample");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("by model");
    WorkerProcess.Ended verify = WorkerProcess.runWith(root, jars, "verify", "sample");
    assertThat(verify.exit()).as(verify.err()).isZero();
    WorkerProcess.Ended restore = WorkerProcess.runWith(root, jars, "restore", "sample");
    assertThat(restore.exit()).as(restore.err()).isZero();
    Path labelled =
        Files.writeString(
            directory.resolve("labelled.tsv"), "text\tlabel\nキャベツ\t100101\n大根\t100102\n");
    WorkerProcess.Ended evaluate =
        WorkerProcess.runWith(root, jars, "evaluate", "default", labelled.toString());
    assertThat(evaluate.exit()).as(evaluate.err()).isZero();
    assertThat(evaluate.out()).contains("accuracy     1.0000");
  }

  @Test
  void publishesTheSameBytesAsWithAllJars() throws Exception {
    WorkerProcess.Ended with = WorkerProcess.run(root, "run", "sample");
    assertThat(with.exit()).as(with.err()).isZero();
    RunFiles expected = root.latestRun("sample");
    WorkerProcess.Ended without = WorkerProcess.runWith(root, jars, "run", "sample", "--force");
    assertThat(without.exit()).as(without.err()).isZero();
    assertThat(root.latestRun("sample").products()).hasSameBinaryContentAs(expected.products());
  }

  @Test
  void saysThatTrainingIsNotInThisImage() throws Exception {
    assertTrainingRefused(jars, "ClassNotFoundException");
  }

  @Test
  void saysThatTheSharedLibrariesAreMissing() throws Exception {
    assertTrainingRefused(
        WorkerProcess.jarsWithout(jar -> jar.endsWith("-linux-x86_64.jar")),
        "UnsatisfiedLinkError");
  }

  private void assertTrainingRefused(List<Path> classPath, String reason) throws Exception {
    Path labelled = Files.writeString(directory.resolve("labelled.csv"), "name,label\n緑茶,1\n");
    WorkerProcess.Ended ended =
        WorkerProcess.runWith(root, classPath, "train", labelled.toString(), "--model", "small");
    assertThat(ended.exit()).as(ended.err()).isEqualTo(2);
    assertThat(ended.err())
        .startsWith("totonoe: training needs DL4J, which this image lacks or cannot load (")
        .contains(reason)
        .endsWith("use the complete image for train and learn")
        .hasLineCount(1);
    assertThat(root.directory().resolve("models/small")).doesNotExist();
  }
}
