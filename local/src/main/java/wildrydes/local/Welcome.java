package wildrydes.local;

import java.io.PrintWriter;
import java.time.Duration;
import wildrydes.emulators.Aws;

/** What to do with a pipeline that has just started, and what it cannot prove. */
final class Welcome {

  private final PrintWriter out;

  Welcome(PrintWriter out) {
    this.out = out;
  }

  void print(LocalPipeline pipeline, Duration took) {
    Endpoints endpoints = pipeline.endpoints();
    out.printf(
        """

        Ready after %.1f s. Stop it with Ctrl-C.

          Console     %s/
          Dashboard   %s/dashboard

          API         %s
          SQS         %s
          DynamoDB    %s
          CloudWatch  %s

        Request a ride as alice, then follow it:

          curl -i %s/ride -H 'Authorization: Bearer alice' -H 'Content-Type: application/json' \\
            -d '{"PickupLocation":{"Latitude":47.6174755835663,"Longitude":-122.28837066650185}}'
          curl %s/ride/RIDE_ID -H 'Authorization: Bearer alice'

        Let ./rides fleet, the aws CLI and any SDK see the queues, tables and metrics (version 1 of
        the aws CLI overlooks the first line: give it --endpoint-url as well):

          export AWS_ENDPOINT_URL_SQS=%s
          export AWS_ENDPOINT_URL_DYNAMODB=%s
          export AWS_ENDPOINT_URL_CLOUDWATCH=%s
          export AWS_REGION=%s AWS_DEFAULT_REGION=%s
          export AWS_ACCESS_KEY_ID=%s AWS_SECRET_ACCESS_KEY=%s

        Functions may do what their roles in the template allow, and nothing else. Only AWS can
        prove: other policies and TLS, who signed a token and for whom, quotas and throttling
        (RequestsPerSecond, too), AWS's own scaling, latencies and failures.

        """,
        took.toMillis() / 1000.0,
        endpoints.api(),
        endpoints.api(),
        endpoints.api(),
        endpoints.sqs(),
        endpoints.dynamodb(),
        endpoints.cloudwatch(),
        endpoints.api(),
        endpoints.api(),
        endpoints.sqs(),
        endpoints.dynamodb(),
        endpoints.cloudwatch(),
        Aws.REGION,
        Aws.REGION,
        Aws.ACCESS_KEY,
        Aws.SECRET_KEY);
    out.flush();
  }
}
