/**
 * The Mantelzorghuizen: where they are, when they open, and when not. A pattern (weekday, dagdeel, every week or every
 * other week) becomes openstellingen 26 weeks ahead, each of them a {@link nl.respijt.boeking.Moment}; public holidays
 * and closures leave them out, extra openings add one.
 */
@NullMarked
package nl.respijt.mantelzorghuis;

import org.jspecify.annotations.NullMarked;
