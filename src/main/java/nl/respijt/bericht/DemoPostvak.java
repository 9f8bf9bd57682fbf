package nl.respijt.bericht;

import jakarta.inject.Singleton;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Every mail the demo has sent. Read back from what went over the wire, so that it shows what a reader gets. */
@Singleton
public final class DemoPostvak {
    private final Jdbi jdbi;
    private final Session sessie = Session.getInstance(new Properties());

    DemoPostvak(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Newest first. */
    public List<DemoMail> nieuwste(int hoogstens) {
        return jdbi
                .withHandle(handle -> handle.createQuery("""
                                select id, aan, onderwerp, ruw, op from demo_mail
                                 order by op desc, id desc
                                 limit :hoogstens
                                """)
                        .bind("hoogstens", hoogstens)
                        .map((rij, context) -> new Rij(
                                rij.getObject("id", UUID.class),
                                rij.getString("aan"),
                                rij.getString("onderwerp"),
                                rij.getBytes("ruw"),
                                rij.getObject("op", OffsetDateTime.class).toInstant()))
                        .list())
                .stream()
                .map(this::mail)
                .toList();
    }

    @SuppressWarnings("ArrayRecordComponent") // a row on its way to becoming a mail
    private record Rij(UUID id, String aan, String onderwerp, byte[] ruw, Instant op) {}

    private DemoMail mail(Rij rij) {
        try {
            var bericht = new MimeMessage(sessie, new ByteArrayInputStream(rij.ruw()));
            var delen = new Delen();
            delen.lees(bericht);
            return new DemoMail(
                    rij.id(),
                    rij.aan(),
                    rij.onderwerp(),
                    delen.tekst,
                    delen.html,
                    kopregels(bericht),
                    List.copyOf(delen.bijlagen),
                    Base64.getEncoder().encodeToString(rij.ruw()),
                    rij.op());
        } catch (MessagingException e) {
            throw new IllegalStateException("mail %s cannot be read back".formatted(rij.id()), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Unfolded and decoded, in the order of the mail. */
    private static Map<String, String> kopregels(MimeMessage bericht) throws MessagingException, IOException {
        var kopregels = new LinkedHashMap<String, String>();
        for (Header kopregel : Collections.list(bericht.getAllHeaders())) {
            kopregels.merge(
                    kopregel.getName(),
                    MimeUtility.decodeText(MimeUtility.unfold(kopregel.getValue())),
                    (eerste, volgende) -> eerste + ", " + volgende);
        }
        return kopregels;
    }

    private static final class Delen {
        private String tekst = "";
        private String html = "";
        private final List<DemoMail.Bijlage> bijlagen = new ArrayList<>();

        void lees(Part deel) throws MessagingException, IOException {
            if (Part.ATTACHMENT.equalsIgnoreCase(deel.getDisposition())) {
                bijlagen.add(bijlage(deel));
            } else if (deel.getContent() instanceof Multipart geheel) {
                for (var i = 0; i < geheel.getCount(); i++) {
                    lees(geheel.getBodyPart(i));
                }
            } else if (deel.isMimeType("text/plain")) {
                tekst = regels(deel);
            } else if (deel.isMimeType("text/html")) {
                html = regels(deel);
            }
        }

        private static String regels(Part deel) throws MessagingException, IOException {
            return deel.getContent().toString().replace("\r\n", "\n");
        }

        private static DemoMail.Bijlage bijlage(Part deel) throws MessagingException, IOException {
            try (var inhoud = deel.getInputStream()) {
                return new DemoMail.Bijlage(
                        String.valueOf(deel.getFileName()),
                        deel.getContentType(),
                        Base64.getEncoder().encodeToString(inhoud.readAllBytes()));
            }
        }
    }
}
