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
  private static final int CHUNK_BYTES = 1 << 16;

  /// Far above what training can make.
  private static final float MAGNITUDE_MAX = 1e6f;

  private final InputStream in;
  private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES).limit(0);

  /// The largest magnitude among the numbers of the last matrix.
  private float largest;

  private Coefficients(InputStream in) {
    this.in = in;
  }

  static ScoringNetwork read(Shape shape, InputStream in) throws IOException, BadNetworkException {
    try {
      checkHeader(shape, new DataInputStream(in));
      Coefficients numbers = new Coefficients(in);
      WeightRows rows = numbers.rows(shape);
      float[] head = shape.isWide() ? new float[0] : numbers.head(shape);
      float[] bias = new float[shape.classes()];
      for (int c = 0; c < bias.length; c++) {
        bias[c] = numbers.next();
      }
      if (numbers.chunk.hasRemaining() || in.read() >= 0) {
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
    for (int i = 0; i < columns.length; i++) {
      columns[i] = (short) (Float.floatToRawIntBits(next()) >> Short.SIZE);
    }
    return WeightRows.ofColumns(columns, shape.width(), largest);
  }

  private float[] head(Shape shape) throws IOException, BadNetworkException {
    float[] head = new float[shape.rank() * shape.classes()];
    for (int c = 0; c < shape.classes(); c++) {
      for (int d = 0; d < shape.rank(); d++) {
        head[d * shape.classes() + c] = next();
      }
    }
    return head;
  }

  private float next() throws IOException, BadNetworkException {
    if (chunk.remaining() < Float.BYTES) {
      refill();
    }
    float value = chunk.getFloat();
    float magnitude = Math.abs(value);
    if (!(magnitude <= MAGNITUDE_MAX)) {
      throw new BadNetworkException(
          "coefficients.bin: expected finite numbers up to %,.0f, found %s"
              .formatted(MAGNITUDE_MAX, value));
    }
    largest = Math.max(largest, magnitude);
    return value;
  }

  private void refill() throws IOException {
    chunk.compact();
    while (chunk.position() < Float.BYTES) {
      int read = in.read(chunk.array(), chunk.position(), chunk.remaining());
      if (read < 0) {
        throw new EOFException();
      }
      chunk.position(chunk.position() + read);
    }
    chunk.flip();
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
