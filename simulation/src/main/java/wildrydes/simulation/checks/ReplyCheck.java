package wildrydes.simulation.checks;

import wildrydes.simulation.history.History;
import wildrydes.simulation.history.Rule;
import wildrydes.simulation.history.Watcher;

/** The API answers as it should, whatever happens behind it; 502 is the gateway's own. */
record ReplyCheck(History history) implements Watcher {

  @Override
  public void replied(String asked, int status, String body) {
    boolean expected =
        switch (status) {
          case 202 -> asked.startsWith("POST");
          case 201 -> asked.startsWith("POST") && body.contains("\"Status\":\"ASSIGNED\"");
          // A POST that waited for an outcome which is no unicorn; and any look at a ride.
          case 200 ->
              asked.startsWith("GET")
                  || body.contains("\"Status\":\"UNASSIGNED\"")
                  || body.contains("\"Status\":\"FAILED\"");
          case 404 -> asked.startsWith("GET");
          case 502 -> body.isEmpty();
          case 503 -> body.contains("\"type\":\"unavailable\"");
          default -> false;
        };
    if (!expected) {
      history.violation(Rule.REPLIES_AS_DOCUMENTED, asked + " was answered " + status + body);
    }
  }
}
