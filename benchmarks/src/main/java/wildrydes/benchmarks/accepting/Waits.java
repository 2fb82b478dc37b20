package wildrydes.benchmarks.accepting;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import wildrydes.benchmarks.report.Spread;

/** How long riders waited, round by round: the same number of rides every way. */
final class Waits {

  private static final double NANOS_A_MILLISECOND = 1e6;

  private final Map<Way, List<Histogram>> rounds = new EnumMap<>(Way.class);

  void add(Way way, Histogram round) {
    rounds.computeIfAbsent(way, _ -> new ArrayList<>()).add(round);
  }

  int roundsOf(Way way) {
    return of(way).size();
  }

  /** Milliseconds that this share of the riders waited at most, in each round. */
  Spread millis(Way way, double percentile) {
    return Spread.of(of(way).stream().map(round -> millis(round, percentile)));
  }

  /** Of one round, the first being 0. */
  double millis(Way way, int round, double percentile) {
    return millis(of(way).get(round), percentile);
  }

  /** Round by round, beside what ran just after. */
  Spread ratio(Way way, Way beside, double percentile) {
    return Spread.of(ratios(way, beside, percentile));
  }

  /** The product beside the seed: each round has two pairs of them. */
  Spread productBesideSeed(double percentile) {
    return Spread.of(
        Stream.concat(
            ratios(Way.PRODUCT, Way.SEED, percentile),
            ratios(Way.PRODUCT_AGAIN, Way.SEED_AGAIN, percentile)));
  }

  /** All rounds in one. */
  Histogram together(Way... ways) {
    var all = new Histogram(of(ways[0]).getFirst());
    all.reset();
    Stream.of(ways).flatMap(way -> of(way).stream()).forEach(all::add);
    return all;
  }

  static double millis(Histogram times, double percentile) {
    return times.getValueAtPercentile(percentile) / NANOS_A_MILLISECOND;
  }

  private Stream<Double> ratios(Way way, Way beside, double percentile) {
    List<Histogram> ones = of(way);
    List<Histogram> others = of(beside);
    return IntStream.range(0, ones.size())
        .mapToObj(i -> millis(ones.get(i), percentile) / millis(others.get(i), percentile));
  }

  private List<Histogram> of(Way way) {
    return requireNonNull(rounds.get(way));
  }
}
