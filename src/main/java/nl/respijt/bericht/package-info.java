/**
 * Everything we tell a person: the outbox, the mail that leaves from it, the call-back tasks for who has no mail, and
 * the work that is due every day.
 *
 * <p>A feature writes a {@link nl.respijt.bericht.NieuwBericht} with {@link nl.respijt.bericht.Postvak} in the
 * transaction of what it tells, and has a {@link nl.respijt.bericht.BerichtMaker} that words it. The wording happens
 * when the message is sent, so a message never tells what is no longer so. {@link nl.respijt.bericht.Verzender} sends
 * at least once: a crash between the relay's yes and our note of it sends the same mail again, with the same
 * Message-ID, by which mail programs show it once.
 *
 * <p>What comes back is read by {@link nl.respijt.bericht.Postbus}, and given to whoever sent what it answers: a
 * {@link nl.respijt.bericht.MailOntvanger}.
 *
 * <p>What a system of others is to be told takes the same outbox, by {@link nl.respijt.bericht.Doorgever} and a {@link
 * nl.respijt.bericht.Koppeling} of the feature.
 *
 * <p>Knows no feature. Addresses are never in the outbox, in a log or in an error kept here; the maker looks them up.
 */
@NullMarked
package nl.respijt.bericht;

import org.jspecify.annotations.NullMarked;
