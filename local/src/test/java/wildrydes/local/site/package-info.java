/** The local pages: what they are served, and what a person sees of them in a real browser. */
@NullMarked
package wildrydes.local.site;

import org.jspecify.annotations.NullMarked;
