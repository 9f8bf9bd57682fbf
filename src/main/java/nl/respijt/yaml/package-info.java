/** Reads a YAML file strictly, and tells every fault in it at once, with its line. Knows nothing of what it reads. */
@NullMarked
package nl.respijt.yaml;

import org.jspecify.annotations.NullMarked;
