/**
 * What a page may know of the running pipeline beside the public API, as small JSON answers under
 * {@code /_local/}:
 *
 * <ul>
 *   <li>{@code GET /_local/pipeline}: {@link wildrydes.local.facts.PipelineFacts}
 *   <li>{@code GET /_local/unicorns}: {@link wildrydes.local.facts.FleetFacts}
 *   <li>{@code GET /_local/queues}: {@link wildrydes.local.facts.QueueFacts}
 * </ul>
 *
 * Times are epoch milliseconds. The rules that must hold: nothing is changed, no message is ever
 * received (that would count as a delivery), and pages that ask together cost one look.
 */
@NullMarked
package wildrydes.local.facts;

import org.jspecify.annotations.NullMarked;
