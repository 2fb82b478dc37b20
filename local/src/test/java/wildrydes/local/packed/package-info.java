/**
 * The functions as they are deployed: each packed jar in a process of its own, under AWS's own
 * runtime interface client.
 */
@NullMarked
package wildrydes.local.packed;

import org.jspecify.annotations.NullMarked;
