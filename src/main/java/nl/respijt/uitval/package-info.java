/**
 * When a carer drops out: what they laid down for it beforehand, and the button that brings somebody or a call (domain.md,
 * "Overload": a prepared plan B or a person, not a form).
 */
@NullMarked
package nl.respijt.uitval;

import org.jspecify.annotations.NullMarked;
