package nl.respijt.rooster;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import nl.respijt.bericht.Postbus;
import nl.respijt.bericht.Verzender;
import nl.respijt.database.Proefdienst;

/** A service with a real relay and a real mailbox, and gastheren who want invitations. */
final class Proefpostbus implements AutoCloseable {
    static final String ADRES = "rooster@respijt.example";

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_IMAP)
    });
    private final GreenMailUser bus;
    final Proefdienst dienst;
    final Proefrooster proef;

    Proefpostbus() {
        server.start();
        bus = server.setUser(ADRES, "rooster", "geheim");
        var omgeving = new HashMap<>(Map.of(
                "RESPIJT_BASE_URL", "http://respijt.example",
                "RESPIJT_SMTP_HOST", "localhost",
                "RESPIJT_SMTP_PORT", String.valueOf(server.getSmtp().getPort())));
        omgeving.putAll(Map.of(
                "RESPIJT_IMAP_HOST", "localhost",
                "RESPIJT_IMAP_PORT", String.valueOf(server.getImap().getPort()),
                "RESPIJT_IMAP_USER", "rooster",
                "RESPIJT_IMAP_PASSWORD", "geheim",
                "RESPIJT_IMAP_TLS", "nee",
                "RESPIJT_ANTWOORD_ADRES", ADRES));
        dienst = Proefdienst.start(omgeving, Map.of());
        proef = new Proefrooster(dienst);
    }

    /** Wants invitations. */
    Gastheer genodigde(java.util.UUID... huizen) {
        var gastheer = proef.gastheer(huizen);
        kies(gastheer, true);
        return gastheer;
    }

    void kies(Gastheer wie, boolean uitnodigingen) {
        proef.jdbi.useTransaction(
                handle -> dienst.bean(Uitnodigingen.class).kies(handle, wie.id(), uitnodigingen, proef.nu()));
    }

    /** All mail that this gastheer has by now, in the order it came. */
    List<MimeMessage> post(Gastheer van) throws MessagingException {
        dienst.bean(Verzender.class).verzendAlles();
        var aan = van.email().orElseThrow();
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> isAan(mail, aan))
                .toList();
    }

    private static boolean isAan(MimeMessage mail, String adres) {
        try {
            return Arrays.stream(mail.getRecipients(Message.RecipientType.TO))
                    .anyMatch(aan -> aan instanceof InternetAddress een
                            && een.getAddress().equals(adres));
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** As it comes in at the address with the key, which the mail server brings to the mailbox. */
    void stuur(String ruw) throws MessagingException {
        var eigenschappen = new Properties();
        eigenschappen.setProperty("mail.smtp.host", "localhost");
        eigenschappen.setProperty("mail.smtp.localhost", "localhost"); // else the name of this machine is looked up
        eigenschappen.setProperty(
                "mail.smtp.port", String.valueOf(server.getSmtp().getPort()));
        eigenschappen.setProperty("mail.smtp.from", "iemand@voorbeeld.example");
        var mail = new MimeMessage(
                Session.getInstance(eigenschappen),
                new java.io.ByteArrayInputStream(
                        ruw.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
        Transport.send(mail, new Address[] {new InternetAddress(ADRES)});
    }

    /** Reads the mailbox. */
    void lees() {
        dienst.bean(Postbus.class).leeg();
    }

    /** Whether each mail in the mailbox counts as read, the oldest first. */
    List<Boolean> gelezen() {
        try {
            return server.getManagers().getImapHostManager().getInbox(bus).getMessages().stream()
                    .map(mail -> mail.isSet(Flags.Flag.SEEN))
                    .toList();
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new AssertionError(e);
        }
    }

    /** The calendar that goes along as an alternative; the last one. */
    static Optional<Part> kalenderdeel(MimeMessage mail) throws MessagingException, IOException {
        if (mail.getContent() instanceof Multipart geheel
                && geheel.getBodyPart(0).getContent() instanceof Multipart vormen) {
            return Optional.<Part>of(vormen.getBodyPart(vormen.getCount() - 1)).filter(deel -> isKalender(deel));
        }
        return Optional.empty();
    }

    private static boolean isKalender(Part deel) {
        try {
            return deel.isMimeType("text/calendar");
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] bytes(Part deel) throws MessagingException, IOException {
        return deel.getInputStream().readAllBytes();
    }

    static String kalender(MimeMessage mail) throws MessagingException, IOException {
        return new String(bytes(kalenderdeel(mail).orElseThrow()), StandardCharsets.UTF_8).replace("\r\n ", "");
    }

    static String antwoordAdres(MimeMessage mail) throws MessagingException {
        return ((InternetAddress) mail.getReplyTo()[0]).getAddress();
    }

    @Override
    public void close() {
        try (dienst) {
            server.stop();
        }
    }
}
