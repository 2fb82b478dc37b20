package wildrydes.simulation.model;

/** Refuses what AWS would do and a model does not: silence would be a wrong answer. */
final class Unmodelled {

  private Unmodelled() {}

  static void refuse(boolean asked, String what) {
    if (asked) {
      throw new UnsupportedOperationException("The model does not know " + what);
    }
  }
}
