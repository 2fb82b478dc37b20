package wildrydes.local.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import java.time.InstantSource;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.identity.spi.Identity;

/** What a class may look like. */
class ClassShapesTest {

  /** SnapStart restores one snapshot many times: each copy would hold the same. */
  private static final List<Class<?>> NOT_TO_BE_SHARED =
      List.of(
          SdkClient.class,
          SdkHttpClient.class,
          Identity.class,
          RandomGenerator.class,
          UUID.class,
          TemporalAccessor.class,
          InstantSource.class);

  @Test
  void everyPackageIsNullMarked() {
    var packages = ProductClasses.ALL.stream().map(JavaClass::getPackage).distinct().toList();

    assertThat(packages)
        .isNotEmpty()
        .allSatisfy(
            each ->
                assertThat(each.isAnnotatedWith(NullMarked.class))
                    .as("%s needs a package-info.java with @NullMarked", each.getName())
                    .isTrue());
  }

  @Test
  void anInterfaceOfAFunctionIsSealedOrAPort() {
    classes()
        .that(resideInAnyPackage(ProductClasses.ON_LAMBDA))
        .and()
        .areInterfaces()
        .and()
        .doNotHaveSimpleName("package-info")
        .should(be(sealedOrAPort()))
        .because("an interface with one implementation beside it tells nothing")
        .check(ProductClasses.ALL);
  }

  @Test
  void noStaticFieldHoldsWhatSnapStartWouldShare() {
    noFields()
        .that()
        .areStatic()
        .and()
        .areDeclaredInClassesThat(resideInAnyPackage(ProductClasses.ON_LAMBDA))
        .should(be(sharedByRestoredCopies()))
        .because("all copies restored from one snapshot would share it: make it per instance")
        .check(ProductClasses.ALL);
  }

  @Test
  void noClassIsNamedAfterNothing() {
    noClasses()
        .should()
        .haveNameMatching(".*(Service|Manager|Helper|Utils?|Impl|Common)")
        .because("a name is a word of the ride or of the field")
        .check(ProductClasses.ALL);
  }

  private static DescribedPredicate<JavaClass> sealedOrAPort() {
    return DescribedPredicate.describe(
        "sealed, or a port: in a story's package, with an adapter outside of it",
        type ->
            type.reflect().isSealed()
                || (ProductClasses.STORIES.contains(type.getPackageName())
                    && (type.getAllSubclasses().isEmpty()
                        || type.getAllSubclasses().stream()
                            .anyMatch(
                                adapter ->
                                    !adapter.getPackageName().equals(type.getPackageName())))));
  }

  private static DescribedPredicate<JavaField> sharedByRestoredCopies() {
    return DescribedPredicate.describe(
        "of a type that restored copies must not share",
        field ->
            field.getType().getAllInvolvedRawTypes().stream()
                .anyMatch(type -> NOT_TO_BE_SHARED.stream().anyMatch(type::isAssignableTo)));
  }
}
