package wildrydes.benchmarks.searching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.XYChart;
import wildrydes.benchmarks.Benchmark;
import wildrydes.benchmarks.Effort;
import wildrydes.benchmarks.Progress;
import wildrydes.benchmarks.report.Figures;
import wildrydes.benchmarks.report.Plots;
import wildrydes.benchmarks.report.Section;
import wildrydes.benchmarks.report.Target;
import wildrydes.benchmarks.searching.CountedFleet.Cost;
import wildrydes.messages.Location;

/** What a search for the nearest free unicorn reads, by size and load of the fleet. */
public final class SearchBenchmark implements Benchmark {

  static final List<Integer> SIZES = List.of(100, 1_000, 10_000, 100_000, 1_000_000);
  private static final List<Double> BUSY = List.of(0.0, 0.8, 0.95);
  private static final long SEED = 7;
  private static final List<Double> LATITUDES = List.of(0.0, 30.0, City.LATITUDE, 60.0);
  private static final double CIRCLE_METERS = 1_000;

  /** Answers of each case that are compared with a look at everybody. */
  private static final int CHECKED = 100;

  private record Case(int size, boolean clustered, double busy, Searches searches) {

    double queries() {
      return searches.mean(Cost::queries);
    }

    double units() {
      return searches.mean(Cost::units);
    }

    /** For which the bounds on queries hold. */
    boolean isUsual() {
      return size >= 1_000 && size <= 100_000 && busy <= 0.8;
    }
  }

  @Override
  public String name() {
    return "search";
  }

  @Override
  public String question() {
    return "queries and read units to find the nearest free unicorn, by size of the fleet";
  }

  @Override
  public Section measure(Effort effort, Progress progress) throws Exception {
    List<Case> cases = cases(effort, progress);
    var section = new Section("Finding the nearest free unicorn");
    section.say(
        """
        Seeded fleets in a city of 40 by 40 km, spread evenly or four fifths of them in eight clusters; %s
        searches each by one copy of the dispatcher that starts cold. They come as often as rides of five
        minutes must for so many unicorns to be busy (1,000 of which 80 %% are: 2.7 a second; while nobody is,
        one a second), and whoever comes free is taken again at once. All figures are counts. Cells to read are
        those that could hold somebody nearer than the unicorn that was found: all of them had to be read if
        nothing were remembered, or known of the parts of cells. A round is a query, or several made side by
        side; a unit is DynamoDB's, half of one for each begun 4 KB, for reads that may be a moment old. %s
        answers were compared with a look at everybody: %d were not the nearest free unicorn.
        """
            .formatted(
                Figures.of(searches(effort)), Figures.of(cases.size() * CHECKED), wrong(cases)));
    section.table(
        List.of(
            "fleet",
            "unicorns",
            "busy",
            "queries, mean",
            "p99",
            "cells to read, mean",
            "rounds, mean",
            "read units, mean",
            "p99"),
        cases.stream().map(SearchBenchmark::row).toList());
    section.plot("search-queries.svg", "Queries by size of the fleet", plot(cases, false));
    section.plot("search-units.svg", "Read units by size of the fleet", plot(cases, true));
    section.say(covering(effort));
    section.say(
        """
        Where many are free the search reads parts of cells: more queries than cells, for fewer units. Where few
        are free, most of the cells around hold nobody free, and a search does not read again, for a minute at
        most, where the one before saw that nobody comes free: the busier the fleet, the more that saves. Rides
        that come back read everything within reach, and no ride relies on what was seen after it was requested;
        neither is in these figures. How many cells are around depends on where the city lies, for cells are
        narrower toward the poles. 1,000 unicorns of which 80 % are busy:
        """);
    section.table(
        List.of(
            "fleet",
            "degrees north",
            "a cell's width, km",
            "queries, mean",
            "p99",
            "cells to read, mean"),
        byLatitude(effort, progress));
    targets(section, cases);
    return section;
  }

  private static List<Case> cases(Effort effort, Progress progress) {
    List<Integer> sizes = effort.choose(SIZES.subList(0, 4), SIZES);
    progress.stage("searches", 2L * sizes.size() * BUSY.size());
    List<Case> cases = new ArrayList<>();
    for (boolean clustered : List.of(false, true)) {
      var city = new City(clustered, SEED);
      List<Location> pickups = city.places(searches(effort), 1);
      for (int size : sizes) {
        List<Location> places = city.places(size, 2);
        for (double busy : BUSY) {
          var fleet = new CountedFleet(places, busy, SEED);
          cases.add(new Case(size, clustered, busy, Searches.of(fleet, pickups, CHECKED)));
          progress.step();
        }
      }
    }
    return cases;
  }

