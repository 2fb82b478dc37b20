package wildrydes.local.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

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
}
