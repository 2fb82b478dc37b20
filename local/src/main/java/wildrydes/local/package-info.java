/**
 * The whole pipeline in one JVM: what template.yaml declares, started, joined and stopped. The rule
 * that must hold: names, time-outs, batch sizes and routes are the template's, and what is not
 * understood there is refused by name.
 */
@NullMarked
package wildrydes.local;

import org.jspecify.annotations.NullMarked;
