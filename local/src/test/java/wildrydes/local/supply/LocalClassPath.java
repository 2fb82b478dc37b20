package wildrydes.local.supply;

import static java.util.stream.Collectors.toMap;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files that the local run has on its class path: all that a packed function is made of is
 * among them.
 *
 * @param byChecksum their paths by SHA-256: a list of components is believed only about the very
 *     file that it names
 */
record LocalClassPath(Map<String, Path> byChecksum) {

  LocalClassPath {
    byChecksum = Map.copyOf(byChecksum);
  }

  /** Reads what {@code ./rides} starts the local run with. */
  static LocalClassPath read() {
    try {
      Path list = ComponentList.target(ComponentList.LOCAL).resolve("rides.classpath");
      return new LocalClassPath(
          Stream.of(Files.readString(list).strip().split(File.pathSeparator))
              .map(Path::of)
              .collect(toMap(LocalClassPath::sha256, path -> path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The component's jar; none where it is no jar but a native library. */
  Optional<Jar> jarOf(Component component) {
    Path file = byChecksum.get(component.sha256());
    if (file == null) {
      throw new AssertionError(component + " is on a list, and its file not on the class path");
    }
    return Optional.of(file).filter(path -> path.toString().endsWith(".jar")).map(Jar::new);
  }

  /** The function's own classes, before they were packed together with others. */
  Jar jarOf(String function) {
    Path target = ComponentList.target(function);
    return byChecksum.values().stream()
        .filter(file -> file.startsWith(target))
        .findFirst()
        .map(Jar::new)
        .orElseThrow(() -> new AssertionError("Nothing of " + target + " is on the class path"));
  }

  private static String sha256(Path file) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
