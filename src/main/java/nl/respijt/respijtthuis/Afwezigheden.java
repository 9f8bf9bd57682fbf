package nl.respijt.respijtthuis;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.aanbieder.Aanbieder;
import nl.respijt.aanbieder.Aanbieders;
import nl.respijt.bericht.Postvak;
import nl.respijt.boeking.Boeking;
import nl.respijt.boeking.BoekingBeheer;
import nl.respijt.boeking.Gevolgen;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.MomentService;
import nl.respijt.database.Transacties;
import nl.respijt.respijtthuis.AfwezigheidRepository.Gevallen;
import nl.respijt.respijtthuis.AfwezigheidRepository.Uitkomst;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdvak;
import nl.respijt.toegang.Aanmelding;
import nl.respijt.web.Taal;
import nl.respijt.web.Teksten;
import org.jdbi.v3.core.Handle;

/**
 * Somebody who visits is away. What nobody asked for lapses. Whoever counts on them gets somebody else at the same time,
 * with the same boeking; where nobody can, the visit lapses and is told with what can be had instead. All of it or
 * nothing, and nobody goes unmentioned.
 *
 * <p>Absences of one provider are taken in turn, and all moments they may need are held in their order before the first
 * is touched: two who are away at once are never sent in each other's place.
 */
@Singleton
public final class Afwezigheden {
    /**
     * A visit that somebody counts on: whose it is, when, and who comes instead.
     *
     * @param vervanger empty when nobody can
     */
    public record Bezoek(Boeking boeking, Tijdvak wanneer, Optional<Medewerker> vervanger) {}

    /** What would happen, before it does; {@code vrij} is how many times lapse that nobody asked for. */
    public record Proef(List<Bezoek> bezoeken, int vrij) {}

    /** What happened. */
    public record Verslag(Afwezigheid afwezigheid, Medewerker wie, boolean ingetrokken, List<Bezoek> bezoeken) {}

    private final Transacties transacties;
    private final MedewerkerRepository medewerkers;
    private final AfwezigheidRepository afwezig;
    private final HuisbezoekRepository huisbezoeken;
    private final Medewerkerbeheer beheer;
    private final Bezoekmomenten bezoekmomenten;
    private final MomentService momenten;
    private final BoekingBeheer boekingen;
    private final Aanbieders aanbieders;
    private final Postvak postvak;
    private final Gevolgen gevolgen;
    private final Klok klok;

    Afwezigheden(
            Transacties transacties,
            MedewerkerRepository medewerkers,
            AfwezigheidRepository afwezig,
            HuisbezoekRepository huisbezoeken,
            Medewerkerbeheer beheer,
            Bezoekmomenten bezoekmomenten,
            MomentService momenten,
            BoekingBeheer boekingen,
            Aanbieders aanbieders,
            Postvak postvak,
            Gevolgen gevolgen,
            Klok klok) {
        this.transacties = transacties;
        this.medewerkers = medewerkers;
        this.afwezig = afwezig;
        this.huisbezoeken = huisbezoeken;
        this.beheer = beheer;
        this.bezoekmomenten = bezoekmomenten;
        this.momenten = momenten;
        this.boekingen = boekingen;
        this.aanbieders = aanbieders;
        this.postvak = postvak;
        this.gevolgen = gevolgen;
        this.klok = klok;
    }

    /** Changes nothing. */
    public Proef proef(Medewerker wie, LocalDate van, Optional<LocalDate> tot) {
        var nu = klok.instant();
        var weg = new Afwezigheid(Id.nieuw(nu), wie.id(), van, tot);
        return transacties.lees(handle -> {
            var alle = afwezig.inDagen(handle, weg, nu);
            var bezoeken = alle.stream()
                    .flatMap(moment -> momenten.boekingenOp(handle, moment).stream())
                    .map(boeking -> new Bezoek(
                            boeking,
                            boeking.tijdvak(),
                            vervangers(handle, boeking).stream().findFirst().map(moment -> wieKomt(handle, moment))))
                    .toList();
            var vrij = alle.stream()
                    .filter(moment -> momenten.boekingenOp(handle, moment).isEmpty())
                    .count();
            return new Proef(bezoeken, (int) vrij);
        });
    }

    /** The id of what was laid down; what came of it is in {@link #find}. */
    public UUID legVast(Medewerker wie, LocalDate van, Optional<LocalDate> tot, String door) {
        var id = transacties.schrijf(handle -> legVast(handle, wie, van, tot, door));
        gevolgen.na();
        return id;
    }

    /** They do not work there any more: the same, from today and without an end. */
    public UUID vertrekt(Medewerker wie, String door) {
        var id = transacties.schrijf(handle -> {
            var weg = legVast(handle, wie, klok.vandaag(), Optional.empty(), door);
            medewerkers.stopt(handle, wie.id(), true);
            return weg;
        });
        gevolgen.na();
        return id;
    }

