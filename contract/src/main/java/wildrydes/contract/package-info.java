/**
 * Holds what riders and the API say to each other against {@code docs/openapi.yaml}. Tests send
 * every request and answer through here; nothing that is shipped may depend on it.
 */
@NullMarked
package wildrydes.contract;

import org.jspecify.annotations.NullMarked;
