/**
 * Dead letters as people and scripts see them. The rule: nobody sees where a rider stands, unless
 * they ask for it by {@code --show-locations}; and no message can steer a terminal.
 */
@NullMarked
package wildrydes.ops.deadletters.view;

import org.jspecify.annotations.NullMarked;
