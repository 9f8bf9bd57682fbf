package nl.respijt.boeking;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.bericht.Postvak;
import nl.respijt.boeking.MomentVraag.Blad;
import nl.respijt.boeking.MomentVraag.Momenten;
import nl.respijt.boeking.MomentVraag.Stuk;
import nl.respijt.database.Schending;
import nl.respijt.database.Transacties;
import nl.respijt.tijd.Dagdeel;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdvak;
import nl.respijt.tijd.Tijdzone;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** Moments: looking for them, publishing them, and telling everyone concerned when one lapses or moves. */
@Singleton
public final class MomentService {
    /** domain.md "Words": a dagdeel is at most four hours. */
    static final Duration LANGST = Duration.ofHours(4);

    /** What can come of cancelling a moment; doing it twice is the same as once. */
    public sealed interface AfgelastResultaat {
        record Afgelast(Moment moment, int gebeldOfGemaild) implements AfgelastResultaat {}

        record AlBegonnen(Moment moment) implements AfgelastResultaat {}

        record Onbekend() implements AfgelastResultaat {}
    }

    /** What can come of giving a moment another time. */
    public sealed interface MomentVerplaatsResultaat {
        record Verplaatst(Moment moment, int gebeldOfGemaild) implements MomentVerplaatsResultaat {}

        /** Begun, lapsed, or to a time that is past. */
        record TeLaat(Moment moment) implements MomentVerplaatsResultaat {}

        /** Longer than a dagdeel, or across midnight. */
        record GeenDagdeel(Moment moment) implements MomentVerplaatsResultaat {}

        /** The house has something else at that time. */
        record HuisBezet(Moment moment) implements MomentVerplaatsResultaat {}

        /** These people would be at two places at once; call them first. */
        record MensenBezet(Moment moment, List<String> namen) implements MomentVerplaatsResultaat {}

        /** The host of this moment has another dienst at that time. */
        record GastheerBezet(Moment moment) implements MomentVerplaatsResultaat {}

        record Onbekend() implements MomentVerplaatsResultaat {}
    }

    private final Transacties transacties;
    private final MomentRepository momenten;
    private final BoekingRepository boekingen;
    private final Wachtrij wachtrij;
    private final Geschiedenis geschiedenis;
    private final Postvak postvak;
    private final List<MomentGevolg> ookAnders;
    private final Gevolgen gevolgen;
    private final Klok klok;

    MomentService(
            Transacties transacties,
            MomentRepository momenten,
            BoekingRepository boekingen,
            Wachtrij wachtrij,
            Geschiedenis geschiedenis,
            Postvak postvak,
            List<MomentGevolg> ookAnders,
            Gevolgen gevolgen,
            Klok klok) {
        this.transacties = transacties;
        this.momenten = momenten;
        this.boekingen = boekingen;
        this.wachtrij = wachtrij;
        this.geschiedenis = geschiedenis;
        this.postvak = postvak;
        this.ookAnders = ookAnders;
        this.gevolgen = gevolgen;
        this.klok = klok;
    }

    public Optional<Moment> find(MomentId id) {
        return transacties.lees(handle -> momenten.find(handle, id));
    }

    /** The same, as part of a larger change; so for the next ones. */
    public Optional<Moment> find(Handle handle, MomentId id) {
        return momenten.find(handle, id);
    }

    public Momenten zoek(Handle handle, MomentVraag vraag, Blad blad) {
        return momenten.zoek(handle, vraag, blad.stuk());
    }

    public List<Boeking> boekingenOp(Handle handle, MomentId id) {
        return boekingen.findActieveOp(handle, id);
    }

    /** The same for who is a stranger to it; empty for the meeting of a closed group. */
    public Optional<Moment> findOpenbaar(MomentId id) {
        return transacties.lees(handle -> momenten.findOpenbaar(handle, id));
    }

    public Momenten zoek(MomentVraag vraag, Blad blad) {
        return zoek(vraag, blad.stuk());
    }

    Momenten zoek(MomentVraag vraag, Stuk stuk) {
        return transacties.lees(handle -> momenten.zoek(handle, vraag, stuk));
    }

    List<MomentRepository.Bron> huizen() {
        return transacties.lees(handle -> momenten.huizen(handle, klok.instant()));
    }

    /** What is found first, if anything. */
    public Optional<Moment> eerste(MomentVraag vraag) {
        return transacties.lees(handle -> momenten.eerste(handle, vraag));
    }

    public List<Moment> alternatieven(Moment moment, int personen) {
        return transacties.lees(handle -> momenten.alternatieven(handle, moment, personen, klok.instant()));
    }

