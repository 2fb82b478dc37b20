/**
 * The dashboards there are, and the API's operations on them. A dashboard is its body, kept and
 * answered to the letter; who draws it reads it from here.
 */
@NullMarked
package wildrydes.emulators.cloudwatch.dashboards;

import org.jspecify.annotations.NullMarked;
