/** What the operator sets: program arguments and environment, read once at the start. Depends on nothing else of ours. */
@NullMarked
package nl.respijt.instellingen;

import org.jspecify.annotations.NullMarked;
