/** Dagdeel, tijdvak, the clock and timed work. Depends on nothing else of ours. */
@NullMarked
package nl.respijt.tijd;

import org.jspecify.annotations.NullMarked;
