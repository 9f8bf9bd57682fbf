package nl.respijt.bericht;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Jdbi;

@Factory
final class MailFactory {
    @Singleton
    MailInstelling instelling(Instellingen instellingen) {
        return new MailInstelling(
                instellingen.demo(),
                instellingen.baseUrl().getHost(),
                instellingen.afzender(),
                instellingen.telefoon(),
                instellingen.smtp(),
                instellingen.imap());
    }

    /** A demo keeps every mail, and passes it on as well where it has a relay; production only has the relay. */
    @Singleton
    Postbode postbode(MailInstelling instelling, Jdbi jdbi, Klok klok) {
        if (!instelling.demo()) {
            return instelling
                    .relay()
                    .map(relay -> new SmtpPostbode(instelling.domein(), relay))
                    .orElseThrow(() -> new IllegalStateException("production has no mail relay"));
        }
        var postvak = new DemoPostbode(jdbi, klok);
        return instelling
                .relay()
                .<Postbode>map(relay -> {
                    var buiten = new SmtpPostbode(instelling.domein(), relay);
                    return mail -> {
                        postvak.bezorg(mail);
                        return buiten.bezorg(mail);
                    };
                })
                .orElse(postvak);
    }
}
