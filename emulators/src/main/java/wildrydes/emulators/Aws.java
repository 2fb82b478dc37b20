package wildrydes.emulators;

/**
 * The account in which local resources live. ARNs and queue URLs are built from it, so all parts
 * must agree on it.
 */
public final class Aws {

  public static final String REGION = "us-west-2";

  public static final String ACCOUNT_ID = "000000000000";

  /** DynamoDB Local takes letters and digits only. */
  public static final String ACCESS_KEY = "local";

  public static final String SECRET_KEY = "local";

  private Aws() {}
}
