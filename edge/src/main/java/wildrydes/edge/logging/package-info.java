/**
 * How the packed functions log: one JSON object a line, as Powertools lays it out. It is said in
 * code, for a file would first be found, parsed and made into the same objects by reflection, which
 * is a tenth of a cold start.
 */
@NullMarked
package wildrydes.edge.logging;

import org.jspecify.annotations.NullMarked;
