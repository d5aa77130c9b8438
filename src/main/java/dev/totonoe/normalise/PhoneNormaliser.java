package dev.totonoe.normalise;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.record.Choice;
import dev.totonoe.record.Column;

/// Writes telephone and fax numbers as their region does, those of other countries with their
/// country code. What else the cell says (`TEL`, `代表`, a second number) stays where it is, an
/// extension is written `内線123`. One number that is not in use, and the whole cell stays as it was.
///
/// A zero is put before nine or ten bare digits that are a number with it: a spreadsheet takes it
/// away. No other digit is ever added.
///
/// | input | output |
/// |---|---|
/// | `0312345678` | `03-1234-5678` |
/// | `03(1234)5678` | `03-1234-5678` |
/// | `(03)1234-5678` | `03-1234-5678` |
/// | `+81 (0)3-1234-5678` | `03-1234-5678` |
/// | `312345678` | `03-1234-5678` |
/// | `0120123456` | `0120-123-456` |
/// | `TEL:0312345678(代表)` | `TEL:03-1234-5678(代表)` |
/// | `0312345678(内線 123)` | `03-1234-5678(内線123)` |
/// | `0312345678 / 0312345679` | `03-1234-5678 / 03-1234-5679` |
/// | `+16502530000` | `+1 650-253-0000` |
/// | `03-1234-5678` | unchanged |
/// | `03-1234-56789` | unchanged |
/// | `1234-5678` | unchanged |
/// | `03-1234-5678～9` | unchanged |
///
/// Known weakness: a number from a block that the regulator opened after the library's release is
/// taken for none.
///
/// Source: libphonenumber's metadata of the regions; ITU-T E.123.
final class PhoneNormaliser implements Normaliser {
  private final PhoneReader reader;

  private PhoneNormaliser(String region) {
    this.reader = new PhoneReader(region);
  }

  /// @throws ConfigurationFailure for a region without telephone numbers
  static PhoneNormaliser of(Column column) {
    String region = column.choices().of(Choice.REGION);
    if (!PhoneNumberUtil.getInstance().getSupportedRegions().contains(region)) {
      throw new ConfigurationFailure(
          "column %s: region: expected a country's two letters, such as JP, but found %s, which has no telephone numbers"
              .formatted(column.name(), region));
    }
    return new PhoneNormaliser(region);
  }

  @Override
  public String rule() {
    return "phone";
  }

  @Override
  public String unify(String text) {
    return reader.read(text).orElse(text);
  }

  /// Whether a unified cell has telephone numbers, all of them in use.
  boolean holds(String unified) {
    return reader.read(unified).isPresent();
  }
}
