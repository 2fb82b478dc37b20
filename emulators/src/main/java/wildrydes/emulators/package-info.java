@NullMarked
package wildrydes.emulators;

import org.jspecify.annotations.NullMarked;
