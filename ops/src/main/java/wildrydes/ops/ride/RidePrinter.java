package wildrydes.ops.ride;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import wildrydes.ops.terminal.CommandFailure;
import wildrydes.ops.terminal.Exit;

/** Prints the API's answers: its bodies for scripts, sentences for people. */
final class RidePrinter {

  private final PrintWriter out;
  private final Ansi ansi;
  private final ApiOptions options;
  private boolean saidWaiting;

  RidePrinter(CommandLine line, ApiOptions options) {
    this.out = line.getOut();
    this.ansi = line.getColorScheme().ansi();
    this.options = options;
  }

  /**
   * The ride in a good answer.
   *
   * @throws CommandFailure for a refusal; its body is printed where bodies are asked for
   */
  RideView rideOf(ApiAnswer answer) {
    if (!answer.isSuccess()) {
      json(answer);
      throw ApiFailures.of(answer, options.base());
    }
    RideView ride = RideView.of(answer.body());
    if (ride.id().isEmpty()) {
      throw new CommandFailure(
          Exit.UNEXPECTED,
          options.base() + " answered with something that is no ride.\nCheck --api.");
    }
    return ride;
  }

  void requested(ApiAnswer answer) {
    RideView ride = rideOf(answer);
    if (json(answer)) {
      return;
    }
    out.printf("Ride %s is requested for %s.%n", ride.id(), ride.text("Rider"));
    out.printf("Follow it with ./rides status %s --watch%s%n", ride.id(), options.sameRider());
  }

  /** Says once that the outcome is not known yet. */
  void waiting(ApiAnswer answer) {
    if (!options.json() && !saidWaiting) {
      out.println(Outcome.sentence(RideView.of(answer.body())));
      out.flush();
      saidWaiting = true;
    }
  }

  /** Prints how the ride ended. */
  Exit outcome(ApiAnswer answer) {
    RideView ride = rideOf(answer);
    if (!json(answer)) {
      out.println(Outcome.sentence(ride));
    }
    return Outcome.of(ride);
  }

  /** Prints all there is to know. */
  void details(ApiAnswer answer) {
    RideView ride = rideOf(answer);
    if (json(answer)) {
      return;
    }
    line("Ride", ride.id());
    line("Rider", ride.text("Rider"));
    line("Pickup", ride.pickup());
    new StagePrinter(this::line).print(ride.stages());
    line("Status", ansi.string("@|" + color(ride) + " " + ride.status() + "|@"));
    out.println(Outcome.sentence(ride));
  }

  private void line(String label, String value) {
    out.printf("%-10s %s%n", label, value);
  }

  private static String color(RideView ride) {
    return switch (Outcome.of(ride)) {
      case DONE -> "green";
      case RIDE_FAILED -> "red";
      default -> "yellow";
    };
  }

  private boolean json(ApiAnswer answer) {
    if (options.json()) {
      out.println(answer.body());
    }
    return options.json();
  }
}
