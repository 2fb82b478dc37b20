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

      Written by `benchmarks/run --full`; each section says when, where and on which commit it was measured.
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
    var page = new StringBuilder(HEAD);
    for (String benchmark : benchmarks) {
      Path part = folder.resolve("results").resolve(benchmark + ".md");
      if (Files.exists(part)) {
        page.append('\n').append(Files.readString(part));
      }
    }
    return Files.writeString(folder.resolve("RESULTS.md"), page);
  }
}
