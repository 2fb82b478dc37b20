package wildrydes.local;

import java.net.URI;

/** The base URLs of a running pipeline. */
public record Endpoints(URI api, URI sqs, URI dynamodb, URI cloudwatch) {}
