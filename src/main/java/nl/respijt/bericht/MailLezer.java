package nl.respijt.bericht;

import jakarta.mail.Address;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.StoreClosedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nl.respijt.bericht.InkomendeMail.Herkomst;

/**
 * Takes out of a mail what we look at. It comes from strangers: what cannot be read is as if it were not there, and
 * neither its depth nor its size costs us anything.
 */
final class MailLezer {
    /** More than any calendar that is read: who gets these bytes knows that there were too many. */
    private static final int MEESTE_BYTES = 65 * 1024;

    private static final int DIEPST = 6;
    private static final int MEESTE_DELEN = 40;
    private static final List<String> AAN = List.of("Delivered-To", "X-Original-To", "Envelope-To", "To", "Cc");

    private int delen;

    private MailLezer() {}

    /** @throws MessagingException only when the connection is gone, or the mail itself is */
    static InkomendeMail lees(Message mail, String kenmerk) throws MessagingException {
        return new InkomendeMail(
                kenmerk,
                adressen(mail, List.of("From")),
                adressen(mail, AAN),
                herkomst(mail),
                new MailLezer().kalender(mail));
    }

    private static List<String> adressen(Message mail, List<String> kopregels) throws MessagingException {
        var adressen = new ArrayList<String>();
        for (var naam : kopregels) {
            for (var waarde : kopregel(mail, naam)) {
                adressen(waarde)
                        .filter(InternetAddress.class::isInstance)
                        .map(adres -> ((InternetAddress) adres).getAddress())
                        .forEach(adressen::add);
            }
        }
        return adressen;
    }

    private static Stream<Address> adressen(String waarde) {
        try {
            return Stream.of(InternetAddress.parseHeader(waarde, false));
        } catch (AddressException e) {
            return Stream.empty();
        }
    }

    private static List<String> kopregel(Message mail, String naam) throws MessagingException {
        var waarden = mail.getHeader(naam);
        return waarden == null ? List.of() : List.of(waarden);
    }

    /** RFC 3834: a program says that it is one; a mail that came back has nobody to go back to. */
    private static Herkomst herkomst(Message mail) throws MessagingException {
        var zegt = kopregel(mail, "Auto-Submitted").stream()
                .map(waarde -> waarde.strip().toLowerCase(Locale.ROOT).split("[ ;(]", 2)[0])
                .filter(waarde -> !waarde.equals("no"))
                .findFirst();
        if (zegt.filter("auto-generated"::equals).isPresent()) {
            return Herkomst.PROGRAMMA;
        }
        return zegt.isPresent() || isTerugGestuurd(mail) ? Herkomst.AUTOMATISCH_ANTWOORD : Herkomst.MENS;
    }

    private static boolean isTerugGestuurd(Message mail) throws MessagingException {
        return kopregel(mail, "Return-Path").stream()
                        .anyMatch(pad -> pad.strip().equals("<>"))
                || isSoort(mail, "multipart/report");
    }

    private Optional<byte[]> kalender(Part deel) throws MessagingException {
        try {
            return kalender(deel, 0);
        } catch (FolderClosedException | StoreClosedException e) {
            throw e;
        } catch (MessagingException | IOException | UncheckedIOException e) {
            return Optional.of(new byte[0]); // there is something, and it cannot be read
        }
    }

    private Optional<byte[]> kalender(Part deel, int diepte) throws MessagingException, IOException {
        if (++delen > MEESTE_DELEN || diepte > DIEPST) {
            return Optional.empty();
        }
        if (isKalender(deel)) {
            try (var stroom = deel.getInputStream()) {
                return Optional.of(stroom.readNBytes(MEESTE_BYTES));
            }
        }
        // A mail inside a mail is not what its sender says; ours comes back like that.
        if (isSoort(deel, "multipart/*") && deel.getContent() instanceof Multipart geheel) {
            for (var i = 0; i < geheel.getCount(); i++) {
                var gevonden = kalender(geheel.getBodyPart(i), diepte + 1);
                if (gevonden.isPresent()) {
                    return gevonden;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isKalender(Part deel) throws MessagingException {
        var naam = Optional.ofNullable(deel.getFileName()).orElse("").toLowerCase(Locale.ROOT);
        return isSoort(deel, "text/calendar") || isSoort(deel, "application/ics") || naam.endsWith(".ics");
    }

    private static boolean isSoort(Part deel, String soort) throws MessagingException {
        return deel.isMimeType(soort);
    }
}
