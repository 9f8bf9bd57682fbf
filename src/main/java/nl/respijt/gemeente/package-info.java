/**
 * The facts of the gemeente the service runs for: its wijken, dagdelen, houses, hosts, groups and contracted providers,
 * as one file states them. {@link nl.respijt.gemeente.Gemeente} is a bean, read once at the start and never changed;
 * what people change afterwards lives in the database. The file is read strictly: whatever is not understood is named
 * with its line, and the service does not start. Leans on {@code tijd} and {@code instellingen}.
 */
@NullMarked
package nl.respijt.gemeente;

import org.jspecify.annotations.NullMarked;
