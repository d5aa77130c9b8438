package dev.totonoe;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Who may know whom. The table is the picture in ARCHITECTURE.md, as rules.
final class RoomsTest {
  private static final String BASE = "dev.totonoe";

  private static final JavaClasses WORKER =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(BASE);

  /// Room → the rooms it may use. Values and failures are open to all.
  private static final Map<String, Set<String>> MAY_USE =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("record", Set.of()),
              Map.entry("failure", Set.of()),
              Map.entry("layout", Set.of()),
              Map.entry("csv", Set.of()),
              Map.entry("text", Set.of()),
              Map.entry("network", Set.of()),
              Map.entry("assets", Set.of("layout")),
              Map.entry("profile", Set.of("csv", "layout")),
              Map.entry("plan", Set.of("csv", "layout", "profile", "assets")),
              Map.entry("normalise", Set.of("csv", "text")),
              Map.entry("categorise", Set.of("csv", "text", "network", "normalise")),
              Map.entry(
                  "train",
                  Set.of("csv", "text", "network", "normalise", "categorise", "assets", "layout")),
              Map.entry("report", Set.of("layout")),
              Map.entry("publish", Set.of("layout", "plan", "csv", "report", "assets", "profile")),
              Map.entry("observe", Set.of("layout"))));

  private static final Map<String, String> ONLY_USER =
      new TreeMap<>(
          Map.of(
              "com.opencsv..", "csv",
              "com.google.i18n.phonenumbers..", "normalise",
              "org.apache.commons.validator..", "normalise",
              "org.apache.commons.text..", "normalise",
              "org.apache.lucene..", "text",
              "org.nd4j..", "network",
              "org.bytedeco..", "network",
              "io.prometheus..", "observe",
              "org.deeplearning4j..", "network"));

  @TestFactory
  List<DynamicTest> roomsKeepToThemselves() {
    List<DynamicTest> tests = new ArrayList<>();
    MAY_USE.forEach(
        (room, friends) -> {
          List<String> allowed = new ArrayList<>(List.of(in(room), in("record"), in("failure")));
          friends.forEach(friend -> allowed.add(in(friend)));
          ArchRule rule =
              noClasses()
                  .that()
                  .resideInAPackage(in(room))
                  .should()
                  .dependOnClassesThat(resideInAPackage(BASE + "..").and(not(anyOf(allowed))))
                  .allowEmptyShould(true);
          tests.add(DynamicTest.dynamicTest(room, () -> rule.check(WORKER)));
        });
    return tests;
  }

  @TestFactory
  List<DynamicTest> oneRoomUsesEachLibrary() {
    List<DynamicTest> tests = new ArrayList<>();
    ONLY_USER.forEach(
        (library, room) ->
            tests.add(
                DynamicTest.dynamicTest(
                    library + " only in " + room,
                    () ->
                        noClasses()
                            .that()
                            .resideOutsideOfPackage(in(room))
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(library)
                            .check(WORKER))));
    return tests;
  }

  @TestFactory
  List<DynamicTest> onlyTheComposersSeeTheFrameworks() {
    return List.of(
        DynamicTest.dynamicTest(
            "Spring in job",
            () ->
                noClasses()
                    .that()
                    .resideOutsideOfPackage(in("job"))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.springframework..")
                    .check(WORKER)),
        DynamicTest.dynamicTest(
            "picocli in cli",
            () ->
                noClasses()
                    .that()
                    .resideOutsideOfPackages(in("cli"), BASE)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("picocli..")
                    .check(WORKER)),
        DynamicTest.dynamicTest(
            "every room is in the table",
            () -> classes().should().resideInAnyPackage(knownPackages()).check(WORKER)));
  }

  private static String[] knownPackages() {
    List<String> packages = new ArrayList<>(List.of(BASE, in("job"), in("cli")));
    MAY_USE.keySet().forEach(room -> packages.add(in(room)));
    return packages.toArray(String[]::new);
  }

  private static DescribedPredicate<JavaClass> anyOf(List<String> packages) {
    return resideInAnyPackage(packages.toArray(String[]::new));
  }

  private static String in(String room) {
    return BASE + "." + room + "..";
  }
}
