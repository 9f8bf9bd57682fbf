/** The starting point of the service; everything else is in a package for its part of the work. */
@NullMarked
package nl.respijt;

import org.jspecify.annotations.NullMarked;
