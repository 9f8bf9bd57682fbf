package nl.respijt.kortverblijf.zaak;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.respijt.bericht.Bericht;
import nl.respijt.bericht.Bezorging;
import nl.respijt.bericht.Kanaal;
import nl.respijt.bericht.Koppeling;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.kortverblijf.Aanmeldingen;
import nl.respijt.kortverblijf.Verblijfsaanmelding;

/**
 * Takes a step to the zaak at the gemeente: makes the zaak where there is none, says who asked, sets the status. Of each
 * it looks first whether it is there, for an earlier attempt may have got so far without hearing it.
 */
@Singleton
@Requires(property = "respijt.zaken", value = "true")
final class Zaakkoppeling implements Koppeling {
    private final Map<String, URI> statustypen;
    private final Aanmeldingen aanmeldingen;
    private final ZaakRepository zaken;
    private final ZakenApi api;

    Zaakkoppeling(Instellingen instellingen, Aanmeldingen aanmeldingen, ZaakRepository zaken, ZakenApi api) {
        this.statustypen = instellingen.zaken().orElseThrow().statustypen();
        this.aanmeldingen = aanmeldingen;
        this.zaken = zaken;
        this.api = api;
    }

    @Override
    public Kanaal kanaal() {
        return Kanaal.ZAAK;
    }

    /** Of who was forgotten meanwhile nothing is told any more. */
    @Override
    public Optional<Bezorging> bezorg(Bericht bericht) {
        return aanmeldingen.find(bericht.dingId()).map(aanmelding -> bezorg(bericht, aanmelding));
    }

    private Bezorging bezorg(Bericht bericht, Verblijfsaanmelding aanmelding) {
        var stap = Objects.requireNonNull(bericht.gegevens().get(Zaakpost.STAP));
        var op = Instant.parse(Objects.requireNonNull(bericht.gegevens().get(Zaakpost.OP)));
        try {
            var zaak = zaak(aanmelding);
            var statustype = statustypen.get(stap);
            if (statustype != null && !api.heeftStatus(zaak, statustype, op)) {
                api.zetStatus(zaak, statustype, op);
            }
            return new Bezorging.Bezorgd();
        } catch (ZakenApi.NietGelukt fout) {
            return fout.bezorging();
        }
    }

    /** Remembered when who asked is there as well. */
    private String zaak(Verblijfsaanmelding aanmelding) throws ZakenApi.NietGelukt {
        var bekend = zaken.url(aanmelding.id());
        if (bekend.isPresent()) {
            return bekend.get();
        }
        var gevonden = api.zoekZaak(aanmelding.code());
        var zaak = gevonden.isPresent() ? gevonden.get() : api.maakZaak(aanmelding.code(), aanmelding.aangemaaktOp());
        if (!api.heeftInitiator(zaak)) {
            api.maakInitiator(zaak, aanmelding.naam(), aanmelding.contact());
        }
        zaken.onthoud(aanmelding.id(), zaak);
        return zaak;
    }
}
