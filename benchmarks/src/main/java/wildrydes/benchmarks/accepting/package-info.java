/**
 * How soon a rider's POST is answered: the product's request function beside the synchronous one
 * that it came from, each as a process of its own behind the same front, over the same DynamoDB
 * Local. The rule that must hold: whatever lies before and behind the function is the same for
 * both.
 */
@NullMarked
package wildrydes.benchmarks.accepting;

import org.jspecify.annotations.NullMarked;
