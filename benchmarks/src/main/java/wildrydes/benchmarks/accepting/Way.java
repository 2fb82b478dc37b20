package wildrydes.benchmarks.accepting;

/** Who answers; in the order of a round. */
enum Way {
  PRODUCT("product"),
  SEED("seed"),
  PRODUCT_AGAIN("product, again"),
  SEED_AGAIN("seed, again"),
  FLOOR("a function that does nothing");

  private final String words;

  Way(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
