package wildrydes.local.supply;

import java.util.Map;
import java.util.Set;

/**
 * The licences that we accept, as the lists of components write them. To add one is a decision:
 * read it first.
 */
final class AcceptedLicences {

  /** In what is deployed, and so handed on: they ask for no more than to be named. */
  static final Set<String> DEPLOYED =
      Set.of("Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "MIT", "MIT-0");

  /** On a laptop only, where Maven fetches the component: with what that means for us. */
  static final Map<String, String> LOCAL =
      Map.of(
          "Apache-2.0, EPL-2.0",
          "either; we take Apache-2.0",
          "Apache-2.0, MPL-2.0",
          "either; we take Apache-2.0",
          "Apache-2.0, Public Domain",
          "the library is under the one, the database in it under the other",
          "BSD-4-Clause",
          "their poms say \"The BSD License\", which the list takes for the old one; their own text is"
              + " the BSD 3-clause licence",
          "DynamoDB Local License Agreement",
          "Amazon's own, see below",
          "EPL 1.0, MPL-2.0",
          "either; used as it is",
          "EPL-2.0, GPL-2.0-with-classpath-exception",
          "either; we take EPL-2.0, and use it as it is",
          "MPL-2.0",
          "used as it is");

  /** What was copied into a component: the component, the copy, and under which licence that is. */
  static final Map<String, String> INSIDE =
      Map.of("io.netty:netty-common has org.jctools:jctools-core", "Apache-2.0");

  private AcceptedLicences() {}
}
