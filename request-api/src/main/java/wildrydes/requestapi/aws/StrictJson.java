package wildrydes.requestapi.aws;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.jr.stree.JrsArray;
import com.fasterxml.jackson.jr.stree.JrsObject;
import com.fasterxml.jackson.jr.stree.JrsString;
import com.fasterxml.jackson.jr.stree.JrsValue;
import java.util.Iterator;
import java.util.function.Predicate;
import wildrydes.messages.Json;

/**
 * Reads one JSON object (RFC 8259) that every reader would read alike: no name twice in an object,
 * no half of a surrogate pair, nothing behind the object. It holds for all of a body, also where
 * nobody looks. Numbers have at most 1,000 characters and are read as the nearest double, so one as
 * large as 1e400 is infinite, but no error.
 */
final class StrictJson {

  private static final int MAX_DEPTH = 16;
  private static final int MAX_NUMBER_CHARACTERS = 1_000;

  private final Json json =
      new Json(
          JsonFactory.builder()
              // Names are the client's: kept for later requests, they could be chosen to collide.
              .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
              .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(MAX_DEPTH)
                      .maxNumberLength(MAX_NUMBER_CHARACTERS)
                      .build())
              .build());

  /** The object that the text is; its size is for the caller to bound. */
  JrsValue read(String text) throws RefusedException {
    JrsValue root = parse(text);
    if (!root.isObject()) {
      throw malformed("The body must be one JSON object.");
    }
    if (!isWellFormed(root)) {
      throw malformed("A string in the body holds half of a surrogate pair.");
    }
    return root;
  }

  private JrsValue parse(String text) throws RefusedException {
    try {
      return json.read(text);
    } catch (JsonProcessingException e) {
      // Jackson's message may quote the body; where it stopped is all a client needs.
      var at = e.getLocation();
      String where =
          at == null
              ? ""
              : " Look at line " + at.getLineNr() + ", column " + at.getColumnNr() + ".";
      throw malformed(
          "The body is not valid JSON, names a field twice, is nested deeper than "
              + MAX_DEPTH
              + " or holds a number of more than "
              + MAX_NUMBER_CHARACTERS
              + " characters."
              + where);
    }
  }

  private static boolean isWellFormed(JrsValue value) {
    return switch (value) {
      case JrsString text -> Utf8.isWellFormed(text.getValue());
      case JrsArray array -> all(array.elements(), StrictJson::isWellFormed);
      case JrsObject object ->
          all(
              object.fields(),
              field -> Utf8.isWellFormed(field.getKey()) && isWellFormed(field.getValue()));
      default -> true;
    };
  }

  private static <T> boolean all(Iterator<T> each, Predicate<T> right) {
    while (each.hasNext()) {
      if (!right.test(each.next())) {
        return false;
      }
    }
    return true;
  }

  private static RefusedException malformed(String detail) {
    return new RefusedException(Problem.MALFORMED_JSON, detail);
  }
}
