package wildrydes.local;

import wildrydes.ops.Rides;

/** The program behind {@code ./rides}. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(Rides.commandLine().execute(arguments));
  }
}