    private UUID legVast(Handle handle, Medewerker wie, LocalDate van, Optional<LocalDate> tot, String door) {
        var nu = klok.instant();
        bezoekmomenten.houd(handle, aanbieder(wie));
        var weg = new Afwezigheid(Id.nieuw(nu), wie.id(), van, tot);
        afwezig.insert(handle, weg, door, nu);
        afwezig.houd(handle, weg, nu);
        var anders = false;
        for (var moment : afwezig.inDagen(handle, weg, nu)) {
            for (var boeking : momenten.boekingenOp(handle, moment)) {
                afwezig.insert(
                        handle, weg.id(), new Uitkomst(boeking.id(), moment, vervang(handle, boeking, door, nu)));
                anders = true;
            }
            momenten.gelastAf(handle, moment, reden(handle, moment), door);
            afwezig.viel(handle, moment, weg.id());
        }
        if (anders) {
            postvak.plaats(
                    handle,
                    aanbieders.medewerkers(handle, wie.aanbieder()).stream()
                            .map(persoon -> BezoekBerichtMaker.anders(weg.id(), persoon, nu))
                            .toList(),
                    nu);
        }
        return weg.id();
    }

    /** The moment of who comes instead; empty when nobody does, and then the visit is still where it was. */
    private Optional<MomentId> vervang(Handle handle, Boeking boeking, String door, Instant nu) {
        var naar = vervangers(handle, boeking).stream()
                .filter(moment -> boekingen.vervang(handle, boeking.id(), moment, door))
                .findFirst();
        naar.flatMap(_ -> boekingen.find(handle, boeking.id()))
                .ifPresent(nieuw -> postvak.plaats(handle, List.of(BezoekBerichtMaker.vervangen(nieuw, nu)), nu));
        return naar;
    }

    private List<MomentId> vervangers(Handle handle, Boeking boeking) {
        return huisbezoeken
                .vraag(handle, boeking.id())
                .map(vraag -> afwezig.vervangers(handle, boeking, vraag))
                .orElse(List.of());
    }

    /** Read by whoever loses their visit, in their language. */
    private String reden(Handle handle, MomentId moment) {
        var taal = momenten.boekingenOp(handle, moment).stream()
                .filter(boeking -> boeking.email().isPresent())
                .map(Boeking::taal)
                .findFirst()
                .orElse(Taal.NL);
        return Teksten.in(taal).van("afwezigheid.reden");
    }

    /** For whoever may see whose it is. */
    public Optional<Verslag> find(UUID id, Aanmelding wie) {
        return transacties
                .lees(handle -> afwezig.afwezigheid(handle, id))
                .flatMap(weg -> beheer.find(weg.medewerker(), wie).map(medewerker -> verslag(weg, medewerker)));
    }

    private Verslag verslag(Afwezigheid weg, Medewerker wie) {
        return transacties.lees(handle -> new Verslag(
                weg,
                wie,
                afwezig.isIngetrokken(handle, weg.id()),
                afwezig.uitkomsten(handle, weg.id()).stream()
                        .flatMap(uitkomst -> boekingen
                                .find(handle, uitkomst.boeking())
                                .map(boeking -> new Bezoek(
                                        boeking,
                                        momenten.find(handle, uitkomst.was())
                                                .orElseThrow()
                                                .tijdvak(),
                                        uitkomst.wordt().map(moment -> wieKomt(handle, moment))))
                                .stream())
                        .toList()));
    }

    private Medewerker wieKomt(Handle handle, MomentId id) {
        return momenten.find(handle, id)
                .map(Moment::bronId)
                .flatMap(wie -> medewerkers.find(handle, wie))
                .orElseThrow(() -> new IllegalStateException("nobody visits at moment " + id));
    }

    /**
     * They are there after all: what lapsed can be asked for again, as far as it is to come. Who was told that somebody
     * else comes keeps them. Doing it twice is the same as once.
     */
    public void trekIn(UUID id, String door) {
        transacties.schrijf(handle -> {
            var weg = afwezig.afwezigheid(handle, id).orElseThrow();
            var wie = medewerkers.find(handle, weg.medewerker()).orElseThrow();
            bezoekmomenten.houd(handle, aanbieder(wie));
            if (afwezig.trekIn(handle, id, klok.instant())) {
                medewerkers.stopt(handle, wie.id(), false);
                komTerug(handle, weg, wie, door);
                bezoekmomenten.plan(handle, aanbieder(wie));
            }
            return id;
        });
        gevolgen.na();
    }

    private void komTerug(Handle handle, Afwezigheid weg, Medewerker wie, String door) {
        var ookWeg = afwezig.afwezigheden(handle, wie.aanbieder(), klok.vandaag()).stream()
                .filter(een -> een.medewerker().equals(wie.id()))
                .toList();
        for (var gevallen : afwezig.gevallen(handle, weg.id(), klok.instant())) {
            var ander =
                    ookWeg.stream().filter(een -> een.geldtOp(gevallen.datum())).findFirst();
            if (ander.isPresent()) {
                afwezig.viel(handle, gevallen.moment(), ander.get().id());
            } else if (isNogGepland(handle, gevallen) && afwezig.komtTerug(handle, gevallen.moment())) {
                momenten.heropen(handle, gevallen.moment(), door);
            }
        }
    }

    private boolean isNogGepland(Handle handle, Gevallen gevallen) {
        return gevallen.werktijd()
                .flatMap(tijd -> medewerkers.werktijd(handle, tijd))
                .filter(tijd -> tijd.isVoorbij(gevallen.datum()))
                .isEmpty();
    }

    private Aanbieder aanbieder(Medewerker wie) {
        return aanbieders.find(wie.aanbieder()).orElseThrow(() -> new IllegalStateException("no " + wie.aanbieder()));
    }
}
