/**
 * Lambda's own side of a function's process: the Runtime API that hands it events and takes its
 * answers, and the process itself under AWS's runtime interface client, started as the managed
 * runtime starts it.
 */
@NullMarked
package wildrydes.emulators.lambda;

import org.jspecify.annotations.NullMarked;
