package wildrydes.emulators.cloudwatch.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.Serial;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A value where everything is text, as in the query protocol and in CloudFormation: what it means
 * only the operation knows that reads it. Where it does not mean what is asked for, it stays text,
 * so that it is refused as one.
 */
public final class QueryText extends TextNode {
  @Serial private static final long serialVersionUID = 1L;
  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,9})?");
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("yyyy-MM-dd['T'HH:mm[:ss[.SSSSSSSSS][.SSSSSS][.SSS]][XXX][XX]]");

  public QueryText(String text) {
    super(text);
  }

  JsonNode number() {
    if (WHOLE.matcher(textValue()).matches()) {
      return LongNode.valueOf(Long.parseLong(textValue()));
    }
    return DECIMAL.matcher(textValue()).matches()
        ? DoubleNode.valueOf(Double.parseDouble(textValue()))
        : this;
  }

  JsonNode flag() {
    return switch (textValue()) {
      case "true", "True" -> BooleanNode.TRUE;
      case "false", "False" -> BooleanNode.FALSE;
      default -> this;
    };
  }

  /** ISO 8601; without an offset it is UTC, without a time midnight. */
  Optional<Instant> time() {
    try {
      TemporalAccessor read =
          ISO.parseBest(textValue(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
      return Optional.of(
          switch (read) {
            case OffsetDateTime time -> time.toInstant();
            case LocalDateTime time -> time.toInstant(ZoneOffset.UTC);
            default -> LocalDate.from(read).atStartOfDay().toInstant(ZoneOffset.UTC);
          });
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
