package dev.totonoe.text;

import java.io.IOException;
import java.util.BitSet;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.util.fst.FST;
import org.apache.lucene.util.fst.PositiveIntOutputs;

/// Walks all surfaces of a compiled system dictionary's automaton: each must lead to entries of its
/// own. An automaton with a circle, or with more ways than words, is left after a number of steps
/// that no real one needs.
final class AutomatonCheck {
  /// UTF-16 letters of one surface.
  private static final int LETTERS_MAX = 500;

  /// Letters of a surface that the one before it does not begin with; IPADIC has 2 on average.
  private static final long ARCS_PER_SURFACE_MAX = 100;

  private final FST<Long> automaton;
  private final FST.BytesReader reader;
  private final int[] lettersMin;
  private final BitSet found;
  private long arcsLeft;

  private AutomatonCheck(FST<Long> automaton, int[] lettersMin) {
    this.automaton = automaton;
    this.reader = automaton.getBytesReader();
    this.lettersMin = lettersMin;
    this.found = new BitSet(lettersMin.length);
    this.arcsLeft = ARCS_PER_SURFACE_MAX * lettersMin.length;
  }

  /// @param lettersMin for each surface how many letters it must have
  /// @throws IOException saying what is wrong
  static void check(byte[] bytes, int[] lettersMin) throws IOException {
    AutomatonCheck check = new AutomatonCheck(open(bytes), lettersMin);
    check.walk(check.automaton.getFirstArc(new FST.Arc<>()), 0, 0);
    CompiledCheck.require(
        check.found.cardinality() == lettersMin.length,
        "expected %,d surfaces but found %,d",
        lettersMin.length,
        check.found.cardinality());
  }

  private static FST<Long> open(byte[] bytes) throws IOException {
    checkLengths(bytes);
    ByteArrayDataInput in = new ByteArrayDataInput(bytes);
    return new FST<>(FST.readMetadata(in, PositiveIntOutputs.getSingleton()), in);
  }

  /// What Lucene would allocate memory by.
  private static void checkLengths(byte[] bytes) throws IOException {
    ByteArrayDataInput in = new ByteArrayDataInput(bytes);
    try {
      CodecUtil.checkHeader(in, "FST", FST.VERSION_START, FST.VERSION_CURRENT);
    } catch (IOException | RuntimeException e) {
      throw new IOException("it does not begin as an automaton of this Lucene", e);
    }
    CompiledCheck.require(in.readByte() == 0, "it has a word without letters");
    CompiledCheck.require(
        in.readByte() == FST.INPUT_TYPE.BYTE2.ordinal(), "its letters are not UTF-16");
    long start = in.readVLong();
    long length = in.readVLong();
    CompiledCheck.require(
        length == bytes.length - in.getPosition() && start >= 0 && start < length,
        "expected an automaton of %,d bytes but found %,d",
        length,
        bytes.length - in.getPosition());
  }

  private void walk(FST.Arc<Long> from, int letters, long output) throws IOException {
    if (!FST.targetHasArcs(from)) {
      return;
    }
    CompiledCheck.require(letters < LETTERS_MAX, "a word has more than %d letters", LETTERS_MAX);
    FST.Arc<Long> arc = automaton.readFirstRealTargetArc(from.target(), new FST.Arc<>(), reader);
    while (true) {
      CompiledCheck.require(
          arcsLeft-- > 0, "it has far more ways than its %,d words need", lettersMin.length);
      long sum = output + arc.output();
      if (arc.isFinal()) {
        word(sum + arc.nextFinalOutput(), letters + 1);
      }
      walk(arc, letters + 1, sum);
      if (arc.isLast()) {
        return;
      }
      automaton.readNextRealArc(arc, reader);
    }
  }

  private void word(long surface, int letters) throws IOException {
    CompiledCheck.require(
        surface >= 0 && surface < lettersMin.length && !found.get((int) surface),
        "word %,d of %,d is outside or there twice",
        surface,
        lettersMin.length);
    CompiledCheck.require(
        letters >= lettersMin[(int) surface], "the base form of word %,d is too long", surface);
    found.set((int) surface);
  }
}
