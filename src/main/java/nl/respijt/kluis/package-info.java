/**
 * The secrets we keep and what is kept under them: the key file, and details about a person that nobody reads from a
 * stolen database. Every person has a key of their own, which is stored only encrypted; with that key goes everything
 * that was said under it, also from backups that hold the row but not the file.
 *
 * <p>Knows no person and no feature: a person is an id, a detail is bytes.
 */
@NullMarked
package nl.respijt.kluis;

import org.jspecify.annotations.NullMarked;
