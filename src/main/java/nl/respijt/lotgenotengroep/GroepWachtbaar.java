package nl.respijt.lotgenotengroep;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.boeking.Wachtbaar;
import nl.respijt.boeking.Wachtplek;
import org.jdbi.v3.core.Handle;

/** A group that is full; what one waits for is joining it. */
@Singleton
final class GroepWachtbaar implements Wachtbaar {
    static final String DING = "groep";

    private final DeelnameRepository groepen;
    private final jakarta.inject.Provider<Deelnames> deelnames; // which itself serves the line

    GroepWachtbaar(DeelnameRepository groepen, jakarta.inject.Provider<Deelnames> deelnames) {
        this.groepen = groepen;
        this.deelnames = deelnames;
    }

    @Override
    public String ding() {
        return DING;
    }

    @Override
    public String pad() {
        return "/deelname/";
    }

    @Override
    public String vraagPad(UUID id) {
        return "/lotgenotengroepen/" + id + "/meedoen";
    }

    @Override
    public Optional<Ruimte> metSlot(Handle handle, UUID id) {
        return groepen.metSlot(handle, id)
                .map(groep -> new Ruimte(
                        groep.grootte() - groep.deelnemers(),
                        Groepsstatus.van(groep.status()) != Groepsstatus.GESTOPT,
                        Optional.empty()));
    }

    @Override
    public boolean isErAl(Handle handle, UUID id, List<UUID> mensen, Optional<String> telefoon) {
        return deelnames.get().doetMee(handle, id, mensen, telefoon);
    }

    @Override
    public void neem(Handle handle, UUID id, int personen, Instant nu) {
        if (!groepen.neemPlaatsen(handle, id, personen)) {
            throw new IllegalStateException("%d places of group %s were free a moment ago".formatted(personen, id));
        }
    }

    @Override
    public void geefTerug(Handle handle, UUID id, int personen, Instant nu) {
        groepen.geefPlaatsenTerug(handle, id, personen);
    }

    @Override
    public Toelating laatToe(Handle handle, Wachtplek plek, Instant nu) {
        var mensen = List.of(plek.mantelzorger().waarde());
        if (deelnames
                .get()
                .doetMee(handle, plek.dingId(), mensen, plek.contact().telefoon())) {
            return new Toelating.Bezet();
        }
        var ruimte = groepen.metSlot(handle, plek.dingId()).orElseThrow();
        deelnames
                .get()
                .begin(
                        handle,
                        new Deelname(
                                plek.id().waarde(),
                                plek.dingId(),
                                plek.mantelzorger(),
                                plek.naam(),
                                plek.contact(),
                                plek.taal(),
                                plek.personen(),
                                plek.samenMet(),
                                plek.iemandMee(),
                                Optional.empty(),
                                plek.geplaatstDoor(),
                                Deelnames.begin(ruimte),
                                0,
                                nu),
                        nu);
        return new Toelating.Toegelaten();
    }
}
