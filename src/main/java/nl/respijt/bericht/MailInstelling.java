package nl.respijt.bericht;

import java.util.Optional;
import nl.respijt.instellingen.Instellingen.Imap;
import nl.respijt.instellingen.Instellingen.Smtp;

/**
 * What this part needs to know of the settings.
 *
 * @param demo whether mail goes to the mailbox of the demo
 * @param domein the host in every Message-ID
 * @param afzender the address mail comes from and answers go to
 * @param telefoon the makelaar's number, under every message
 * @param brievenbus where answers arrive
 */
record MailInstelling(
        boolean demo,
        String domein,
        String afzender,
        String telefoon,
        Optional<Smtp> relay,
        Optional<Imap> brievenbus) {}
