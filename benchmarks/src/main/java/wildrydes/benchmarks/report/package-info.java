/** How measurements become pages: tables, targets, plots, and what machine they are from. */
@NullMarked
package wildrydes.benchmarks.report;

import org.jspecify.annotations.NullMarked;
