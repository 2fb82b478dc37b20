/**
 * The way in: which operation a request asks for, in which protocol, and the answer written in the
 * same one. Nothing here knows what an operation does.
 */
@NullMarked
package wildrydes.emulators.cloudwatch.http;

import org.jspecify.annotations.NullMarked;
