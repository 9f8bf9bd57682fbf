/**
 * Who may: secret addresses, sessions, and what a signed-in person is. Features ask here and get the same answer for
 * page and API.
 */
@NullMarked
package nl.respijt.toegang;

import org.jspecify.annotations.NullMarked;
