package wildrydes.benchmarks.coldstart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** A jar as Lambda keeps it: a folder of its classes. */
record Unpacked(Path folder, long jarBytes) {

  static Unpacked of(Path jar, Path folder) throws IOException {
    if (!Files.exists(jar)) {
      throw new IOException("There is no " + jar + ". Pack it: mvn -Dfast package");
    }
    Files.createDirectories(folder);
    try (var packed = new JarFile(jar.toFile())) {
      for (var entry : (Iterable<JarEntry>) packed.stream()::iterator) {
        Path file = folder.resolve(entry.getName()).normalize();
        if (entry.isDirectory() || !file.startsWith(folder)) {
          continue;
        }
        Files.createDirectories(file.getParent());
        try (InputStream content = packed.getInputStream(entry)) {
          Files.copy(content, file);
        }
      }
    }
    return new Unpacked(folder, Files.size(jar));
  }
}
