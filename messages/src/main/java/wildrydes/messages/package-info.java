@NullMarked
package wildrydes.messages;

import org.jspecify.annotations.NullMarked;
