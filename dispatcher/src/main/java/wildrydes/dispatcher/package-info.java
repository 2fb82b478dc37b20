@NullMarked
package wildrydes.dispatcher;

import org.jspecify.annotations.NullMarked;
