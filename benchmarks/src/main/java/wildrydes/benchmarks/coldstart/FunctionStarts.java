package wildrydes.benchmarks.coldstart;

import static wildrydes.emulators.lambda.InitializationType.ON_DEMAND;
import static wildrydes.emulators.lambda.InitializationType.SNAP_START;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import wildrydes.benchmarks.Progress;
import wildrydes.benchmarks.report.Spread;
import wildrydes.emulators.lambda.InitializationType;
import wildrydes.emulators.lambda.Launch;
import wildrydes.emulators.template.ServerlessFunction;

/** All that is measured of one function. */
final class FunctionStarts {

  /** A way to start it. */
  enum Way {
    PRODUCT,
    ORDINARY,
    /** The noise. */
    PRODUCT_AGAIN,
    RESTORED,
    /** As if nothing had been arranged to be done before the snapshot. */
    RESTORED_UNREHEARSED,
    RESTORED_ORDINARY
  }

  static final Set<Way> ON_DEMAND_WAYS =
      Collections.unmodifiableSet(EnumSet.range(Way.PRODUCT, Way.PRODUCT_AGAIN));
  static final Set<Way> RESTORED_WAYS =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.copyOf(ON_DEMAND_WAYS)));

  /** org.crac finds no runtime of this name, and so registers with none. */
  private static final List<String> UNREHEARSED = List.of("-Dorg.crac.Core.Compat=none");

  private static final int WARM_UP = 800;

  private final StubAws aws;
  private final List<String> prefix;
  private final String event;
  private final Build product;
  private final Build ordinary;
  private final Map<Way, List<Start>> starts = new EnumMap<>(Way.class);
  private final Map<Way, Long> classes = new EnumMap<>(Way.class);

  FunctionStarts(ServerlessFunction function, StubAws aws, List<String> prefix, Path folder)
      throws IOException {
    this.aws = aws;
    this.prefix = prefix;
    this.event = SampleEvents.of(function);
    this.product = Build.product(function, folder.resolve(function.logicalId()));
    this.ordinary = Build.ordinary(function, folder.resolve(function.logicalId()));
  }

  String name() {
    return product.function().logicalId().replaceFirst("Function$", "");
  }

  /** Calls the stubs until they answer as fast as they ever will. */
  void warmUpStubs() throws Exception {
    Start.andInvoke(launch(Way.PRODUCT), event, WARM_UP);
  }

  /** Starts it in every way that needs no snapshot. */
  void startOnDemand(Progress progress) throws Exception {
    start(ON_DEMAND_WAYS, progress);
  }

  /** Starts it in every way that goes on after a snapshot. */
  void restore(Progress progress) throws Exception {
    start(RESTORED_WAYS, progress);
  }

  private void start(Set<Way> ways, Progress progress) throws Exception {
    for (Way way : ways) {
      starts.computeIfAbsent(way, _ -> new ArrayList<>()).add(Start.of(launch(way), event));
      progress.step();
    }
  }

  void countClasses() throws Exception {
    for (Way way : List.of(Way.PRODUCT, Way.ORDINARY)) {
      classes.put(way, Start.classesAtFirstAnswer(launch(way), event));
    }
  }

  Starts starts(Way way) {
    return new Starts(starts.getOrDefault(way, List.of()));
  }

  long classes(Way way) {
    return classes.getOrDefault(way, 0L);
  }

  long jarBytes(Way way) {
    return build(way).code().jarBytes();
  }

  Spread ratio(Way one, Way other, ToDoubleFunction<Start> figure) {
    return starts(one).beside(starts(other), figure);
  }

  private Launch launch(Way way) throws IOException {
    InitializationType type = RESTORED_WAYS.contains(way) ? SNAP_START : ON_DEMAND;
    List<String> options = way == Way.RESTORED_UNREHEARSED ? UNREHEARSED : List.of();
    return build(way).launch(aws, type, options, prefix);
  }

  private Build build(Way way) {
    return way == Way.ORDINARY || way == Way.RESTORED_ORDINARY ? ordinary : product;
  }
}
