/**
 * What CloudWatch's "search expression syntax" says of the first argument of SEARCH: a schema,
 * terms and AND, OR, NOT, over the names and dimensions of metrics.
 */
@NullMarked
package wildrydes.emulators.cloudwatch.search;

import org.jspecify.annotations.NullMarked;
