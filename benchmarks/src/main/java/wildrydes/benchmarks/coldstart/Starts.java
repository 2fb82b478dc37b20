package wildrydes.benchmarks.coldstart;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import wildrydes.benchmarks.report.Spread;

/** Several starts of one build, in their order. */
record Starts(List<Start> all) {

  Spread of(ToDoubleFunction<Start> figure) {
    return Spread.of(all.stream().map(figure::applyAsDouble));
  }

  /** Each beside the other build's start of the same turn, which the machine treated alike. */
  Spread beside(Starts others, ToDoubleFunction<Start> figure) {
    return Spread.of(
        IntStream.range(0, all.size())
            .mapToObj(
                turn ->
                    figure.applyAsDouble(all.get(turn))
                        / figure.applyAsDouble(others.all.get(turn))));
  }
}
