package wildrydes.requestapi.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import wildrydes.requestapi.Ride.Status;

/** Any path at all. The files of the corpus are ids, or a method and a path. */
class PathFuzzTest {

  @FuzzTest
  void rideId(byte[] sent) {
    String id = new String(sent, UTF_8);
    var api = new FuzzedApi();
    api.put(new Status.Requested());

    var response = api.get("alice", id);

    api.check(response);
    assertThat(response.getStatusCode()).isEqualTo(id.equals(ApiTest.RIDE.value()) ? 200 : 404);
    assertThat(api.get("bob", id)).isEqualTo(api.get("bob", ApiTest.RIDE.value()));
  }

  @FuzzTest
  void methodAndPath(byte[] sent) {
    String[] line = new String(sent, UTF_8).split(" ", 2);
    String path = line.length < 2 ? "" : line[1];

    var response = FuzzedApi.answer(event -> event.withHttpMethod(line[0]).withPath(path));

    boolean post = line[0].equals("POST") && path.equals("/ride");
    assertThat(response.getStatusCode()).isEqualTo(post ? 202 : 404);
  }
}
