/** What {@code infra/bench} measures the service against. */
@NullMarked
package nl.respijt.bench;

import org.jspecify.annotations.NullMarked;
