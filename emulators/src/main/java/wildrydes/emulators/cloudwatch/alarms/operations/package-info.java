/** The API's operations on alarms: what they take, what they refuse, what they answer. */
@NullMarked
package wildrydes.emulators.cloudwatch.alarms.operations;

import org.jspecify.annotations.NullMarked;
