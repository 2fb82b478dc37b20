/**
 * What a laptop has beside the API: the console at {@code /}, the dashboard at {@code /dashboard},
 * the runbook, and under {@code /_local/} what these pages read. The rule that must hold: nothing
 * here changes anything, and no page of another site can read it.
 */
@NullMarked
package wildrydes.local.site;

import org.jspecify.annotations.NullMarked;
