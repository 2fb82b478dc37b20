/**
 * What has happened in a run, for whoever checks it and for whoever must understand it: every call,
 * every change of a table, every delivery. The rule that must hold: nothing here changes what
 * happens.
 */
@NullMarked
package wildrydes.simulation.history;

import org.jspecify.annotations.NullMarked;
