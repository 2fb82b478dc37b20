/**
 * What the product is made of: the lists of components that the build writes name exactly what
 * runs, and everything that is handed on comes with a licence that we accept and with its text.
 */
@NullMarked
package wildrydes.local.supply;

import org.jspecify.annotations.NullMarked;
