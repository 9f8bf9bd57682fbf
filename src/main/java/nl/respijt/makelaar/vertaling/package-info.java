/**
 * Which translations were read by somebody who grew up with the language ("nagekeken"), and which not yet. Dutch is what
 * the others are translated from.
 */
@NullMarked
package nl.respijt.makelaar.vertaling;

import org.jspecify.annotations.NullMarked;
