package wildrydes.local;

import wildrydes.ops.Rides;

/**
 * The program behind {@code ./rides}: the operator's commands, and the one that runs it all here.
 */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    // Before any logger is made: the functions' own configuration would log JSON.
    System.setProperty("log4j2.configurationFile", "log4j2-local.xml");
    System.exit(Rides.commandLine().addSubcommand(new LocalCommand()).execute(arguments));
  }
}
