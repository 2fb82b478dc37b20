package wildrydes.ops.terminal;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what is wrong with a command line, and how it should look, in a few lines. */
public final class UsagePrinter implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine line = failure.getCommandLine();
    PrintWriter err = line.getErr();
    if (isBareGroup(failure, line)) {
      line.usage(err, line.getColorScheme());
      return Exit.USAGE.code();
    }
    err.println(
        line.getColorScheme().errorText(PlainText.of(String.valueOf(failure.getMessage()))));
    UnmatchedArgumentException.printSuggestions(failure, err);
    err.print(line.getHelp().fullSynopsis());
    err.printf("%s --help tells more.%n", line.getCommandSpec().qualifiedName());
    err.flush();
    return Exit.USAGE.code();
  }

  /** Whoever types ./rides or ./rides fleet alone wants to know what there is. */
  private static boolean isBareGroup(ParameterException failure, CommandLine line) {
    return !line.getSubcommands().isEmpty() && !(failure instanceof UnmatchedArgumentException);
  }
}
