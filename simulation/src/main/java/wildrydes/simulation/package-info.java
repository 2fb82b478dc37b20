/**
 * The three functions in one process under a scheduler that decides, by one seed, what happens
 * when: which call is answered first, which fails, which process dies. The rule that must hold: the
 * same seed is the same run.
 */
@NullMarked
package wildrydes.simulation;

import org.jspecify.annotations.NullMarked;
