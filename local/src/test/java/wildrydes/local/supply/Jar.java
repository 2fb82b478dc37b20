package wildrydes.local.supply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is in a jar. */
record Jar(Path file) {

  /** Left out of packed jars, or merged of several there. */
  private static final Pattern ABOUT_THE_JAR = Pattern.compile("META-INF/(?!versions/).*");

  private static final Pattern TRACE =
      Pattern.compile("META-INF/maven/([^/]+)/([^/]+)/pom\\.properties");

  private static final Pattern LEGAL =
      Pattern.compile(
          "META-INF/(licences/.*|[^/]*(licen[cs]e|notice|copying|copyright)[^/]*)",
          Pattern.CASE_INSENSITIVE);

  /** A function as it is deployed. */
  static Jar packed(String function) {
    return new Jar(ComponentList.target(function).resolve(function + ".jar"));
  }

  /** Classes and resources with their checksums. */
  Map<String, Long> contents() {
    try (var jar = new JarFile(file.toFile())) {
      return jar.stream()
          .filter(entry -> !entry.isDirectory())
          .filter(entry -> !ABOUT_THE_JAR.matcher(entry.getName()).matches())
          .filter(entry -> !entry.getName().endsWith("module-info.class"))
          .collect(toMap(JarEntry::getName, JarEntry::getCrc));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Artifacts that were copied into this one, as {@code group:name}, as far as Maven left a trace.
   */
  Set<String> artifactsInside() {
    try (var jar = new JarFile(file.toFile())) {
      return jar.stream()
          .map(entry -> TRACE.matcher(entry.getName()))
          .filter(Matcher::matches)
          .map(trace -> trace.group(1) + ":" + trace.group(2))
          .collect(toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its licences and notices, by the name of their file. */
  Map<String, String> legalTexts() {
    try (var jar = new JarFile(file.toFile())) {
      Map<String, String> texts = new TreeMap<>();
      for (var entry : jar.stream().filter(each -> !each.isDirectory()).toList()) {
        if (LEGAL.matcher(entry.getName()).matches()) {
          try (var text = jar.getInputStream(entry)) {
            texts.put(entry.getName(), new String(text.readAllBytes(), UTF_8));
          }
        }
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
