/**
 * Calendars that others subscribe to: what stands in one ({@link Agenda}), how it is written as iCalendar, the address
 * it is read at and the secrets in such an address.
 *
 * <p>Words: an <em>agenda</em> is one calendar, an <em>agenda-item</em> one entry of it, a <em>sleutel</em> the secret
 * (or public name) in its address, a <em>stand</em> the stamp that tells whether anything changed. What stands in a
 * calendar is told by the features, through {@link AgendaBron} (names and secrets of their own) and
 * {@link AgendaInhoud} (secrets kept here). Leans on {@code tijd} only.
 */
@NullMarked
package nl.respijt.agenda;

import org.jspecify.annotations.NullMarked;
