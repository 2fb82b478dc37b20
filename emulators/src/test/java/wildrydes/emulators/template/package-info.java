/** Tests of the template reader: what it understands, and that it refuses the rest by name. */
@NullMarked
package wildrydes.emulators.template;

import org.jspecify.annotations.NullMarked;
