package wildrydes.ops.deadletters.command;

import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import wildrydes.ops.deadletters.Lane;

/** Reads a queue by the word that operators use for it. */
final class LaneConverter implements ITypeConverter<Lane> {

  @Override
  public Lane convert(String text) {
    return Arrays.stream(Lane.values())
        .filter(lane -> lane.word().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + text + "' is not a queue: write requests or outcomes"));
  }
}
