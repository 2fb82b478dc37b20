package wildrydes.benchmarks.cost;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What AWS asks for a piece of each thing, in dollars, without free tiers and volume discounts.
 *
 * @param date when the prices were looked up, and of which region they are
 * @param dollars by name: of a {@link Quantity}, or of something that costs by the month
 */
record PriceTable(String date, Map<String, Double> dollars) {

  /** The table beside this class. */
  static PriceTable ofRepository() throws IOException {
    try (InputStream file = PriceTable.class.getResourceAsStream("prices.csv")) {
      if (file == null) {
        throw new IOException("prices.csv is not beside " + PriceTable.class.getName());
      }
      return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /**
   * Reads {@code name,price in dollars,for how many,source}; lines with # are comments, the first
   * of them the date.
   *
   * @throws IllegalArgumentException naming the line that is none
   */
  static PriceTable read(String csv) {
    List<String> lines = csv.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    String date =
        lines.stream()
            .filter(line -> line.startsWith("#"))
            .findFirst()
            .map(line -> line.substring(1).strip())
            .orElseThrow(() -> new IllegalArgumentException("The prices have no date."));
    Map<String, Double> dollars = new LinkedHashMap<>();
    for (String line : lines) {
      if (line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split(",", 4);
      if (cells.length < 4) {
        throw new IllegalArgumentException("Not name,dollars,for how many,source: " + line);
      }
      double price = Double.parseDouble(cells[1]) / Double.parseDouble(cells[2]);
      if (dollars.put(cells[0], price) != null) {
        throw new IllegalArgumentException("Two prices of " + cells[0] + ".");
      }
    }
    return new PriceTable(date, dollars);
  }

  double of(String name) {
    Double price = dollars.get(name);
    if (price == null) {
      throw new IllegalArgumentException("prices.csv has no price of " + name + ".");
    }
    return price;
  }

  double of(Quantity quantity) {
    return of(quantity.name());
  }

  /** Dollars for what was used of one thing. */
  double of(Quantity quantity, Usage usage) {
    return usage.of(quantity) * of(quantity);
  }

  /** Dollars for all that was used. */
  double of(Usage usage) {
    double sum = 0;
    for (Quantity quantity : Quantity.values()) {
      sum += of(quantity, usage);
    }
    return sum;
  }
}
