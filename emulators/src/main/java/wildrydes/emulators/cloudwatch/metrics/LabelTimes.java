package wildrydes.emulators.cloudwatch.metrics;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import wildrydes.emulators.cloudwatch.api.ApiError;
import wildrydes.emulators.cloudwatch.api.Parameters;

/**
 * How times in labels are written.
 *
 * @param now what "relative" times are relative to
 */
record LabelTimes(Instant now, ZoneOffset zone) {
  private static final Pattern TIMEZONE = Pattern.compile("[+-](?:0\\d|1[0-7])[0-5]\\d|[+-]1800");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxxx", Locale.ROOT);
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT);

  /** Reads {@code LabelOptions}: its {@code Timezone} is an offset such as {@code +0130}. */
  static LabelTimes of(Parameters request, Instant now) {
    if (!request.has("LabelOptions")) {
      return new LabelTimes(now, ZoneOffset.UTC);
    }
    var options = request.structure("LabelOptions");
    var zone =
        options
            .optionalText("Timezone")
            .map(
                timezone -> {
                  if (!TIMEZONE.matcher(timezone).matches()) {
                    throw ApiError.invalid(
                        options.at("Timezone"),
                        timezone,
                        "a plus or a minus sign, two digits of hours and two of minutes");
                  }
                  return ZoneOffset.of(timezone);
                })
            .orElse(ZoneOffset.UTC);
    return new LabelTimes(now, zone);
  }

  String of(Instant time) {
    return time.atOffset(zone).format(zone.equals(ZoneOffset.UTC) ? UTC : TIME);
  }
}
