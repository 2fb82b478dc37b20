/**
 * What a dashboard's body may be, after "Dashboard Body Structure and Syntax" of CloudWatch's API
 * reference. Its messages are worded as CloudWatch's, and say more where those say too little.
 */
@NullMarked
package wildrydes.emulators.cloudwatch.dashboards.body;

import org.jspecify.annotations.NullMarked;
