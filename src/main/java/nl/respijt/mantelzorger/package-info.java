/**
 * Who books: known by a way to reach them and by nothing else. No account, no date of birth, nothing about the naaste.
 */
@NullMarked
package nl.respijt.mantelzorger;

import org.jspecify.annotations.NullMarked;
