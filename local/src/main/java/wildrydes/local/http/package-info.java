/**
 * The HTTP API as API Gateway runs it: routes of the template, a JWT authorizer, CORS, and requests
 * as events of payload format 1.0.
 */
@NullMarked
package wildrydes.local.http;

import org.jspecify.annotations.NullMarked;
