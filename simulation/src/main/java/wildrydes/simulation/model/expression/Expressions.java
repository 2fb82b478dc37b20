package wildrydes.simulation.model.expression;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Parses each text once: the product has a dozen, and evaluates them millions of times. */
public final class Expressions {

  private static final Map<String, Parsed<Condition>> CONDITIONS = new ConcurrentHashMap<>();
  private static final Map<String, Parsed<Update>> UPDATES = new ConcurrentHashMap<>();
  private static final Map<String, Parsed<List<Path>>> PROJECTIONS = new ConcurrentHashMap<>();

  private Expressions() {}

  /** A condition, a filter or a key condition. */
  public static Parsed<Condition> condition(String text) {
    return once(CONDITIONS, text, ConditionParser::parse);
  }

  public static Parsed<Update> update(String text) {
    return once(UPDATES, text, UpdateParser::parse);
  }

  /** The paths of a projection. */
  public static Parsed<List<Path>> projection(String text) {
    return once(PROJECTIONS, text, ProjectionParser::parse);
  }

  private static <E> Parsed<E> once(
      Map<String, Parsed<E>> known, String text, Function<String, Parsed<E>> parser) {
    Parsed<E> parsed = known.get(text);
    return parsed != null ? parsed : known.computeIfAbsent(text, parser);
  }
}
