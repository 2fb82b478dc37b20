/**
 * The alarms there are, judged every few seconds, and what became of them. A state is changed in
 * one place, {@code Alarms}, so that its history tells of each change. Actions are written down and
 * not carried out: nobody is on call for a laptop.
 */
@NullMarked
package wildrydes.emulators.cloudwatch.alarms;

import org.jspecify.annotations.NullMarked;