    public List<Boeking> boekingenOp(MomentId id) {
        return transacties.lees(handle -> boekingen.findActieveOp(handle, id));
    }

    /** A stamp that differs whenever what a source plans from that time on does. */
    public String stand(UUID bron, Instant van) {
        return transacties.lees(handle -> momenten.stand(handle, bron, van));
    }

    /** Whether a source has nothing else at that time: a moment may have been moved there. */
    public boolean isVrij(Handle handle, UUID bron, Tijdvak tijdvak) {
        return momenten.isVrij(handle, bron, tijdvak, List.of());
    }

    /**
     * A lapsed moment that is to take place after all, unless something else came in its place. Who was told it would
     * not has to book again.
     */
    public boolean heropen(Handle handle, MomentId id, String door) {
        var nu = klok.instant();
        if (momenten.findVoorWijziging(handle, id)
                .filter(moment -> moment.vervallen() && isVrij(handle, moment.bronId(), moment.tijdvak()))
                .isEmpty()) {
            return false;
        }
        momenten.heropen(handle, id, nu);
        geschiedenis.schrijf(handle, "moment", id.waarde(), "heropend", door, Optional.empty(), nu);
        return true;
    }

    /** In the transaction of the feature that adds the moment. */
    public void publiceer(Handle handle, Moment moment) {
        momenten.insert(handle, moment);
    }

    /** Whether strangers find these and may book them, as part of a larger change. */
    public void besluit(Handle handle, List<MomentId> ids, boolean besloten) {
        momenten.besluit(handle, ids.stream().map(MomentId::waarde).toList(), besloten);
    }

    /** What these sources have after that day cannot be booked, and what they have until then can. */
    public void onderVoorbehoudNa(Handle handle, List<UUID> bronnen, LocalDate tot) {
        momenten.onderVoorbehoudNa(handle, bronnen, tot, klok.instant());
    }

    /** What follows when a source takes another number of people, speaks other languages, or closes or opens itself. */
    public void pasAan(Handle handle, UUID bron, int plaatsen, List<String> talen, boolean besloten) {
        momenten.pasAan(handle, bron, plaatsen, talen, besloten, klok.instant());
    }

    /** What follows when who comes to people's homes comes to other wijken, or speaks other languages. */
    public void pasAan(Handle handle, UUID bron, List<String> wijken, List<String> talen) {
        momenten.pasAan(handle, bron, wijken, talen, klok.instant());
    }

    /** Who has a place at this moment and is elsewhere at that time, by name; not counting moments that move as well. */
    public List<String> mensenElders(Handle handle, MomentId id, Tijdvak naar, List<MomentId> behalve) {
        return momenten.mensenElders(handle, id, naar, behalve);
    }

    /** Whether a source has nothing else at that time, not counting moments that move as well. */
    public boolean isVrij(Handle handle, UUID bron, Tijdvak tijdvak, List<MomentId> behalve) {
        return momenten.isVrij(handle, bron, tijdvak, behalve);
    }

    /** Whether another group is at that place then. */
    public boolean isPlekBezet(Handle handle, UUID bron, Plek plek, Tijdvak tijdvak) {
        return momenten.isPlekBezet(handle, bron, plek, tijdvak);
    }

    public AfgelastResultaat gelastAf(MomentId id, String reden, String door) {
        var resultaat = transacties.schrijf(handle -> gelastAf(handle, id, reden, door));
        gevolgen.na();
        return resultaat;
    }

    /** The same, as part of a larger change. */
    public AfgelastResultaat gelastAf(Handle handle, MomentId id, String reden, String door) {
        var nu = klok.instant();
        var gevonden = momenten.findVoorWijziging(handle, id);
        if (gevonden.isEmpty()) {
            return new AfgelastResultaat.Onbekend();
        }
        var moment = gevonden.get();
        if (moment.vervallen()) {
            return new AfgelastResultaat.Afgelast(moment, 0);
        }
        if (moment.isBegonnen(nu)) {
            return new AfgelastResultaat.AlBegonnen(moment);
        }
        var betrokkenen = boekingen.findActieveOp(handle, id);
        for (var boeking : betrokkenen) {
            boekingen.annuleer(handle, boeking.id(), nu);
            geschiedenis.schrijf(handle, "boeking", boeking.id().waarde(), "afgelast", door, Optional.of(reden), nu);
            postvak.plaats(
                    handle,
                    BoekingBerichten.bijAfgelasten(
                            boekingen.find(handle, boeking.id()).orElseThrow(), reden, nu),
                    nu);
        }
        wachtrij.vervalt(handle, id, nu);
        momenten.laatVervallen(handle, id, nu);
        geschiedenis.schrijf(handle, "moment", id.waarde(), "afgelast", door, Optional.of(reden), nu);
        ookAnders.forEach(gevolg -> gevolg.bijVervallen(handle, moment, reden, door, nu));
        return new AfgelastResultaat.Afgelast(momenten.find(handle, id).orElseThrow(), betrokkenen.size());
    }

