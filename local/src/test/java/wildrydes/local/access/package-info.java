/** Tests of what the functions may do, and of what they do. */
@NullMarked
package wildrydes.local.access;

import org.jspecify.annotations.NullMarked;
