package nl.respijt.uitval;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.respijt.bericht.Bericht;
import nl.respijt.bericht.BerichtMaker;
import nl.respijt.bericht.Brief;
import nl.respijt.bericht.Brief.Bestemming;
import nl.respijt.bericht.Brief.Knop;
import nl.respijt.bericht.Kanaal;
import nl.respijt.bericht.NieuwBericht;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.mantelzorger.ContactLezer;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.privacy.Correctie;
import nl.respijt.web.Taal;
import nl.respijt.web.Teksten;
import org.jdbi.v3.core.Handle;

/** The call to somebody who drops out: on top of the makelaar's list, until it was made. */
@Singleton
final class UitvalBelletjes implements BerichtMaker {
    static final String UITVAL = "uitval";

    private final Correctie personen;
    private final String basis;

    UitvalBelletjes(Correctie personen, Instellingen instellingen) {
        this.personen = personen;
        basis = instellingen.baseUrl().toString();
    }

    boolean wacht(Handle handle, MantelzorgerId wie) {
        return handle.createQuery("""
                select exists (select from bericht where ding_id = :wie and soort = :soort and status = 'wacht')
                """)
                .bind("wie", wie.waarde())
                .bind("soort", UITVAL)
                .mapTo(Boolean.class)
                .one();
    }

    /** The one that waits already, or the next: each call that was made is another version. */
    List<NieuwBericht> nieuw(Handle handle, MantelzorgerId wie, Instant nu) {
        var versie = handle.createQuery("""
                select coalesce(max(ding_versie) + 1, 0) from bericht
                where ding_id = :wie and soort = :soort and status <> 'wacht'
                """)
                .bind("wie", wie.waarde())
                .bind("soort", UITVAL)
                .mapTo(Integer.class)
                .one();
        return List.of(new NieuwBericht(UITVAL, Kanaal.BELLEN, wie.waarde(), versie, "makelaar", Map.of(), nu));
    }

    @Override
    public Set<String> soorten() {
        return Set.of(UITVAL);
    }

    @Override
    public Optional<Brief> maak(Bericht bericht) {
        var t = Teksten.in(Taal.NL);
        return personen.find(new MantelzorgerId(bericht.dingId()))
                .map(persoon -> Brief.van(
                                Taal.NL,
                                bestemming(persoon),
                                t.van("mail.uitval.onderwerp"),
                                List.of(t.van("mail.uitval.tekst")))
                        .metKnoppen(List.of(new Knop(
                                t.van("mail.uitval.knop"),
                                URI.create(basis + "/makelaar/mantelzorgers/" + bericht.dingId())))));
    }

    @Override
    public Set<String> dringend() {
        return soorten();
    }

    private static Bestemming bestemming(Correctie.Persoon persoon) {
        return persoon.telefoon()
                .<Bestemming>map(nummer -> new Bestemming.PerTelefoon(persoon.naam(), ContactLezer.leesbaar(nummer)))
                .orElseGet(() ->
                        new Bestemming.PerMail(persoon.naam(), persoon.email().orElseThrow()));
    }
}
