package wildrydes.ops.ride;

import java.time.Instant;
import java.util.function.Consumer;
import wildrydes.messages.RideId;
import wildrydes.ops.terminal.CommandFailure;
import wildrydes.ops.terminal.Exit;

/** Asks for a ride again and again until its outcome is known, and lets the API do the waiting. */
final class Following {

  private final RideApi api;
  private final Wait wait;
  private final Instant deadline;

  Following(RideApi api, Wait wait, Instant deadline) {
    this.api = api;
    this.wait = wait;
    this.deadline = deadline;
  }

  /**
   * The first answer that is not "requested", which may be a refusal.
   *
   * @param onEach is shown every answer before it
   * @throws CommandFailure if the deadline comes first
   */
  ApiAnswer follow(RideId id, Consumer<ApiAnswer> onEach) {
    ApiAnswer answer = api.show(id);
    while (true) {
      if (!answer.isSuccess() || RideView.of(answer.body()).isDecided()) {
        return answer;
      }
      onEach.accept(answer);
      if (!wait.instant().plus(answer.retryAfter()).isBefore(deadline)) {
        throw new CommandFailure(
            Exit.TIMED_OUT,
            "Ride %s has no outcome yet.\nGo on with ./rides status %s --watch, or wait longer with"
                    .formatted(id, id)
                + " --timeout.");
      }
      wait.sleep(answer.retryAfter());
      answer = api.await(id);
    }
  }
}
