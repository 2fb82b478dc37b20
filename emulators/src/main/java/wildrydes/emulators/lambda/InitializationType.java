package wildrydes.emulators.lambda;

import java.util.List;
import java.util.stream.Stream;

/** How Lambda comes by a running function. */
public enum InitializationType {
  /** It starts a process when an event comes and none is free. */
  ON_DEMAND("on-demand"),

  /** It goes on from a snapshot of a process that was started when the version was published. */
  SNAP_START("snap-start");

  private final String name;

  InitializationType(String name) {
    this.name = name;
  }

  /** As {@code AWS_LAMBDA_INITIALIZATION_TYPE} has it. */
  String value() {
    return name;
  }

  /**
   * With what the managed runtime starts its JVM: the heap is 85 % of the memory, and the second
   * compiler, which costs more than it saves in a process that is needed at once, is off but for
   * SnapStart, as java25 has it.
   */
  List<String> jvmOptions(int memoryMegabytes) {
    List<String> compiler =
        this == SNAP_START
            ? List.of("-XX:+TieredCompilation")
            : List.of("-XX:+TieredCompilation", "-XX:TieredStopAtLevel=1");
    return Stream.concat(
            Stream.of(
                "-XX:MaxHeapSize=" + memoryMegabytes * 1024L * 85 / 100 + "k",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "--add-opens=java.base/java.io=ALL-UNNAMED",
                "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
                "-Djava.net.preferIPv4Stack=true"),
            compiler.stream())
        .toList();
  }
}
