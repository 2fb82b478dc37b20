/**
 * The commands that our pages tell people to type. What is written there is run as it is written: a
 * shell reads it, and only what a person must fill in is filled in.
 */
@NullMarked
package wildrydes.local.commands;

import org.jspecify.annotations.NullMarked;
