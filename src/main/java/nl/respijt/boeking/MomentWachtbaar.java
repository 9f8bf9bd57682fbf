package nl.respijt.boeking;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Handle;

/** A moment of any kind that is full; what one waits for is a boeking. */
@Singleton
final class MomentWachtbaar implements Wachtbaar {
    static final String DING = "moment";

    private final MomentRepository momenten;
    private final BoekingRepository boekingen;
    private final Antwoorden antwoorden;
    private final Klok klok;

    MomentWachtbaar(MomentRepository momenten, BoekingRepository boekingen, Antwoorden antwoorden, Klok klok) {
        this.momenten = momenten;
        this.boekingen = boekingen;
        this.antwoorden = antwoorden;
        this.klok = klok;
    }

    @Override
    public String ding() {
        return DING;
    }

    @Override
    public String pad() {
        return "/afspraak/";
    }

    @Override
    public String vraagPad(UUID id) {
        return "/momenten/" + id + "/wachtlijst";
    }

    @Override
    public Optional<Ruimte> metSlot(Handle handle, UUID id) {
        return momenten.findVoorWijziging(handle, new MomentId(id))
                .map(moment -> new Ruimte(
                        moment.vrij(),
                        // who waits for a visit at home would be served without an address
                        moment.soort() != Soort.THUIS
                                && !moment.vervallen()
                                && !moment.voorbehoud()
                                && !moment.isBegonnen(klok.instant()),
                        Optional.of(moment.tijdvak().van())));
    }

    @Override
    public boolean isErAl(Handle handle, UUID id, List<UUID> mensen, Optional<String> telefoon) {
        return boekingen.findActieveOp(handle, new MomentId(id)).stream()
                .anyMatch(boeking -> mensen.contains(boeking.mantelzorger().waarde())
                        || (telefoon.isPresent() && boeking.telefoon().equals(telefoon)));
    }

    @Override
    public void neem(Handle handle, UUID id, int personen, Instant nu) {
        if (momenten.neemPlaatsen(handle, new MomentId(id), personen, nu).isEmpty()) {
            throw new IllegalStateException("%d places of moment %s were free a moment ago".formatted(personen, id));
        }
    }

    @Override
    public void geefTerug(Handle handle, UUID id, int personen, Instant nu) {
        momenten.geefPlaatsenTerug(handle, new MomentId(id), personen, nu);
    }

    @Override
    public Toelating laatToe(Handle handle, Wachtplek plek, Instant nu) {
        var moment = momenten.find(handle, new MomentId(plek.dingId())).orElseThrow();
        var wie = Herkenning.bekend(plek.contact(), plek.mantelzorger());
        if (boekingen.isBezet(handle, List.of(wie.id().waarde()), plek.contact().telefoon(), moment)) {
            return new Toelating.Bezet();
        }
        var verzoek = new BoekVerzoek(
                "wachtplek:" + plek.id(),
                moment.id(),
                plek.naam(),
                plek.contact(),
                plek.personen(),
                plek.taal(),
                plek.iemandMee(),
                plek.geplaatstDoor());
        var antwoord = BoekAntwoord.met(plek.id().waarde(), moment, Boeking.Status.BEVESTIGD, nu);
        var berichten = BoekingBerichten.bijBoeken(antwoord, verzoek, moment, nu);
        boekingen.boek(handle, verzoek, wie, moment, antwoord, antwoorden.schrijf(antwoord), berichten, nu);
        plek.reeks().ifPresent(reeks -> boekingen.hoortBij(handle, new BoekingId(antwoord.id()), reeks));
        return new Toelating.Toegelaten();
    }
}
