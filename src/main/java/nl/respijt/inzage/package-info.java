/**
 * Who saw whose data, and why: a line for each read of a mantelzorger's data by somebody else, written before the answer
 * leaves. If it cannot be written there is no answer. Lines are only added, and chained by day so that a change shows;
 * the mantelzorger reads them in plain words. A feature that shows a person to somebody else calls {@link
 * nl.respijt.inzage.Inzageboek}.
 */
@NullMarked
package nl.respijt.inzage;

import org.jspecify.annotations.NullMarked;
