package wildrydes.ops.deadletters.command;

import java.time.InstantSource;
import wildrydes.ops.deadletters.Holds;
import wildrydes.ops.deadletters.Lane;
import wildrydes.ops.deadletters.Selection;
import wildrydes.ops.deadletters.Sweep;
import wildrydes.ops.terminal.CommandFailure;
import wildrydes.ops.terminal.Exit;
import wildrydes.ops.terminal.Progress;

/** Looks for dead letters, with a progress bar where there are many. */
record Sweeping(DeadLetterStack stack, InstantSource clock) {

  /** Finds what is meant, and lets all go again. */
  Sweep.Found look(Selection selection) {
    try (var holds = new Holds(stack.queues(), clock)) {
      return find(selection, holds);
    }
  }

  /** Finds what is meant; until the holds are closed nobody else gets it. */
  Sweep.Found find(Selection selection, Holds holds) {
    int visible = 0;
    for (Lane lane : selection.lanes()) {
      visible += stack.queues().count(lane).visible();
    }
    try (var progress = Progress.of("Reading", visible)) {
      return new Sweep(stack.queues(), stack.rides(), clock)
          .find(selection, holds, progress::stepTo);
    }
  }

  /**
   * The same, of which there must be some.
   *
   * @throws CommandFailure if nothing is found, saying whether there is anything
   */
  static Sweep.Found some(Sweep.Found found, boolean isFiltered) {
    if (!found.letters().isEmpty()) {
      return found;
    }
    if (found.allUnseen() > 0) {
      throw new CommandFailure(
          Exit.NOTHING_MATCHES,
          "Nothing was found, but about %d messages could not be seen: somebody else holds them."
                  .formatted(found.allUnseen())
              + "\nTry again in a minute.");
    }
    throw new CommandFailure(
        Exit.NOTHING_MATCHES,
        isFiltered
            ? "No dead letter is like that.\n./rides dlq list shows all."
            : "There are no dead letters.");
  }
}
