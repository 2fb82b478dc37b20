package wildrydes.local;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells scripts that everything serves, and where; it appears whole, and only while that is so. */
record ReadyFile(Path file) {

  void write(Endpoints endpoints) throws IOException {
    Path whole = file.resolveSibling(file.getFileName() + ".part");
    Files.write(whole, new JsonMapper().writeValueAsBytes(endpoints));
    Files.move(whole, file, ATOMIC_MOVE);
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The ready file cannot be removed: " + file, e);
    }
  }
}
