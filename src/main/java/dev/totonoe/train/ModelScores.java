package dev.totonoe.train;

import dev.totonoe.failure.EnvironmentFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a bundle's `scores.json` says of its model and its training.
///
/// @param weightedF1 over all measured rows
/// @param coverage the share of them that the threshold accepts
/// @param precision the share of those that are right
/// @param seed the seed of the training
/// @param hasTaxonomy whether the labels are known to be ids of a taxonomy
public record ModelScores(
    double weightedF1, double coverage, double precision, long seed, boolean hasTaxonomy) {
  /// @throws EnvironmentFailure when the file is missing or corrupt
  public static ModelScores read(Path bundle) {
    Path file = bundle.resolve(Training.SCORES);
    try {
      JsonNode json = JsonMapper.shared().readTree(Files.readAllBytes(file));
      return new ModelScores(
          json.path("weightedF1").doubleValue(),
          json.path("coverage").doubleValue(),
          json.path("precision").doubleValue(),
          json.path("seed").longValue(),
          json.has("taxonomySha256"));
    } catch (JacksonException | IOException e) {
      throw new EnvironmentFailure(
          file + ": this file of the model bundle cannot be read; train the model again", e);
    }
  }
}
