package dev.totonoe.profile;

import dev.totonoe.failure.ConfigurationFailure;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Turns YAML text into nodes that know their place.
///
/// The subset is what a settings file needs: one document of mappings, lists and scalars. Anchors,
/// aliases and tags are refused, and so is nesting deeper than any key of a profile: what makes
/// YAML dangerous to read (exponential aliases, recursion, construction of types) cannot be
/// written.
final class Yaml {
  /// A profile needs 4.
  private static final int DEPTH_MAX = 16;

  private final String file;
  private final Iterator<Event> events;

  /// Where the last piece that could be read ends, for errors that do not know their place.
  private int line = 1;

  private int column = 1;

  private Yaml(String file, Iterator<Event> events) {
    this.file = file;
    this.events = events;
  }

  /// The document's root; empty where the text holds nothing but comments.
  ///
  /// @throws ConfigurationFailure naming the place where the text stops being YAML
  static Optional<YamlNode> parse(String text, String file) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file)
            .setCodePointLimit(Math.max(1, text.length()))
            .setParseComments(false)
            .build();
    Yaml yaml = new Yaml(file, new Parse(settings).parseString(text).iterator());
    try {
      return yaml.document();
    } catch (MarkedYamlEngineException e) {
      throw notYaml(file, e);
    } catch (ReaderException e) {
      throw unprintable(file, text, e);
    } catch (IllegalArgumentException e) {
      // The scanner's own, for an escape without a character: "\x" or "\UFFFFFFFF".
      throw yaml.notEscape(e);
    } catch (YamlEngineException e) {
      throw new ConfigurationFailure(
          "%s: not YAML: %s".formatted(file, oneLine(e.getMessage())), e);
    }
  }

  private Event next() {
    Event event = events.next();
    event
        .getEndMark()
        .ifPresent(
            mark -> {
              line = line(mark);
              column = column(mark);
            });
    return event;
  }

  private Optional<YamlNode> document() {
    Optional<YamlNode> root = Optional.empty();
    while (events.hasNext()) {
      Event event = next();
      switch (event.getEventId()) {
        case Scalar, SequenceStart, MappingStart, Alias -> {
          if (root.isPresent()) {
            throw refuse(event, "a second document begins here; a profile is one document");
          }
          root = Optional.of(node(event, 1));
        }
        case StreamStart, StreamEnd, DocumentStart, DocumentEnd, Comment -> {}
        case SequenceEnd, MappingEnd -> throw new IllegalStateException("unpaired " + event);
      }
    }
    return root.filter(node -> !(node instanceof YamlNode.Text text && text.isNothing()));
  }

  private YamlNode node(Event event, int depth) {
    if (event instanceof AliasEvent alias) {
      throw refuse(
          event,
          "alias %s: write the value out"
              .formatted(Shown.quoted("*" + alias.getAlias().getValue())));
    }
    if (event instanceof NodeEvent anchored && anchored.getAnchor().isPresent()) {
      throw refuse(
          event,
          "anchor %s: write the value out where it is needed"
              .formatted(Shown.quoted("&" + anchored.getAnchor().get().getValue())));
    }
    if (depth > DEPTH_MAX) {
      throw refuse(event, "nested more than %d deep".formatted(DEPTH_MAX));
    }
    if (event instanceof ScalarEvent scalar) {
      scalar.getTag().ifPresent(tag -> refuseTag(event, tag));
      return new YamlNode.Text(line(event), column(event), scalar.getValue(), !scalar.isPlain());
    }
    ((CollectionStartEvent) event).getTag().ifPresent(tag -> refuseTag(event, tag));
    return event.getEventId() == Event.ID.SequenceStart
        ? items(event, depth)
        : entries(event, depth);
  }

  private YamlNode items(Event start, int depth) {
    List<YamlNode> items = new ArrayList<>();
    for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
      items.add(node(event, depth + 1));
    }
    return new YamlNode.Items(line(start), column(start), items);
  }

  private YamlNode entries(Event start, int depth) {
    List<YamlNode.Entry> entries = new ArrayList<>();
    for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
      if (!(node(event, depth + 1) instanceof YamlNode.Text key)) {
        throw refuse(event, "a key must be plain text");
      }
      entries.add(new YamlNode.Entry(key, node(next(), depth + 1)));
    }
    return new YamlNode.Entries(line(start), column(start), entries);
  }

  private void refuseTag(Event event, String tag) {
    throw refuse(
        event, "tag %s: tags have no meaning in a profile; remove it".formatted(Shown.quoted(tag)));
  }

  private ConfigurationFailure refuse(Event event, String sentence) {
    return new ConfigurationFailure(Problems.at(file, line(event), column(event), sentence));
  }

  private ConfigurationFailure notEscape(IllegalArgumentException e) {
    String sentence =
        "not YAML after this place: a backslash in double quotes is not followed by an escape; write"
            + " two, or use single quotes";
    return new ConfigurationFailure(Problems.at(file, line, column, sentence), e);
  }

  private static ConfigurationFailure notYaml(String file, MarkedYamlEngineException e) {
    String problem = Optional.ofNullable(e.getProblem()).orElse("unreadable");
    String remedy = problem.contains("TAB") ? "; YAML indents with spaces, not with tabs" : "";
    String context = Optional.ofNullable(e.getContext()).map(text -> " " + text).orElse("");
    String sentence = "not YAML%s: %s%s".formatted(context, problem, remedy);
    return e.getProblemMark()
        .or(e::getContextMark)
        .map(mark -> Problems.at(file, line(mark), column(mark), oneLine(sentence)))
        .map(message -> new ConfigurationFailure(message, e))
        .orElseGet(() -> new ConfigurationFailure(file + ": " + oneLine(sentence), e));
  }

  /// The reader's exception knows the code point's index only.
  private static ConfigurationFailure unprintable(String file, String text, ReaderException e) {
    int line = 1;
    int column = 1;
    int index = 0;
    for (int point : text.codePoints().toArray()) {
      if (point == e.getCodePoint() || index >= e.getPosition()) {
        break;
      }
      line += point == '\n' ? 1 : 0;
      column = point == '\n' ? 1 : column + 1;
      index++;
    }
    String sentence =
        "the character U+%04X may not stand in YAML; remove it".formatted(e.getCodePoint());
    return new ConfigurationFailure(Problems.at(file, line, column, sentence), e);
  }

  private static String oneLine(String text) {
    return Shown.visible(text.strip().replaceAll("\\s+", " "));
  }

  private static int line(Event event) {
    return event.getStartMark().map(Yaml::line).orElse(1);
  }

  private static int column(Event event) {
    return event.getStartMark().map(Yaml::column).orElse(1);
  }

  private static int line(Mark mark) {
    return mark.getLine() + 1;
  }

  private static int column(Mark mark) {
    return mark.getColumn() + 1;
  }
}
