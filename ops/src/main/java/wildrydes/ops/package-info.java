@NullMarked
package wildrydes.ops;

import org.jspecify.annotations.NullMarked;
