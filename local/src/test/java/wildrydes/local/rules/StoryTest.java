package wildrydes.local.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaConstructor;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Each function's story is plain Java: a newcomer reads it, and a simulation runs it, as it is. */
class StoryTest {

  private static final Set<String> OUTSIDE_WORLD =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.System.getenv",
          "java.lang.System.getProperty",
          "java.lang.Math.random",
          "java.lang.Thread.sleep",
          "java.util.UUID.randomUUID",
          "java.util.concurrent.ThreadLocalRandom.current",
          "java.util.random.RandomGenerator.getDefault",
          "java.util.random.RandomGenerator.of",
          "java.time.InstantSource.system");

  @ParameterizedTest
  @FieldSource("wildrydes.local.rules.ProductClasses#STORIES")
  void aStoryIsToldInPlainJava(String story) {
    String geography = story.equals("wildrydes.dispatcher") ? "ch.hsr.geohash" : story;

    classes()
        .that(resideInAPackage(story))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("java..", "org.jspecify..", "wildrydes.messages", geography, story))
        .because("AWS, JSON, logs and metrics belong into " + story + ".aws")
        .check(ProductClasses.ALL);
  }

  @ParameterizedTest
  @FieldSource("wildrydes.local.rules.ProductClasses#STORIES")
  void aStoryIsToldTheTimeAndTheDice(String story) {
    noClasses()
        .that(resideInAPackage(story))
        .should()
        .accessTargetWhere(asksTheWorld())
        .because("clock, chance and environment are constructor arguments")
        .check(ProductClasses.ALL);
  }

  @Test
  void messagesKnowNothingOfAws() {
    noClasses()
        .that(resideInAPackage("wildrydes.messages.."))
        .should()
        .dependOnClassesThat(resideInAnyPackage("software.amazon..", "com.amazonaws.."))
        .because("a message outlives the queue it travels through")
        .check(ProductClasses.ALL);
  }

  private static DescribedPredicate<JavaAccess<?>> asksTheWorld() {
    return DescribedPredicate.describe(
        "asks for the time, chance or the environment",
        access -> {
          var owner = access.getTargetOwner();
          String name = access.getTarget().getName();
          return OUTSIDE_WORLD.contains(owner.getFullName() + "." + name)
              || (owner.getPackageName().equals("java.time") && name.equals("now"))
              || (owner.getFullName().equals("java.time.Clock") && name.startsWith("system"))
              || (owner.isAssignableTo(RandomGenerator.class)
                  && name.equals(JavaConstructor.CONSTRUCTOR_NAME));
        });
  }
}
