/**
 * The desk of the mantelzorgmakelaar: the week at a glance, what needs attention, one openstelling with everything that
 * can be done about it, who to call, the houses' opening times. Reads across features and composes them.
 */
@NullMarked
package nl.respijt.makelaar;

import org.jspecify.annotations.NullMarked;
