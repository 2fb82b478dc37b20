package wildrydes.simulation.model.expression;

import java.util.ArrayList;
import java.util.List;

/** Reads the paths of a projection. */
final class ProjectionParser {

  private ProjectionParser() {}

  static Parsed<List<Path>> parse(String text) {
    var tokens = new Tokens(text);
    var parser = new PathParser(tokens);
    List<Path> paths = new ArrayList<>();
    do {
      paths.add(parser.path());
    } while (tokens.takeSymbol(","));
    tokens.expectEnd();
    return new Parsed<>(List.copyOf(paths), parser.placeholders());
  }
}