  private static List<List<String>> byLatitude(Effort effort, Progress progress) {
    progress.stage("elsewhere", 2L * LATITUDES.size());
    List<List<String>> rows = new ArrayList<>();
    for (boolean clustered : List.of(false, true)) {
      for (double latitude : LATITUDES) {
        var city = new City(clustered, SEED, latitude);
        var fleet = new CountedFleet(city.places(1_000, 2), 0.8, SEED);
        var searches = Searches.of(fleet, city.places(searches(effort), 1), 0);
        rows.add(
            List.of(
                fleetName(clustered),
                Figures.of(latitude),
                Figures.of(city.cellKilometers()),
                Figures.of(searches.mean(Cost::queries)),
                Figures.of(searches.p99(Cost::queries)),
                Figures.of(searches.cellsToRead())));
        progress.step();
      }
    }
    return rows;
  }

  private static String fleetName(boolean clustered) {
    return clustered ? "clustered" : "even";
  }

  private static int searches(Effort effort) {
    return effort.choose(1_000, 5_000);
  }

  private static int wrong(List<Case> cases) {
    return cases.stream().mapToInt(c -> c.searches().wrong()).sum();
  }

  private static List<String> row(Case c) {
    return List.of(
        fleetName(c.clustered()),
        Figures.of(c.size()),
        Math.round(c.busy() * 100) + " %",
        Figures.of(c.queries()),
        Figures.of(c.searches().p99(Cost::queries)),
        Figures.of(c.searches().cellsToRead()),
        Figures.of(c.searches().mean(Cost::rounds)),
        Figures.of(c.units()),
        Figures.of(c.searches().p99(Cost::units)));
  }

  private static XYChart plot(List<Case> cases, boolean units) {
    XYChart chart =
        Plots.ofCurves(
            units ? "Read units a search" : "Queries a search", "unicorns in the city", "mean");
    chart.getStyler().setXAxisLogarithmic(true).setYAxisMin(0.0).setMarkerSize(6);
    chart.getStyler().setXAxisDecimalPattern("#,##0");
    for (boolean clustered : List.of(false, true)) {
      for (double busy : BUSY) {
        var series =
            cases.stream().filter(c -> c.clustered() == clustered && c.busy() == busy).toList();
        chart.addSeries(
            "%s, %d %% busy".formatted(fleetName(clustered), Math.round(busy * 100)),
            series.stream().mapToDouble(Case::size).toArray(),
            series.stream().mapToDouble(units ? Case::units : Case::queries).toArray());
      }
    }
    return chart;
  }

  private static String covering(Effort effort) {
    double[] queries =
        new City(false, SEED)
            .places(searches(effort), 1).stream()
                .mapToDouble(pickup -> GeoCovering.queries(pickup, CIRCLE_METERS))
                .sorted()
                .toArray();
    double mean = Arrays.stream(queries).average().orElseThrow();
    return "Beside it: dynamodb-geo's covering of a circle of one kilometer around the same pickups takes"
        + " %s queries in the mean, %s at p99, whoever stands there, and knows nobody farther away."
            .formatted(
                Figures.of(mean), Figures.of(queries[(int) Math.ceil(queries.length * 0.99) - 1]));
  }

  private static void targets(Section section, List<Case> cases) {
    section.target(Target.atMost("answers that were not the nearest", wrong(cases), 0));
    for (boolean clustered : List.of(false, true)) {
      String fleet = fleetName(clustered);
      var usual = cases.stream().filter(c -> c.clustered() == clustered && c.isUsual()).toList();
      section.target(
          Target.atMost(
              fleet + ": queries, mean of the worst case",
              usual.stream().mapToDouble(Case::queries).max().orElseThrow(),
              3));
      section.target(
          Target.atMost(
              fleet + ": queries, p99 of the worst case",
              usual.stream().mapToDouble(c -> c.searches().p99(Cost::queries)).max().orElseThrow(),
              9));
      section.target(
          Target.atMost(
              fleet + ": read units, mean of the worst case",
              usual.stream().mapToDouble(Case::units).max().orElseThrow(),
              5));
    }
    cases.stream()
        .filter(c -> c.size() == 1_000_000 && c.busy() <= 0.8)
        .mapToDouble(Case::units)
        .max()
        .ifPresent(
            worst ->
                section.target(
                    Target.atMost(
                        "a million unicorns: read units, mean of the worst case", worst, 20)));
  }
}
