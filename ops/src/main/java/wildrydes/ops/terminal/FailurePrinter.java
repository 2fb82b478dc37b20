package wildrydes.ops.terminal;

import java.io.PrintWriter;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Ends a command that threw: a message on standard error and the exit code, a trace if asked. */
public final class FailurePrinter implements IExecutionExceptionHandler {

  private final BooleanSupplier debug;

  public FailurePrinter(BooleanSupplier debug) {
    this.debug = debug;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine line, ParseResult result) {
    PrintWriter err = line.getErr();
    Exit exit = failure instanceof CommandFailure known ? known.exit() : Exit.UNEXPECTED;
    String message =
        failure instanceof CommandFailure
            ? String.valueOf(failure.getMessage())
            : "Unexpected: "
                + PlainText.of(failure.toString())
                + "\nRun again with --debug to see where.";
    err.println(line.getColorScheme().errorText(message));
    if (debug.getAsBoolean()) {
      failure.printStackTrace(err);
    }
    err.flush();
    return exit.code();
  }
}
