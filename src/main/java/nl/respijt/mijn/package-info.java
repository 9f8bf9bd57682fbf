/**
 * What somebody who is signed in has with us, in one place. Reads across features, like the desk, and shows nobody but
 * this person.
 */
@NullMarked
package nl.respijt.mijn;

import org.jspecify.annotations.NullMarked;
