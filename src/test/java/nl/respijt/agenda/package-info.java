/** Claims about calendars. */
@NullMarked
package nl.respijt.agenda;

import org.jspecify.annotations.NullMarked;
