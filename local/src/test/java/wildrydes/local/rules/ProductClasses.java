package wildrydes.local.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The classes that are shipped, of all modules, read once. */
final class ProductClasses {

  /** The packages in which each function's story is told, without the AWS sides below them. */
  static final List<String> STORIES =
      List.of("wildrydes.requestapi", "wildrydes.dispatcher", "wildrydes.recorder");

  /** Everything that runs inside a Lambda. */
  static final String[] ON_LAMBDA = {
    "wildrydes.messages..",
    "wildrydes.edge..",
    "wildrydes.requestapi..",
    "wildrydes.dispatcher..",
    "wildrydes.recorder.."
  };

  static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("wildrydes");

  private ProductClasses() {}

  /** The product's classes that a class needs, itself among them. */
  static Set<JavaClass> neededBy(String className) {
    Set<JavaClass> needed = new LinkedHashSet<>();
    Deque<JavaClass> unread = new ArrayDeque<>(List.of(ALL.get(className)));
    while (!unread.isEmpty()) {
      JavaClass next = unread.remove();
      if (next.getPackageName().startsWith("wildrydes.") && needed.add(next)) {
        next.getDirectDependenciesFromSelf()
            .forEach(dependency -> unread.add(dependency.getTargetClass().getBaseComponentType()));
      }
    }
    return needed;
  }
}
