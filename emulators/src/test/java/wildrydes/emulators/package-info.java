/**
 * Tests of the emulators. Each test has its own ports and folders; those that need a JVM to die
 * start one of their own.
 */
@NullMarked
package wildrydes.emulators;

import org.jspecify.annotations.NullMarked;
