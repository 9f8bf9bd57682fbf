/**
 * What all forms of respite share: the moment with its places, the boeking, and the rule by which one becomes the
 * other. A form of respite publishes its times as a {@link nl.respijt.boeking.Moment} and adds what is its own.
 */
@NullMarked
package nl.respijt.boeking;

import org.jspecify.annotations.NullMarked;
