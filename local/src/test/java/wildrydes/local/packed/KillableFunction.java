package wildrydes.local.packed;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import wildrydes.emulators.lambda.RuntimeApi;
import wildrydes.emulators.template.ServerlessFunction;
import wildrydes.local.packed.Border.Side;
import wildrydes.local.packed.CallProxy.Call;
import wildrydes.local.packed.CallProxy.Services;

/** One process of a function, with all its calls in view, to be killed at any of them. */
final class KillableFunction implements CallProxy.Watcher, AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  private final Supplier<Optional<Trap>> trap;
  private final CallProxy proxy;
  private final PackedFunction function;
  private final boolean counts;
  private final Map<Call, String> uncounted = new ConcurrentHashMap<>();

  /**
   * Starts it.
   *
   * @param trap the one that is set for all processes of the function, when there is one
   */
  KillableFunction(
      ServerlessFunction declared,
      Deployment deployment,
      Supplier<Optional<Trap>> trap,
      Path folder)
      throws IOException {
    this.trap = trap;
    this.counts = declared.logicalId().equals(Border.COUNT.function());
    var api = RuntimeApi.start(declared);
    this.proxy = CallProxy.start(Services.of(deployment, api), this);
    Map<String, String> environment = new TreeMap<>(deployment.whereAwsIs());
    environment.replaceAll(
        (name, value) -> name.startsWith("AWS_ENDPOINT_URL") ? "http://" + proxy.address() : value);
    environment.putAll(declared.environment());
    environment.put("AWS_LAMBDA_RUNTIME_API", proxy.address());
    this.function = PackedFunction.start(declared, api, environment, folder);
  }

  PackedFunction function() {
    return function;
  }

  boolean isAlive() {
    return function.process().isAlive();
  }

  /** As {@code kill -9} does. */
  void kill() {
    function.process().destroyForcibly().onExit().join();
  }

  /**
   * The rides whose outcome it has written, or was just writing, and has not counted since. Once it
   * is dead, nobody will.
   */
  Set<String> uncounted() {
    return Set.copyOf(uncounted.values());
  }

  @Override
  public boolean lets(Call call, Side side) {
    if (side == Side.AFTER && call.name().equals(Border.COUNT.call())) {
      uncounted.clear();
    }
    if (trap.get().filter(set -> set.killsAt(call.name(), side, this::kill)).isPresent()) {
      return false;
    }
    if (side == Side.BEFORE && isRecord(call)) {
      uncounted.put(call, rideOf(call));
    }
    return true;
  }

  @Override
  public void refused(Call call) {
    uncounted.remove(call);
  }

  private boolean isRecord(Call call) {
    return counts && call.name().equals(Border.RECORD.call());
  }

  private static String rideOf(Call update) {
    try {
      return JSON.readTree(update.body()).at("/Key/RideId/S").textValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    function.close();
    proxy.close();
  }
}
