package nl.respijt.uitval;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.respijt.bericht.Postvak;
import nl.respijt.boeking.BoekResultaat;
import nl.respijt.boeking.BoekVerzoek;
import nl.respijt.boeking.Boeking;
import nl.respijt.boeking.BoekingId;
import nl.respijt.boeking.BoekingService;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.Thuisvraag;
import nl.respijt.database.Transacties;
import nl.respijt.mantelzorger.Contact;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.privacy.Correctie;
import nl.respijt.respijtthuis.Spoedbezoeken;
import nl.respijt.respijtthuis.Spoedbezoeken.Spoedbezoek;
import nl.respijt.tijd.Klok;

/**
 * "Ik val uit": somebody comes within hours where that can be, and else the makelaar calls at once (domain.md, "Overload").
 * What a carer laid down for it is used; without it, what they told when somebody came last.
 */
@Singleton
public final class Uitval {
    /** What there is for somebody who drops out now. */
    public record Stand(
            Optional<PlanB> plan, Optional<Spoedbezoek> bezoek, boolean wordtGebeld, boolean nummerBekend) {}

    /** What came of it. */
    public sealed interface Uitkomst {
        /** Somebody comes, and that is certain. */
        record ErKomtIemand(BoekingId boeking) implements Uitkomst {}

        /** That visit could not be had after all; the makelaar calls. */
        record WijBellen() implements Uitkomst {}
    }

    private final PlannenB plannen;
    private final Spoedbezoeken spoedbezoeken;
    private final BoekingService boekingen;
    private final Correctie personen;
    private final UitvalBelletjes belletjes;
    private final Transacties transacties;
    private final Postvak postvak;
    private final Klok klok;

    Uitval(
            PlannenB plannen,
            Spoedbezoeken spoedbezoeken,
            BoekingService boekingen,
            Correctie personen,
            UitvalBelletjes belletjes,
            Transacties transacties,
            Postvak postvak,
            Klok klok) {
        this.plannen = plannen;
        this.spoedbezoeken = spoedbezoeken;
        this.boekingen = boekingen;
        this.personen = personen;
        this.belletjes = belletjes;
        this.transacties = transacties;
        this.postvak = postvak;
        this.klok = klok;
    }

    public Stand stand(MantelzorgerId wie) {
        var plan = plannen.van(wie);
        return new Stand(
                plan,
                vraag(wie, plan)
                        .flatMap(vraag -> spoedbezoeken.eerste(
                                wie, vraag, plan.flatMap(PlanB::thuis).map(PlanB.Thuis::aanbieder))),
                transacties.lees(handle -> belletjes.wacht(handle, wie)),
                personen.find(wie).flatMap(Correctie.Persoon::telefoon).isPresent());
    }

    /** Who laid down that nobody should come has nobody come; what somebody had to be able to do last, they still have to. */
    private Optional<Thuisvraag> vraag(MantelzorgerId wie, Optional<PlanB> plan) {
        var laatste = spoedbezoeken.laatsteVraag(wie);
        return plan.isEmpty()
                ? laatste
                : plan.get().vraag(laatste.map(Thuisvraag::nodig).orElse(Set.of()));
    }

    /**
     * Takes the visit that was shown, and no other: who drops out has to know who comes when. Pressing twice is pressing
     * once.
     *
     * @param sleutel of the page that was shown
     */
    public Uitkomst laatKomen(MantelzorgerId wie, MomentId moment, UUID sleutel) {
        var geboekt = vraag(wie, plannen.van(wie))
                .flatMap(vraag -> personen.find(wie).map(persoon -> verzoek(persoon, moment, vraag, sleutel)))
                .map(boekingen::boek)
                .flatMap(Uitval::bevestigd);
        if (geboekt.isPresent()) {
            return new Uitkomst.ErKomtIemand(geboekt.get());
        }
        belMij(wie);
        return new Uitkomst.WijBellen();
    }

    private static BoekVerzoek verzoek(Correctie.Persoon persoon, MomentId moment, Thuisvraag vraag, UUID sleutel) {
        return new BoekVerzoek(
                "uitval:" + sleutel,
                moment,
                persoon.naam(),
                new Contact(persoon.email(), persoon.telefoon()),
                1,
                persoon.taal(),
                false,
                BoekVerzoek.DOOR_MANTELZORGER,
                Optional.of(vraag));
    }

    /** A request that the provider has yet to answer helps nobody now: then the makelaar calls as well. */
    private static Optional<BoekingId> bevestigd(BoekResultaat resultaat) {
        return resultaat instanceof BoekResultaat.Geboekt(var id, var antwoord)
                        && antwoord.status().equals(Boeking.Status.BEVESTIGD.woord())
                ? Optional.of(id)
                : Optional.empty();
    }

    /** Puts the carer on top of the makelaar's list, once for as long as nobody called. */
    public void belMij(MantelzorgerId wie) {
        transacties.schrijf(handle -> {
            if (PlannenB.houd(handle, wie)) {
                postvak.plaats(handle, belletjes.nieuw(handle, wie, klok.instant()), klok.instant());
            }
            return wie;
        });
    }

    /** Where the makelaar can call somebody of whom we only have a mail address; false when it is somebody else's. */
    public boolean onthoudNummer(MantelzorgerId wie, String nummer) {
        return personen.find(wie)
                .filter(persoon -> personen.corrigeer(
                                wie, persoon.naam(), Optional.of(nummer), persoon.taal(), BoekVerzoek.DOOR_MANTELZORGER)
                        instanceof Correctie.CorrectieResultaat.Gecorrigeerd)
                .isPresent();
    }
}
