package nl.respijt.bericht;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.activation.DataHandler;
import jakarta.inject.Singleton;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.util.ByteArrayDataSource;
import jakarta.mail.util.StreamProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.respijt.bericht.Brief.Bestemming.PerMail;
import nl.respijt.bericht.Brief.Bijlage;
import nl.respijt.bericht.Brief.Feit;
import nl.respijt.bericht.Brief.Uitnodiging;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.web.Teksten;
import org.eclipse.angus.mail.util.MailStreamProvider;

/** Turns a brief into the mail that goes over the wire: plain text and HTML with the same words, and the headers. */
@Singleton
final class Opmaak {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    /** Controls, line separators and the marks that turn text around: what could end a header or fake its words. */
    private static final Pattern ONGEZIEN = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]+");

    /** What {@link Teksten#los} puts around a value; a line of its own needs it not. */
    private static final Pattern LOS = Pattern.compile("[\u2068\u2069]");

    private static final Pattern MIME_TYPE = Pattern.compile("[\\w.+-]+/[\\w.+-]+(; ?[\\w-]+=[\\w.\"-]+)*");

    private static final String AFZENDER = "Respijt";

    static {
        // Unsaid, the library looks through every jar for its own class, several times for each mail.
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    private final MailInstelling instelling;
    private final TemplateEngine sjablonen = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Session sessie = Session.getInstance(new Properties());

    Opmaak(MailInstelling instelling) {
        this.instelling = instelling;
    }

    /** @throws OnbestelbaarException where no mail can go to this person */
    Mail mail(Bericht bericht, Brief brief, Instant nu) {
        if (!(brief.bestemming() instanceof PerMail(var naam, var adres))) {
            throw new OnbestelbaarException(Hapering.GEEN_ADRES);
        }
        var aan = adres(adres);
        var onderwerp = opEenRegel(brief.onderwerp());
        var messageId = bericht.messageId(instelling.domein());
        try {
            var mail = new GenummerdBericht(sessie, messageId);
            mail.setFrom(afzender());
            mail.setReplyTo(new InternetAddress[] {antwoordAdres(brief)});
            aan.setPersonal(opEenRegel(naam), UTF_8);
            mail.setRecipient(Message.RecipientType.TO, aan);
            mail.setSubject(onderwerp, UTF_8);
            mail.setHeader("Date", Tijdzone.lokaal(nu).format(DateTimeFormatter.RFC_1123_DATE_TIME));
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.setHeader("Content-Language", brief.taal().code());
            if (brief.afmelden().isPresent()) {
                mail.setHeader(
                        "List-Unsubscribe",
                        "<%s>".formatted(brief.afmelden().get().toASCIIString()));
                mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
            vul(mail, brief, naam);
            mail.saveChanges();
            var ruw = new ByteArrayOutputStream();
            mail.writeTo(ruw);
            return new Mail(bericht.id(), messageId, aan.getAddress(), onderwerp, ruw.toByteArray());
        } catch (MessagingException e) {
            throw new IllegalStateException("bericht %s makes no mail".formatted(bericht.id()), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void vul(MimeMessage mail, Brief brief, String naam) throws MessagingException, IOException {
        var tweeVormen = new MimeMultipart("alternative");
        tweeVormen.addBodyPart(tekstdeel(tekst(brief, naam), "plain"));
        tweeVormen.addBodyPart(tekstdeel(html(brief, naam), "html"));
        var bijlagen = new ArrayList<>(brief.bijlagen());
        if (brief.uitnodiging().isPresent()) {
            var uitnodiging = brief.uitnodiging().get();
            tweeVormen.addBodyPart(kalenderdeel(uitnodiging));
            bijlagen.add(new Bijlage("dienst.ics", "application/ics", uitnodiging.inhoud()));
        }
        if (bijlagen.isEmpty()) {
            mail.setContent(tweeVormen);
            return;
        }
        var omslag = new MimeBodyPart();
        omslag.setContent(tweeVormen);
        var geheel = new MimeMultipart("mixed");
        geheel.addBodyPart(omslag);
        for (var bijlage : bijlagen) {
            geheel.addBodyPart(bijlage(bijlage));
        }
        mail.setContent(geheel);
    }

    String tekst(Brief brief, String naam) {
        var teksten = Teksten.in(brief.taal());
        return PlatteTekst.van(metLosseFeiten(brief), teksten, aanhef(teksten, naam), instelling.telefoon());
    }

    String html(Brief brief, String naam) {
        var teksten = Teksten.in(brief.taal());
        var uit = new StringOutput();
        sjablonen.render(
                "bericht/mail.jte",
                Map.of(
                        "brief", metLosseFeiten(brief),
                        "t", teksten,
                        "aanhef", aanhef(teksten, naam),
                        "telefoon", instelling.telefoon()),
                uit);
        return uit.toString();
    }

    /** A code or an address beside an Arabic word is still read from the left; also where a mail program knows no bdi. */
    private static Brief metLosseFeiten(Brief brief) {
        return brief.taal().vanRechtsNaarLinks()
                ? brief.metFeiten(brief.feiten().stream()
                        .map(feit -> new Feit(
                                feit.naam(),
                                feit.waarde().lines().map(Teksten::los).collect(Collectors.joining("\n"))))
                        .toList())
                : brief;
    }

    private static String aanhef(Teksten teksten, String naam) {
        var schoon = opEenRegel(naam);
        return schoon.isEmpty() ? teksten.van("bericht.aanhef-zonder-naam") : teksten.van("bericht.aanhef", schoon);
    }

    private static MimeBodyPart tekstdeel(String tekst, String vorm) throws MessagingException {
        var deel = new MimeBodyPart();
        deel.setText(String.join("\r\n", tekst.lines().toList()) + "\r\n", UTF_8, vorm);
        codeer(deel, "quoted-printable");
        return deel;
    }

    /**
     * Last of the alternatives, so that it is what a calendar program takes. Without a disposition: with one, Thunderbird
     * shows no buttons; and the file beside it is for Outlook, which without one does not see that there is a calendar.
     */
    private static MimeBodyPart kalenderdeel(Uitnodiging uitnodiging) throws MessagingException {
        var deel = new MimeBodyPart();
        deel.setDataHandler(
                new DataHandler(new ByteArrayDataSource(uitnodiging.inhoud(), mimeType(uitnodiging.type()))));
        codeer(deel, "base64");
        return deel;
    }

    private static MimeBodyPart bijlage(Bijlage bijlage) throws MessagingException {
        var deel = new MimeBodyPart();
        deel.setDataHandler(new DataHandler(new ByteArrayDataSource(bijlage.inhoud(), mimeType(bijlage.type()))));
        deel.setFileName(opEenRegel(bijlage.naam()));
        deel.setDisposition(Part.ATTACHMENT);
        codeer(deel, "base64");
        return deel;
    }

    private static String mimeType(String type) {
        if (!MIME_TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("no MIME type: " + type);
        }
        return type;
    }

    private static void codeer(MimePart deel, String wijze) throws MessagingException {
        deel.setHeader("Content-Transfer-Encoding", wijze);
    }

    private InternetAddress afzender() throws MessagingException, IOException {
        var afzender = new InternetAddress(instelling.afzender());
        if (afzender.getPersonal() == null) {
            afzender.setPersonal(AFZENDER, UTF_8);
        }
        return afzender;
    }

    private InternetAddress antwoordAdres(Brief brief) throws MessagingException, IOException {
        var adres = brief.uitnodiging().flatMap(Uitnodiging::antwoordAdres);
        return adres.isPresent() ? new InternetAddress(adres.get(), AFZENDER, UTF_8) : afzender();
    }

    /** One plain address: no list, no display name, nothing that a relay could read as a second recipient. */
    private static InternetAddress adres(String tekst) {
        try {
            var apenstaart = tekst.lastIndexOf('@');
            var domein = IDN.toASCII(tekst.substring(apenstaart + 1)).toLowerCase(Locale.ROOT);
            var adres = new InternetAddress();
            adres.setAddress(tekst.substring(0, apenstaart + 1) + domein);
            adres.validate();
            if (apenstaart < 1 || !StandardCharsets.US_ASCII.newEncoder().canEncode(adres.getAddress())) {
                throw new OnbestelbaarException(Hapering.ADRES);
            }
            return adres;
        } catch (AddressException | IllegalArgumentException e) {
            throw new OnbestelbaarException(Hapering.ADRES);
        }
    }

    private static String opEenRegel(String tekst) {
        return ONGEZIEN.matcher(LOS.matcher(tekst).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /** Keeps the Message-ID that it is given; the library would make a new one for each attempt. */
    private static final class GenummerdBericht extends MimeMessage {
        private final String messageId;

        GenummerdBericht(Session sessie, String messageId) {
            super(sessie);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
