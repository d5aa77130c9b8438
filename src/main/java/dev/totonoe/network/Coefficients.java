package dev.totonoe.network;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/// `coefficients.bin`: all parameters in DL4J's order, hidden weights, output weights, output bias,
/// the weights column by column.
final class Coefficients {
  /// What ND4J puts before the numbers takes 105 bytes.
  private static final int HEADER_BYTES_MAX = 256;

  private static final int SHAPE_LONGS_MAX = 16;

  private Coefficients() {}

  static int bytesMax(Shape shape) {
    return Math.toIntExact(shape.parameters() * Float.BYTES) + HEADER_BYTES_MAX;
  }

  static byte[] write(ScoringNetwork network) throws IOException {
    int inputs = network.inputs();
    int width = network.width();
    int classes = network.classes();
    float[] flat = new float[Math.toIntExact(new Shape(inputs, width, classes).parameters())];
    transpose(network.embedding(), 0, inputs, width, flat, 0);
    transpose(network.head(), 0, width, classes, flat, inputs * width);
    System.arraycopy(network.bias(), 0, flat, flat.length - classes, classes);
    ByteArrayOutputStream bytes =
        new ByteArrayOutputStream(flat.length * Float.BYTES + HEADER_BYTES_MAX);
    try (INDArray array = Nd4j.createFromArray(flat)) {
      Nd4j.write(array, new DataOutputStream(bytes));
    }
    return bytes.toByteArray();
  }

  static ScoringNetwork read(Shape shape, byte[] bytes) throws IOException, BadNetworkException {
    checkHeader(shape, bytes);
    float[] flat;
    try (INDArray array = Nd4j.read(new DataInputStream(new ByteArrayInputStream(bytes)))) {
      flat = array.toFloatVector();
    } catch (RuntimeException e) {
      throw new BadNetworkException("coefficients.bin is not a DL4J array: " + e.getMessage());
    }
    for (float value : flat) {
      if (!Float.isFinite(value)) {
        throw new BadNetworkException("coefficients.bin: expected finite numbers, found " + value);
      }
    }
    int inputs = shape.inputs();
    int width = shape.width();
    int classes = shape.classes();
    float[] embedding = new float[inputs * width];
    float[] head = new float[width * classes];
    float[] bias = new float[classes];
    transpose(flat, 0, width, inputs, embedding, 0);
    transpose(flat, inputs * width, classes, width, head, 0);
    System.arraycopy(flat, flat.length - classes, bias, 0, classes);
    return new ScoringNetwork(embedding, head, bias);
  }

  /// ND4J allocates what the header says before it reads on, so a header that lies is refused
  /// first.
  private static void checkHeader(Shape shape, byte[] bytes)
      throws IOException, BadNetworkException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    try {
      in.readUTF();
      long shapeLongs = in.readLong();
      String shapeType = in.readUTF();
      if (shapeLongs < 1 || shapeLongs > SHAPE_LONGS_MAX || !shapeType.equals("LONG")) {
        throw new BadNetworkException("coefficients.bin: expected the header of an array");
      }
      long rank = in.readLong();
      long length = in.readLong();
      in.skipNBytes((shapeLongs - 2) * Long.BYTES);
      in.readUTF();
      long numbers = in.readLong();
      String type = in.readUTF();
      if (rank != 1
          || length != shape.parameters()
          || numbers != length
          || !type.equals("FLOAT")
          || in.available() != length * Float.BYTES) {
        throw new BadNetworkException(
            ("coefficients.bin: expected %d numbers of type FLOAT (%s) but found rank %d, %d numbers"
                    + " of type %s in %d bytes")
                .formatted(shape.parameters(), shape, rank, numbers, type, in.available()));
      }
    } catch (EOFException | UTFDataFormatException e) {
      throw new BadNetworkException("coefficients.bin: expected the header of an array");
    }
  }

  /// Copies a rows × columns matrix, row by row, to column by column.
  private static void transpose(
      float[] from, int fromStart, int rows, int columns, float[] to, int toStart) {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        to[toStart + column * rows + row] = from[fromStart + row * columns + column];
      }
    }
  }
}
