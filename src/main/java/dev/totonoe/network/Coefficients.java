package dev.totonoe.network;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UTFDataFormatException;
import java.nio.ByteBuffer;

/// `coefficients.bin`: all parameters in DL4J's order, the layers' weights column by column and the
/// output's bias last. ND4J writes it ([Dl4jFormat]); it is read here number by number, because
/// ND4J believes the header and needs seconds to start.
final class Coefficients {
  private static final int SHAPE_LONGS_MAX = 16;

  /// Far above what training can make.
  private static final float MAGNITUDE_MAX = 1e6f;

  /// A float's bits without its sign: as whole numbers they are in the order of the magnitudes, and
  /// what is not finite comes last.
  private static final int MAGNITUDE_BITS = Integer.MAX_VALUE;

  private static final int CHUNK_NUMBERS = 1 << 14;

  private final InputStream in;
  private final byte[] bytes = new byte[CHUNK_NUMBERS * Integer.BYTES];

  /// The bits of the numbers read last.
  private final int[] chunk = new int[CHUNK_NUMBERS];

  /// The largest magnitude read so far, as bits.
  private int largest;

  private Coefficients(InputStream in) {
    this.in = in;
  }

  static ScoringNetwork read(Shape shape, InputStream in) throws IOException, BadNetworkException {
    try {
      checkHeader(shape, new DataInputStream(in));
      Coefficients numbers = new Coefficients(in);
      WeightRows rows = numbers.rows(shape);
      float[] head = shape.isWide() ? new float[0] : numbers.head(shape);
      float[] bias = numbers.floats(shape.classes());
      if (in.read() >= 0) {
        throw new BadNetworkException(
            "coefficients.bin: expected %,d numbers but found more".formatted(shape.parameters()));
      }
      return shape.isWide()
          ? ScoringNetwork.wide(rows, bias)
          : ScoringNetwork.narrow(rows, head, bias);
    } catch (EOFException e) {
      throw new BadNetworkException(
          "coefficients.bin: expected %,d numbers but it ends before"
              .formatted(shape.parameters()));
    }
  }

  private WeightRows rows(Shape shape) throws IOException, BadNetworkException {
    short[] columns = new short[shape.inputs() * shape.width()];
    for (int done = 0; done < columns.length; ) {
      int numbers = next(columns.length - done);
      for (int i = 0; i < numbers; i++) {
        columns[done + i] = (short) (chunk[i] >> Short.SIZE);
      }
      done += numbers;
    }
    return WeightRows.ofColumns(columns, shape.width(), Float.intBitsToFloat(largest));
  }

  private float[] head(Shape shape) throws IOException, BadNetworkException {
    float[] columns = floats(shape.rank() * shape.classes());
    float[] head = new float[columns.length];
    for (int c = 0; c < shape.classes(); c++) {
      for (int d = 0; d < shape.rank(); d++) {
        head[d * shape.classes() + c] = columns[c * shape.rank() + d];
      }
    }
    return head;
  }

  private float[] floats(int length) throws IOException, BadNetworkException {
    float[] floats = new float[length];
    for (int done = 0; done < length; ) {
      int numbers = next(length - done);
      for (int i = 0; i < numbers; i++) {
        floats[done + i] = Float.intBitsToFloat(chunk[i]);
      }
      done += numbers;
    }
    return floats;
  }

  /// Reads the next numbers into the chunk and checks them. A start reads millions in a JVM that
  /// has compiled little yet: so there are many to a call, and the loops are plain.
  ///
  /// @return how many there are now, `wanted` at most
  private int next(int wanted) throws IOException, BadNetworkException {
    int numbers = Math.min(wanted, CHUNK_NUMBERS);
    int length = numbers * Integer.BYTES;
    if (in.readNBytes(bytes, 0, length) < length) {
      throw new EOFException();
    }
    ByteBuffer.wrap(bytes).asIntBuffer().get(chunk, 0, numbers);
    for (int i = 0; i < numbers; i++) {
      largest = Math.max(largest, chunk[i] & MAGNITUDE_BITS);
    }
    if (!(Float.intBitsToFloat(largest) <= MAGNITUDE_MAX)) {
      throw new BadNetworkException(
          "coefficients.bin: expected finite numbers up to %,.0f, found %s"
              .formatted(MAGNITUDE_MAX, Float.intBitsToFloat(largest)));
    }
    return numbers;
  }

  private static void checkHeader(Shape shape, DataInputStream in)
      throws IOException, BadNetworkException {
    try {
      in.readUTF();
      long shapeLongs = in.readLong();
      String shapeType = in.readUTF();
      if (shapeLongs < 2 || shapeLongs > SHAPE_LONGS_MAX || !shapeType.equals("LONG")) {
        throw new BadNetworkException("coefficients.bin: expected the header of an array");
      }
      long rank = in.readLong();
      long length = in.readLong();
      in.skipNBytes((shapeLongs - 2) * Long.BYTES);
      in.readUTF();
      long numbers = in.readLong();
      String type = in.readUTF();
      if (rank != 1 || length != shape.parameters() || numbers != length || !type.equals("FLOAT")) {
        throw new BadNetworkException(
            "coefficients.bin: expected %,d numbers of type FLOAT (%s) but found %,d of type %s"
                .formatted(shape.parameters(), shape, numbers, type));
      }
    } catch (EOFException | UTFDataFormatException e) {
      throw new BadNetworkException("coefficients.bin: expected the header of an array");
    }
  }
}
