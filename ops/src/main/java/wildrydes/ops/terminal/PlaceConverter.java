package wildrydes.ops.terminal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import wildrydes.messages.Location;

/** Reads {@code LAT,LON} in degrees. */
public final class PlaceConverter implements ITypeConverter<Location> {

  private static final String DEGREES = "\\s*([-+]?\\d{1,3}(?:\\.\\d*)?)\\s*";
  private static final Pattern FORM = Pattern.compile(DEGREES + "," + DEGREES);

  @Override
  public Location convert(String text) {
    Matcher form = FORM.matcher(text);
    if (text.startsWith("--")) {
      throw new TypeConversionException("there is no option '" + text + "'");
    }
    if (!form.matches()) {
      throw new TypeConversionException(
          "'" + text + "' is not a place: write LAT,LON in degrees, such as 47.6175,-122.2884");
    }
    try {
      return new Location(Double.parseDouble(form.group(1)), Double.parseDouble(form.group(2)));
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(
          "'" + text + "' is not a place on Earth: " + e.getMessage());
    }
  }
}
