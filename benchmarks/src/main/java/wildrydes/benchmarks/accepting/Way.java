package wildrydes.benchmarks.accepting;

import java.util.EnumSet;
import java.util.Set;

/** Who answers; in the order of a round. */
enum Way {
  PRODUCT("product"),
  SEED("seed"),
  PRODUCT_AGAIN("product, again"),
  SEED_AGAIN("seed, again"),
  FLOOR("a function that does nothing");

  static final Set<Way> ALL = EnumSet.allOf(Way.class);

  /** Those that have something to learn, once each. */
  static final Set<Way> TO_WARM = EnumSet.of(PRODUCT, SEED);

  private final String words;

  Way(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
