/**
 * What a laptop has beside the API: the console at {@code /}, the dashboard at {@code /dashboard},
 * the runbook and the API's document below {@code /docs/}, and under {@code /_local/} what these
 * pages read and, of the dead letters, what they can do. The rules that must hold: only an order to
 * replay changes anything, and no page of another site can read anything here or give such an
 * order.
 */
@NullMarked
package wildrydes.local.site;

import org.jspecify.annotations.NullMarked;
