@NullMarked
package wildrydes.requestapi;

import org.jspecify.annotations.NullMarked;
