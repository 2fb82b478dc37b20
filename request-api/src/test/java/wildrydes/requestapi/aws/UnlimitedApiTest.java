package wildrydes.requestapi.aws;

/** The API for tests of what is read, in which nobody is told to wait for their other rides. */
abstract class UnlimitedApiTest extends ApiTest {

  @Override
  int maxOpenRides() {
    return Integer.MAX_VALUE;
  }
}
