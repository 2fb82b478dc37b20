/** What pages are told of the pipeline: by themselves, and how seldom they make it look. */
@NullMarked
package wildrydes.local.facts;

import org.jspecify.annotations.NullMarked;
