package wildrydes.edge.rehearsal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkSystemSetting;
import wildrydes.edge.Environment;

/**
 * Plays a function's events before the snapshot, over and over, each time through another copy of
 * it. The copies are built like the function, but all they know of AWS is the {@link Stage}; what
 * they remember goes with them. If the rehearsal fails, the snapshot is taken all the same and is
 * merely slower.
 */
public final class Rehearsal implements Resource {

  private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

  private static final String INITIALIZATION = "AWS_LAMBDA_INITIALIZATION_TYPE";

  private static final String CREDENTIALS =
      SdkSystemSetting.AWS_CONTAINER_CREDENTIALS_FULL_URI.property();

  /** Where the runtime tells the SDK which trace an event belongs to. */
  private static final String TRACE = "com.amazonaws.xray.traceHeader";

  /** Until the compiler is done with what it was given last: it shares one core with the events. */
  private static final Duration REST = Duration.ofSeconds(1);

  private final Map<String, String> environment;
  private final Duration length;
  private final Script script;
  private final Function<Map<String, String>, RequestStreamHandler> copy;
  private final Blanks blanks = new Blanks();
  private List<String> answers = List.of();

  private Rehearsal(
      Map<String, String> environment,
      Duration length,
      Script script,
      Function<Map<String, String>, RequestStreamHandler> copy) {
    this.environment = environment;
    this.length = length;
    this.script = script;
    this.copy = copy;
  }

  /**
   * Arranges for the rehearsal if there will be a snapshot. Whoever asks must keep it: the runtime
   * only has a weak reference.
   *
   * @param environment {@code REHEARSAL_SECONDS} is how long to play, or 0
   * @param owner the function, beside which its script lies
   * @param copy builds the function once more, in another environment
   * @throws IllegalStateException if the length is missing or wrong
   */
  public static Optional<Rehearsal> beforeSnapshot(
      Map<String, String> environment,
      Class<?> owner,
      Function<Map<String, String>, RequestStreamHandler> copy) {
    var length =
        Duration.ofSeconds(Environment.read(environment, e -> e.countFrom(0, "REHEARSAL_SECONDS")));
    if (length.isZero() || !"snap-start".equals(environment.get(INITIALIZATION))) {
      return Optional.empty();
    }
    var rehearsal = new Rehearsal(environment, length, Script.of(owner), copy);
    Core.getGlobalContext().register(rehearsal);
    return Optional.of(rehearsal);
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    try {
      play();
      Thread.sleep(REST);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception | LinkageError e) {
      LOG.warn("The rehearsal failed: the first events after each restore will be slow", e);
    }
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    // Nothing of the rehearsal is left, and the function itself has not begun.
  }

  /** What the copy answered to each event the last time. */
  public List<String> answers() {
    return answers;
  }

  private void play() throws IOException, GeneralSecurityException, ReflectiveOperationException {
    PrintStream console = System.out;
    try (var stage = Stage.open(script.answers());
        var nowhere =
            new PrintStream(
                new BufferedOutputStream(OutputStream.nullOutputStream()), false, UTF_8)) {
      System.setOut(nowhere);
      System.setProperty(CREDENTIALS, stage.address() + Stage.CREDENTIALS);
      System.setProperty(TRACE, "Root=1-00000000-000000000000000000000000;Sampled=0");
      Tls.greetNobody();
      // A restored function does much for the first time. So does each copy, or the compiler would
      // leave out what it has seen only once.
      Map<String, String> onStage = onStage(stage.address());
      long end = System.nanoTime() + length.toNanos();
      do {
        answers = answers(copy.apply(onStage));
      } while (System.nanoTime() < end);
    } finally {
      System.clearProperty(CREDENTIALS);
      System.clearProperty(TRACE);
      System.setOut(console);
    }
  }

  private List<String> answers(RequestStreamHandler handler) throws ReflectiveOperationException {
    List<String> given = new ArrayList<>();
    for (String event : script.events()) {
      given.add(RehearsedInvocation.of(handler, blanks.fill(event)));
    }
    return given;
  }

  /** The function's own settings, with another AWS. */
  private Map<String, String> onStage(String address) {
    Map<String, String> rehearsed = new HashMap<>(environment);
    rehearsed.put(INITIALIZATION, "rehearsal");
    rehearsed.keySet().removeAll(List.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"));
    for (String service : List.of("DYNAMODB", "SQS", "CLOUDWATCH")) {
      rehearsed.put("AWS_ENDPOINT_URL_" + service, address);
    }
    return rehearsed;
  }
}
