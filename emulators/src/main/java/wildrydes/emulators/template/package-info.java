/**
 * Reads a SAM template as CloudFormation would, as far as local runs need it, and refuses the rest
 * by name: a template that is only half understood would make a local run that proves nothing.
 * {@link wildrydes.emulators.template.Template} is the way in.
 */
@NullMarked
package wildrydes.emulators.template;

import org.jspecify.annotations.NullMarked;
