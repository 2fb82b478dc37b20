@NullMarked
package wildrydes.edge;

import org.jspecify.annotations.NullMarked;
