/**
 * What an operation is: named parameters in, a JSON tree or an {@link
 * wildrydes.emulators.cloudwatch.api.ApiError} out, the same in every protocol.
 */
@NullMarked
package wildrydes.emulators.cloudwatch.api;

import org.jspecify.annotations.NullMarked;
