package wildrydes.ops.terminal;

/** What a script learns from a command. The codes are part of the interface and never change. */
public enum Exit {
  DONE(0, "done"),
  UNEXPECTED(1, "something unexpected failed; run again with --debug to see where"),
  USAGE(2, "the command line or a file it names is wrong; nothing was done"),
  NOT_FOUND(3, "there is no such unicorn, ride or stack"),
  REFUSED(4, "what is there forbids it: a unicorn is busy, a name is taken, a request is invalid"),
  UNREACHABLE(5, "no answer, or none but \"try later\""),
  NOT_PERMITTED(6, "nobody is signed in, or they lack a permission"),
  NO_UNICORN(7, "the ride ended without a unicorn: none came free within reach"),
  RIDE_FAILED(8, "the ride failed; its request waits among the dead letters"),
  TIMED_OUT(9, "the ride had no outcome before --timeout"),
  NOTHING_MATCHES(10, "there is nothing to do: no dead letters, or none as asked for"),
  STOPPED(11, "a replay stopped by itself: too many rides failed again");

  private final int code;
  private final String meaning;

  Exit(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  public int code() {
    return code;
  }

  public String meaning() {
    return meaning;
  }
}
