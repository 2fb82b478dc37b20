package wildrydes.edge;

/** How far the work on one item of a batch came. */
public sealed interface Attempt<I, R> {

  I item();

  record Done<I, R>(I item, R result) implements Attempt<I, R> {}

  record Failed<I, R>(I item, Exception cause) implements Attempt<I, R> {}

  /** The function's time ran out first: nothing is known of the work's effects. */
  record OutOfTime<I, R>(I item) implements Attempt<I, R> {}
}
