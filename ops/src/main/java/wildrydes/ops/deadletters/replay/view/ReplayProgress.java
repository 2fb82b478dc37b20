package wildrydes.ops.deadletters.replay.view;

import java.io.PrintWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wildrydes.messages.RideId;
import wildrydes.ops.deadletters.replay.End;
import wildrydes.ops.deadletters.replay.ReplayRules;
import wildrydes.ops.deadletters.replay.ReplayWatcher;
import wildrydes.ops.deadletters.replay.SentRide;
import wildrydes.ops.deadletters.view.Ages;
import wildrydes.ops.terminal.PlainText;
import wildrydes.ops.terminal.Progress;

/** Tells the course of a replay: a bar on a terminal, a line now and then where there is none. */
public final class ReplayProgress implements ReplayWatcher, AutoCloseable {

  private static final int SENT_A_LINE = 100;

  private final PrintWriter out;
  private final ReplayRules rules;
  private Optional<Progress> bar = Optional.empty();
  private @Nullable RideId canary;
  private int sent;
  private int ended;
  private boolean saidSending;

  public ReplayProgress(PrintWriter out, ReplayRules rules) {
    this.out = out;
    this.rules = rules;
  }

  @Override
  public void read(int letters) {}

  @Override
  public void canary(SentRide ride) {
    canary = ride.rideId();
    say(
        "The canary is sent: ride %s. Waiting for its outcome, %s at most ..."
            .formatted(ride.rideId(), Ages.of(rules.timeout())));
  }

  @Override
  public void sending(int ready) {
    if (ready > 0 && !saidSending) {
      saidSending = true;
      say("Sending, %s a second at most ...".formatted(ReplayText.number(rules.rate())));
    }
    showBar("Sending", ready);
  }

  @Override
  public void sent(SentRide ride) {
    sent++;
    bar.ifPresent(Progress::step);
    if (sent % SENT_A_LINE == 0 && !Progress.isTerminal()) {
      say("%d sent, the ends of %d are known.".formatted(sent, ended));
    }
  }

  @Override
  public void ended(SentRide ride, End end) {
    ended++;
    if (ride.rideId().equals(canary) || end instanceof End.FailedAgain) {
      String who = ride.rideId().equals(canary) ? "The canary" : "Ride " + ride.rideId();
      say(who + ": " + PlainText.of(end.words()) + ".");
    }
  }

  @Override
  public void following(int rides) {
    if (rides > 0) {
      close();
      say(
          "All that could be sent is sent. Waiting for the outcomes of %d, %s at most ..."
              .formatted(rides, Ages.of(rules.timeout())));
    }
  }

  @Override
  public void close() {
    bar.ifPresent(Progress::close);
    bar = Optional.empty();
  }

  private void showBar(String name, int steps) {
    close();
    bar = Optional.of(Progress.of(name, steps));
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }
}
