@NullMarked
package wildrydes.local;

import org.jspecify.annotations.NullMarked;
