package wildrydes.simulation.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;

/** What SQS asks of every batch: one to ten entries with different, well-formed ids. */
final class BatchEntries {

  private static final int MAX_ENTRIES = 10;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");

  private BatchEntries() {}

  static <E> void check(List<E> entries, Function<E, @Nullable String> idOf) {
    if (entries.isEmpty()) {
      throw SqsErrors.emptyBatch();
    }
    if (entries.size() > MAX_ENTRIES) {
      throw SqsErrors.tooManyEntries(entries.size());
    }
    Set<String> ids = new HashSet<>();
    for (E entry : entries) {
      String id = idOf.apply(entry);
      if (id == null || !ID.matcher(id).matches()) {
        throw SqsErrors.invalidId();
      }
      if (!ids.add(id)) {
        throw SqsErrors.repeatedId(id);
      }
    }
  }

  /** An entry that failed by itself. */
  static BatchResultErrorEntry failed(String id, AwsServiceException cause) {
    return BatchResultErrorEntry.builder()
        .id(id)
        .code(cause.awsErrorDetails().errorCode())
        .message(cause.awsErrorDetails().errorMessage())
        .senderFault(true)
        .build();
  }
}
