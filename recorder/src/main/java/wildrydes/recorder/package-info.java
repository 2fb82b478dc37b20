@NullMarked
package wildrydes.recorder;

import org.jspecify.annotations.NullMarked;
