package wildrydes.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.knowm.xchart.internal.chartpart.Chart;

/** One benchmark's part of the results: Markdown that is put together from top to bottom. */
public final class Section {

  private final String title;
  private final StringBuilder text = new StringBuilder();
  private final List<Target> targets = new ArrayList<>();
  private final Map<String, byte[]> plots = new LinkedHashMap<>();

  public Section(String title) {
    this.title = title;
  }

  /** A paragraph of Markdown. */
  public Section say(String paragraph) {
    text.append(paragraph.strip()).append("\n\n");
    return this;
  }

  /** A table; the first column is text, the others are figures. */
  public Section table(List<String> head, List<List<String>> rows) {
    text.append(row(head)).append('\n');
    text.append("|---|").append("--:|".repeat(head.size() - 1)).append('\n');
    rows.forEach(cells -> text.append(row(cells)).append('\n'));
    text.append('\n');
    return this;
  }

  public Section target(Target target) {
    targets.add(target);
    return this;
  }

  /**
   * A drawing beside the results.
   *
   * @param file its name: {@code queries.svg}
   * @param says what it shows, for who cannot see it
   */
  public Section plot(String file, String says, Chart<?, ?> chart) {
    plots.put(file, Plots.svg(chart));
    text.append("![%s](results/%s)\n\n".formatted(says, file));
    return this;
  }

  public boolean isMet() {
    return targets.stream().allMatch(Target::isMet);
  }

  Map<String, byte[]> plots() {
    return plots;
  }

  String markdown() {
    var page = new StringBuilder("## " + title + "\n\n" + text);
    if (!targets.isEmpty()) {
      page.append("| target | measured | should be | |\n|---|--:|--:|---|\n");
      targets.forEach(target -> page.append(target.row()).append('\n'));
    }
    return page.toString().strip() + "\n";
  }

  private static String row(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
  }
}
