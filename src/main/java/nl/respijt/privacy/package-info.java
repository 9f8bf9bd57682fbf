/**
 * The rights of a person: to see what we have of them, to correct it, to say what we may do with it, and to be
 * forgotten. What there is stands in one {@link nl.respijt.privacy.Register} of all columns; export, erasure and the
 * nightly clean-up follow it, so that a new column cannot be forgotten by any of them.
 */
@NullMarked
package nl.respijt.privacy;

import org.jspecify.annotations.NullMarked;
