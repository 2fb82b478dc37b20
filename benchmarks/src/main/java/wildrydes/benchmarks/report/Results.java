package wildrydes.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The folder of results: a file for each benchmark's section, with what machine and commit it is
 * from, and one page that is all of them together. Measuring one benchmark again leaves the others'
 * sections as they are.
 */
public final class Results {

  private static final String HEAD =
      """
      # Results

      Written by `benchmarks/run`; each section says when, where, on which commit and how thoroughly it was measured.
      Ratios compare what ran side by side in one run; the noise is the same ratio of the product with itself.
      Times are of a local machine with emulators: they say which of two is faster there, not how fast either
      is on AWS. Counts of calls, units and bytes are exact and hold on AWS, too.
      """;

  private final Path folder;

  /** Below {@code folder} are {@code RESULTS.md} and {@code results}. */
  public Results(Path folder) {
    this.folder = folder;
  }

  /** Replaces the section of that benchmark. */
  public void put(String benchmark, Section section, String circumstances) throws IOException {
    Path parts = Files.createDirectories(folder.resolve("results"));
    for (var plot : section.plots().entrySet()) {
      Files.write(parts.resolve(plot.getKey()), plot.getValue());
    }
    Files.writeString(
        parts.resolve(benchmark + ".md"), section.markdown() + "\n" + circumstances.strip() + "\n");
  }

  /** Writes the page out of the sections that there are, in that order. */
  public Path write(List<String> benchmarks) throws IOException {
    var sections = new StringBuilder();
    for (String benchmark : benchmarks) {
      Path part = folder.resolve("results").resolve(benchmark + ".md");
      if (Files.exists(part)) {
        sections.append('\n').append(Files.readString(part));
      }
    }
    return Files.writeString(
        folder.resolve("RESULTS.md"), HEAD + "\n" + targets(sections) + sections);
  }

  /** How many targets are met, and each that is not. */
  private static String targets(StringBuilder sections) {
    long met = sections.toString().lines().filter(line -> line.endsWith(Target.MET)).count();
    List<String> missed =
        sections.toString().lines().filter(line -> line.endsWith(Target.MISSED)).toList();
    return missed.isEmpty()
        ? "All %d targets are met.\n".formatted(met)
        : "%d targets are met, %d are not:\n\n| target | measured | should be | |\n|---|--:|--:|---|\n%s\n"
            .formatted(met, missed.size(), String.join("\n", missed));
  }
}
