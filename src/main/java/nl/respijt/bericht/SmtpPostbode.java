package nl.respijt.bericht;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Properties;
import java.util.Set;
import nl.respijt.instellingen.Instellingen.Inlog;
import nl.respijt.instellingen.Instellingen.Smtp;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands mail to the relay, encrypted where the relay offers that. */
final class SmtpPostbode implements Postbode {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpPostbode.class);
    private static final String GEDULD_MS = "10000";
    private static final int SMTPS = 465;

    /** The relay does not know us: the operator's to mend, and no fault of the mail. */
    private static final Set<Integer> INLOGFOUTEN = Set.of(530, 534, 535, 538);

    private final Smtp relay;
    private final Session sessie;

    SmtpPostbode(String domein, Smtp relay) {
        this.relay = relay;
        var eigenschappen = new Properties();
        eigenschappen.setProperty("mail.smtp.connectiontimeout", GEDULD_MS);
        eigenschappen.setProperty("mail.smtp.timeout", GEDULD_MS);
        eigenschappen.setProperty("mail.smtp.writetimeout", GEDULD_MS);
        eigenschappen.setProperty("mail.smtp.starttls.enable", "true");
        eigenschappen.setProperty("mail.smtp.ssl.enable", String.valueOf(relay.poort() == SMTPS));
        eigenschappen.setProperty("mail.smtp.auth", String.valueOf(relay.inlog().isPresent()));
        eigenschappen.setProperty("mail.smtp.localhost", domein);
        // After the relay's yes nothing may go wrong any more, so its goodbye is not waited for.
        eigenschappen.setProperty("mail.smtp.quitwait", "false");
        this.sessie = Session.getInstance(eigenschappen);
    }

    @Override
    public Bezorging bezorg(Mail mail) {
        try {
            var bericht = new MimeMessage(sessie, new ByteArrayInputStream(mail.ruw()));
            var aan = new Address[] {new InternetAddress(mail.aan(), false)};
            try (var transport = sessie.getTransport("smtp")) {
                verbind(transport);
                transport.sendMessage(bericht, aan);
            }
            return new Bezorging.Bezorgd();
        } catch (MessagingException fout) {
            return weigering(fout);
        }
    }

    private void verbind(Transport transport) throws MessagingException {
        var gebruiker = relay.inlog().map(Inlog::gebruiker).orElse(null);
        var wachtwoord = relay.inlog().map(inlog -> inlog.wachtwoord().waarde()).orElse(null);
        transport.connect(relay.host(), relay.poort(), gebruiker, wachtwoord);
    }

    private static Bezorging weigering(MessagingException fout) {
        var code = code(fout);
        if (fout instanceof AuthenticationFailedException || INLOGFOUTEN.contains(code)) {
            return new Bezorging.Later(Hapering.INLOGGEN.woord());
        }
        if (code >= 500 && code < 600) {
            return new Bezorging.Nooit(Hapering.WEIGERT.met(code));
        }
        if (code >= 400 && code < 500) {
            return new Bezorging.Later(Hapering.WACHTEN.met(code));
        }
        LOG.warn("the relay does not answer: {}", fout.getClass().getSimpleName());
        return new Bezorging.Later(Hapering.STIL.woord());
    }

    /** The relay's own code, which may be some links down the chain; 0 where it gave none. */
    private static int code(@Nullable Exception fout) {
        return switch (fout) {
            case SMTPAddressFailedException adres -> adres.getReturnCode();
            case SMTPSenderFailedException afzender -> afzender.getReturnCode();
            case SMTPSendFailedException zending when zending.getReturnCode() > 0 -> zending.getReturnCode();
            case MessagingException ander -> code(ander.getNextException());
            case null, default -> 0;
        };
    }
}
