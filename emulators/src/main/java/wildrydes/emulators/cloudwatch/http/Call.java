package wildrydes.emulators.cloudwatch.http;

import wildrydes.emulators.cloudwatch.api.Parameters;

/** What a request asks for. */
record Call(String operation, Parameters parameters) {}