    /** Cancels what nobody has a place at, as part of a larger change; false when somebody has, or it has begun. */
    public boolean gelastAfAlsLeeg(Handle handle, MomentId id, String reden, String door) {
        return momenten.findVoorWijziging(handle, id)
                .filter(_ -> boekingen.findActieveOp(handle, id).isEmpty())
                .filter(_ -> gelastAf(handle, id, reden, door) instanceof AfgelastResultaat.Afgelast)
                .isPresent();
    }

    public MomentVerplaatsResultaat verplaats(MomentId id, Tijdvak naar, String door) {
        try {
            var resultaat = transacties.schrijf(handle -> verplaats(handle, id, naar, Optional.empty(), door));
            gevolgen.na();
            return resultaat;
        } catch (JdbiException fout) {
            var schending = Schending.van(fout).orElseThrow(() -> fout);
            var moment = find(id).orElseThrow(() -> fout);
            if (schending.schendt("moment_een_tegelijk")) {
                return new MomentVerplaatsResultaat.HuisBezet(moment);
            }
            if (schending.schendt("dienst_niet_dubbel") || schending.schendt("dienst_een_per_dagdeel")) {
                return new MomentVerplaatsResultaat.GastheerBezet(moment);
            }
            if (schending.schendt("boeking_niet_op_twee_plaatsen")) {
                return new MomentVerplaatsResultaat.MensenBezet(moment, List.of());
            }
            throw fout;
        }
    }

    /**
     * To another time, another place or both, as part of a larger change; what a constraint refuses breaks that change.
     */
    public MomentVerplaatsResultaat verplaats(Handle handle, MomentId id, Tijdvak naar, Plek plek, String door) {
        return verplaats(handle, id, naar, Optional.of(plek), door);
    }

    private MomentVerplaatsResultaat verplaats(
            Handle handle, MomentId id, Tijdvak naar, Optional<Plek> anderePlek, String door) {
        var nu = klok.instant();
        var gevonden = momenten.findVoorWijziging(handle, id);
        if (gevonden.isEmpty()) {
            return new MomentVerplaatsResultaat.Onbekend();
        }
        var was = gevonden.get();
        if (was.vervallen() || was.isBegonnen(nu) || !naar.van().isAfter(nu)) {
            return new MomentVerplaatsResultaat.TeLaat(was);
        }
        var datum = Tijdzone.datum(naar.van());
        if (naar.duur().compareTo(LANGST) > 0
                || !datum.equals(Tijdzone.datum(naar.tot().minusMillis(1)))) {
            return new MomentVerplaatsResultaat.GeenDagdeel(was);
        }
        var plek = anderePlek.orElseGet(was::plek);
        if (naar.equals(was.tijdvak()) && plek.equals(was.plek())) {
            return new MomentVerplaatsResultaat.Verplaatst(was, 0);
        }
        var botsing = boekingen.namenMetBotsing(handle, id, naar.van(), naar.tot());
        if (!botsing.isEmpty()) {
            return new MomentVerplaatsResultaat.MensenBezet(was, botsing);
        }
        var dagdeel = Dagdeel.bij(Tijdzone.lokaal(naar.van()).toLocalTime());
        var wordt = momenten.verplaats(handle, id, datum, dagdeel, naar, plek, nu);
        var betrokkenen = boekingen.findActieveOp(handle, id);
        for (var boeking : betrokkenen) {
            boekingen.verplaats(handle, boeking.id(), wordt, nu);
            geschiedenis.schrijf(
                    handle, "boeking", boeking.id().waarde(), "moment-verplaatst", door, Optional.empty(), nu);
            var nieuw = boekingen.find(handle, boeking.id()).orElseThrow();
            postvak.plaats(handle, BoekingBerichten.bijWijzigen(nieuw, was, Optional.empty(), nu), nu);
        }
        wachtrij.verzet(handle, wordt, nu);
        geschiedenis.schrijf(handle, "moment", id.waarde(), "verplaatst", door, Optional.empty(), nu);
        ookAnders.forEach(gevolg -> gevolg.bijVerplaatsen(handle, was, wordt, door, nu));
        return new MomentVerplaatsResultaat.Verplaatst(wordt, betrokkenen.size());
    }
}
