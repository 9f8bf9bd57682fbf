/**
 * Tells the gemeente how far a stay is, as a zaak in the Zaken API (VNG, "API's voor zaakgericht werken", 1.5). Only where
 * the operator said which one: without that there is nothing here. A zaak has our code, who asked and how to reach them,
 * and its statuses; no citizen service number, and nothing of care, the house or the nights.
 *
 * <p>A step places a message in the outbox in its own transaction ({@link nl.respijt.kortverblijf.zaak.Zaakpost}); what
 * takes it to the gemeente looks before it makes ({@link nl.respijt.kortverblijf.zaak.Zaakkoppeling}), so that a message
 * that goes twice, or of which the answer was lost, makes one zaak with each status once.
 */
@NullMarked
package nl.respijt.kortverblijf.zaak;

import org.jspecify.annotations.NullMarked;
