package wildrydes.benchmarks;

import wildrydes.benchmarks.report.Section;

/** One question about speed or cost, and how it is answered. */
public interface Benchmark {

  /** As on the command line: {@code cold-start}. */
  String name();

  /** What is measured, beside what: one line for {@code --help}. */
  String question();

  /**
   * Measures.
   *
   * @throws Exception if it could not; nothing of it is then reported
   */
  Section measure(Effort effort, Progress progress) throws Exception;
}
