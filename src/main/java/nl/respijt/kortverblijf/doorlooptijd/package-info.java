/**
 * How long it takes from the first question to the first night, for the whole city: figures, never persons. The plan buys
 * short stay anew so that signing up becomes faster; this says whether it does.
 */
@NullMarked
package nl.respijt.kortverblijf.doorlooptijd;

import org.jspecify.annotations.NullMarked;
