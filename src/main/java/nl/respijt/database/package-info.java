/**
 * The PostgreSQL server behind the service: the operator's own, or one that Respijt unpacks, starts and stops in its data
 * folder. Features use the {@code DataSource} bean and need nothing from here.
 */
@NullMarked
package nl.respijt.database;

import org.jspecify.annotations.NullMarked;
