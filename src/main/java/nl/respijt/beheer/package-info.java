/**
 * Who may: the beheerder gives roles to people who sign in elsewhere, invites those who sign in by mail, and closes the
 * door. Sees names and addresses of who works with Respijt, and nothing of what they do with it: no carer, no booking.
 */
@NullMarked
package nl.respijt.beheer;

import org.jspecify.annotations.NullMarked;
