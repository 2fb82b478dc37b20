/**
 * What IAM does, for the functions of a local run: each acts under the role that the template gives
 * it, a call that the role does not allow fails as on AWS, and what was used is written down. The
 * rule: nobody but the functions is checked, and nothing of it is in the jars that are deployed.
 */
@NullMarked
package wildrydes.local.access;

import org.jspecify.annotations.NullMarked;
