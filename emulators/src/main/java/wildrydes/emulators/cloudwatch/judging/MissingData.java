package wildrydes.emulators.cloudwatch.judging;

import java.util.Arrays;
import java.util.Optional;

/** What a period without data counts as, when too few have any. */
public enum MissingData {
  MISSING("missing"),
  IGNORE("ignore"),
  BREACHING("breaching"),
  NOT_BREACHING("notBreaching");

  private final String wireName;

  MissingData(String wireName) {
    this.wireName = wireName;
  }

  public static Optional<MissingData> named(String name) {
    return Arrays.stream(values()).filter(each -> each.wireName.equals(name)).findFirst();
  }

  public String wireName() {
    return wireName;
  }
}
