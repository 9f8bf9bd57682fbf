/** Many at once, killed in the middle, started again: what must hold whatever happens, seen from outside. */
@NullMarked
package nl.respijt.wedloop;

import org.jspecify.annotations.NullMarked;
