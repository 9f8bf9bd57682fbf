/**
 * The intake for a stay, one question a page. What is answered is kept as a {@link Concept}, encrypted, until it is sent and
 * becomes a {@link nl.respijt.kortverblijf.Verblijfsaanmelding}; its key or its code opens it again, for the carer and for the
 * makelaar on the phone.
 */
@NullMarked
package nl.respijt.kortverblijf.intake;

import org.jspecify.annotations.NullMarked;
