/**
 * The words for what one can do in Respijt, and the mark that says which of them a route is. Who may do it stands in
 * the table of {@code toegang}; the words lie lower, so that every route can carry one.
 */
@NullMarked
package nl.respijt.recht;

import org.jspecify.annotations.NullMarked;
