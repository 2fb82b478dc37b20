package wildrydes.ops.deadletters.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import wildrydes.ops.deadletters.Audit;
import wildrydes.ops.terminal.CommandFailure;
import wildrydes.ops.terminal.Exit;

/**
 * Appends entries. Two who write at once, in one process or in two, wait for each other; a line
 * that a crash left torn is ended before the next begins.
 */
public final class AuditFile implements Audit {

  private static final JsonMapper JSON = new JsonMapper();

  /** A file's lock keeps processes apart, but not the threads of one. */
  private static final ReentrantLock THREADS = new ReentrantLock();

  private final Path file;
  private final String stack;
  private final Operator operator;
  private final InstantSource clock;

  public AuditFile(Path file, String stack, Operator operator, InstantSource clock) {
    this.file = file;
    this.stack = stack;
    this.operator = operator;
    this.clock = clock;
  }

  /**
   * @throws CommandFailure if it cannot be written; what it was about must then not be done
   */
  @Override
  public void write(Entry entry) {
    writeAll(List.of(entry));
  }

  @Override
  public void writeAll(List<Entry> entries) {
    var lines = new StringBuilder();
    entries.forEach(entry -> lines.append(line(entry)).append('\n'));
    THREADS.lock();
    try {
      append(lines.toString());
    } catch (IOException e) {
      throw new CommandFailure(
          Exit.REFUSED,
          "The audit file "
              + file
              + " cannot be written: "
              + e
              + "\nNothing is done that is not written down. Mend that, or name another file with"
              + " --audit.",
          e);
    } finally {
      THREADS.unlock();
    }
  }

  private void append(String lines) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      Files.createDirectories(folder, onlyForTheOwner(folder, "rwx------"));
    }
    try (FileChannel end =
            FileChannel.open(
                file, Set.of(CREATE, WRITE, APPEND), onlyForTheOwner(file, "rw-------"));
        // Closed after the lock is given back: closing any channel of a file may end all its locks.
        FileChannel whole = FileChannel.open(file, READ);
        FileLock _ = end.lock()) {
      var bytes = ByteBuffer.wrap(((isTorn(whole) ? "\n" : "") + lines).getBytes(UTF_8));
      while (bytes.hasRemaining()) {
        end.write(bytes);
      }
      end.force(true);
    }
  }

  private static boolean isTorn(FileChannel whole) throws IOException {
    var last = ByteBuffer.allocate(1);
    return whole.size() > 0 && whole.read(last, whole.size() - 1) == 1 && last.get(0) != '\n';
  }

  private static FileAttribute<?>[] onlyForTheOwner(Path path, String permissions) {
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private String line(Entry entry) {
    ObjectNode json =
        JSON.createObjectNode()
            .put("When", clock.instant().toString())
            .put("Who", operator.name())
            .put("Stack", stack)
            .put("Action", entry.action().name())
            .put("Queue", entry.lane().word())
            .put("MessageId", entry.messageId());
    entry.rideId().ifPresent(ride -> json.put("RideId", ride.value()));
    json.put("Outcome", entry.outcome());
    entry
        .body()
        .ifPresent(
            body -> {
              ObjectNode attributes = json.putObject("Attributes");
              entry.attributes().forEach(attributes::put);
              json.put("Body", body);
            });
    return json.toString();
  }
}
