/**
 * Proposals for the roster of some weeks: who could open which house when, so that the load is fair and wishes come true.
 * {@link nl.respijt.rooster.voorstel.Regel} holds what counts and how much, {@link nl.respijt.rooster.voorstel.Stand} counts
 * it, {@link nl.respijt.rooster.voorstel.Verdeler} looks for the best one (only there Timefold is known), and {@link
 * nl.respijt.rooster.voorstel.Uitleg} says why a name stands where it stands, from the same counts. A proposal changes
 * nothing until it is published, dienst by dienst, by {@link nl.respijt.rooster.RoosterService}.
 */
@NullMarked
package nl.respijt.rooster.voorstel;

import org.jspecify.annotations.NullMarked;
