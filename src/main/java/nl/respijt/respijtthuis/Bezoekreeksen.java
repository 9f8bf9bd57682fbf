package nl.respijt.respijtthuis;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.respijt.aanbieder.Contractdienst;
import nl.respijt.aanbieder.Contracten;
import nl.respijt.bericht.Kanaal;
import nl.respijt.bericht.Postvak;
import nl.respijt.boeking.Aanvragen;
import nl.respijt.boeking.Aanvragen.Beslist;
import nl.respijt.boeking.Antwoorden;
import nl.respijt.boeking.Antwoorden.Eerder;
import nl.respijt.boeking.BoekAntwoord;
import nl.respijt.boeking.BoekResultaat;
import nl.respijt.boeking.Boeking;
import nl.respijt.boeking.BoekingId;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.Reeksen;
import nl.respijt.boeking.Reeksen.Bezoekpoging;
import nl.respijt.boeking.Reeksen.Gegadigde;
import nl.respijt.boeking.Soort;
import nl.respijt.boeking.Tegoed;
import nl.respijt.boeking.Thuisregel;
import nl.respijt.boeking.Thuisvraag;
import nl.respijt.database.Transacties;
import nl.respijt.gemeente.Feestdagen;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.respijtthuis.ReeksResultaat.Antwoord;
import nl.respijt.respijtthuis.ReeksResultaat.Niet;
import nl.respijt.respijtthuis.ReeksResultaat.Reden;
import nl.respijt.respijtthuis.Tegoeden.Huishouden;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import org.jdbi.v3.core.Handle;

/**
 * Visits on one weekday at the same local time, booked as one: those that can be had are theirs together, and of the
 * others it is said why not. The same worker comes where that can be (domain.md, "Respijtzorg Thuis").
 */
@Singleton
public final class Bezoekreeksen {
    /** What one day of a series comes to: who could come, the first choice first, or why nobody does. */
    public record Dag(LocalDate datum, List<MomentId> kandidaten, Optional<Reden> waarom) {}

    /**
     * What would happen, day by day; empty when there is no such visit. {@code tegoed} is what is left in the year of the
     * first, for who may know.
     */
    public record Proef(Optional<Moment> eerste, List<Dag> dagen, Optional<Tegoed> tegoed) {}

    /** One day of a wish: booked, or why not. */
    private sealed interface Poging {
        record Gelukt(BoekAntwoord antwoord) implements Poging {}

        record Niet(Reden waarom) implements Poging {}
    }

    private final Transacties transacties;
    private final MedewerkerRepository medewerkers;
    private final BezoekmomentRepository bezoeken;
    private final HuisbezoekRepository huisbezoeken;
    private final MomentService momenten;
    private final Reeksen reeksen;
    private final Antwoorden antwoorden;
    private final Aanvragen aanvragen;
    private final Thuisregel thuisregel;
    private final Tegoeden tegoeden;
    private final Contracten contracten;
    private final Feestdagen feestdagen;
    private final Postvak postvak;
    private final Klok klok;

    Bezoekreeksen(
            Transacties transacties,
            MedewerkerRepository medewerkers,
            BezoekmomentRepository bezoeken,
            HuisbezoekRepository huisbezoeken,
            MomentService momenten,
            Reeksen reeksen,
            Antwoorden antwoorden,
            Aanvragen aanvragen,
            Thuisregel thuisregel,
            Tegoeden tegoeden,
            Contracten contracten,
            Feestdagen feestdagen,
            Postvak postvak,
            Klok klok) {
        this.transacties = transacties;
        this.medewerkers = medewerkers;
        this.bezoeken = bezoeken;
        this.huisbezoeken = huisbezoeken;
        this.momenten = momenten;
        this.reeksen = reeksen;
        this.antwoorden = antwoorden;
        this.aanvragen = aanvragen;
        this.thuisregel = thuisregel;
        this.tegoeden = tegoeden;
        this.contracten = contracten;
        this.feestdagen = feestdagen;
        this.postvak = postvak;
        this.klok = klok;
    }

    /**
     * Changes nothing. How much of a tegoed is left is looked up for the makelaar, and for {@code ingelogd} about
     * themselves; for anybody else as of somebody new, since a contact that one types would tell that we know it.
     */
    public Proef proef(ReeksVerzoek verzoek, Optional<MantelzorgerId> ingelogd) {
        return transacties.lees(handle -> bezoek(handle, verzoek)
                .map(moment -> {
                    var wie = bekend(handle, verzoek, ingelogd);
                    var huishouden = wie.orElse(new Huishouden(Set.of(), Optional.empty()));
                    return new Proef(
                            Optional.of(moment),
                            binnenTegoed(handle, huishouden, moment, dagen(handle, verzoek, moment, klok.instant())),
                            wie.flatMap(een -> tegoeden.van(handle, een, moment)));
                })
                .orElseGet(() -> new Proef(Optional.empty(), List.of(), Optional.empty())));
    }

    private Optional<Huishouden> bekend(Handle handle, ReeksVerzoek verzoek, Optional<MantelzorgerId> ingelogd) {
        var contact = verzoek.eerste().contact();
        var wie = reeksen.wie(handle, contact);
        return !verzoek.eerste().isVanDeMantelzorger()
                        || ingelogd.filter(wie.id()::equals).isPresent()
                ? Optional.of(new Huishouden(mensen(wie), contact.telefoon()))
                : Optional.empty();
    }

    private static Set<UUID> mensen(Gegadigde wie) {
        return Stream.concat(Stream.of(wie.id().waarde()), wie.allen().stream()).collect(Collectors.toSet());
    }

    /** The first so many of each year; the others are beyond it. */
    private List<Dag> binnenTegoed(Handle handle, Huishouden huishouden, Moment eerste, List<Dag> dagen) {
        var over = new HashMap<Integer, Integer>();
        return dagen.stream()
                .map(dag -> {
                    var jaar = dag.datum().getYear();
                    over.computeIfAbsent(
                            jaar,
                            een -> tegoeden.van(handle, huishouden, eerste, een)
                                    .map(Tegoed::over)
                                    .orElse(Integer.MAX_VALUE));
                    if (dag.kandidaten().isEmpty()) {
                        return dag;
                    }
                    return over.merge(jaar, -1, Integer::sum) < 0
                            ? new Dag(dag.datum(), List.of(), Optional.of(Reden.TEGOED))
                            : dag;
                })
                .toList();
    }

    /** The nearest visits for such a household, for who finds none on these days. */
    public List<Moment> anders(ReeksVerzoek verzoek, Moment bij) {
        var vraag = verzoek.eerste().thuis().orElseThrow();
        return transacties.lees(handle -> bezoeken.anders(handle, bij, vraag, klok.instant()).stream()
                .flatMap(id -> momenten.find(handle, id).stream())
                .toList());
    }

    public ReeksResultaat boek(ReeksVerzoek verzoek) {
        return antwoorden.eenKeer(
                verzoek,
                Antwoord.class,
                Bezoekreeksen::eerder,
                (handle, nu) -> boek(handle, verzoek, nu),
                Set.of("boeking_een_per_mantelzorger"),
                new ReeksResultaat.NogBezig());
    }

    private static ReeksResultaat eerder(Eerder<Antwoord> eerder) {
        return switch (eerder) {
            case Eerder.Gegeven<Antwoord>(var _, var antwoord) -> new ReeksResultaat.Gemaakt(antwoord);
            case Eerder.AndereInhoud<Antwoord> _ -> new ReeksResultaat.AndereInhoud();
        };
    }

    private ReeksResultaat boek(Handle handle, ReeksVerzoek verzoek, Instant nu) {
        var wie = reeksen.herken(handle, verzoek.eerste().contact(), nu);
        var gevraagd = bezoek(handle, verzoek);
        if (gevraagd.isEmpty()) {
            return new ReeksResultaat.Onbekend();
        }
        if (verzoek.eerste().isVanDeMantelzorger() && huisbezoeken.heeftReeks(handle, wie.ongezien(), nu)) {
            return new ReeksResultaat.TeVeelOpen();
        }
        var dagen = dagen(handle, verzoek, gevraagd.get(), nu);
        if (dagen.stream().allMatch(dag -> dag.kandidaten().isEmpty())) {
            return new ReeksResultaat.NietsVrij(niet(dagen));
        }
        reeksen.legVast(handle, wie, nu);
        var id = Id.nieuw(nu);
        var gemaakt = new ArrayList<BoekAntwoord>();
        var niet = new ArrayList<Niet>();
        for (var dag : dagen) {
            switch (boekEen(handle, verzoek, wie, id, dag, nu)) {
                case Poging.Gelukt(var antwoord) -> gemaakt.add(antwoord);
                case Poging.Niet(var waarom) -> niet.add(new Niet(dag.datum(), waarom.woord()));
            }
        }
        if (gemaakt.isEmpty()) {
            return new ReeksResultaat.NietsVrij(niet);
        }
        var antwoord = new Antwoord(id, gemaakt, niet);
        meld(handle, verzoek, antwoord, nu);
        if (gemaakt.getFirst().status().equals(Boeking.Status.AANGEVRAAGD.woord())) {
            thuisregel.meldVraag(handle, new BoekingId(gemaakt.getFirst().id()), gevraagd.get(), nu);
        }
        antwoorden.bewaar(handle, verzoek.sleutel(), verzoek.vingerafdruk(), id, antwoord, nu);
        return new ReeksResultaat.Gemaakt(antwoord);
    }

    /** The first who can come is free still, or the next one. */
    private Poging boekEen(Handle handle, ReeksVerzoek verzoek, Gegadigde wie, UUID id, Dag dag, Instant nu) {
        for (var moment : dag.kandidaten()) {
            var een = verzoek.eerste().op(moment, "reeks:%s:%s".formatted(id, moment.waarde()));
            switch (reeksen.boekBezoek(handle, een, wie, id, nu)) {
                case Bezoekpoging.Gelukt(var antwoord) -> {
                    return new Poging.Gelukt(antwoord);
                }
                case Bezoekpoging.MagNiet(var waarom)
                when waarom instanceof BoekResultaat.TegoedOp -> {
                    return new Poging.Niet(Reden.TEGOED);
                }
                case Bezoekpoging.MagNiet _, Bezoekpoging.Vergeven _ -> {}
            }
        }
        return new Poging.Niet(reden(dag));
    }

    /** One message for all of them, about the first; who has no mail is on the line, or is told by the makelaar. */
    private void meld(Handle handle, ReeksVerzoek verzoek, Antwoord antwoord, Instant nu) {
        if (verzoek.eerste().contact().email().isPresent()) {
            var eerste = new BoekingId(antwoord.boekingen().getFirst().id());
            postvak.plaats(
                    handle, List.of(BezoekBerichtMaker.overReeks(antwoord.id(), eerste, Kanaal.MAIL, 0, nu)), nu);
        }
    }

    /** The provider said yes to one of them: that is yes to all that were asked with it, and told as one. */
    Beslist bevestig(UUID reeks, BoekingId gevraagd, String door) {
        for (var boeking : reeksen.van(reeks)) {
            if (boeking.status() == Boeking.Status.AANGEVRAAGD && !boeking.id().equals(gevraagd)) {
                aanvragen.bevestigMee(boeking.id(), door);
            }
        }
        var beslist = aanvragen.bevestigMee(gevraagd, door);
        if (beslist instanceof Beslist.Ja(var boeking)) {
            var nu = klok.instant();
            var kanaal = boeking.email().isPresent() ? Kanaal.MAIL : Kanaal.BELLEN;
            var bericht = BezoekBerichtMaker.overReeks(reeks, gevraagd, kanaal, boeking.versie(), nu);
            transacties.schrijf(handle -> {
                postvak.plaats(handle, List.of(bericht), nu);
                return bericht;
            });
        }
        return beslist;
    }

    private Optional<Moment> bezoek(Handle handle, ReeksVerzoek verzoek) {
        return momenten.find(handle, verzoek.eerste().moment()).filter(moment -> moment.soort() == Soort.THUIS);
    }

    private List<Dag> dagen(Handle handle, ReeksVerzoek verzoek, Moment eerste, Instant nu) {
        var aanbieder = medewerkers.find(handle, eerste.bronId()).orElseThrow().aanbieder();
        var einde = contracten
                .geldt(handle, aanbieder, Contractdienst.THUIS)
                .orElseThrow()
                .tot();
        var vraag = verzoek.eerste().thuis().orElseThrow();
        return verzoek.ritme().dagen(eerste.datum(), verzoek.aantal()).stream()
                .map(datum -> dag(handle, eerste, vraag, datum, einde, nu))
                .toList();
    }

    private Dag dag(Handle handle, Moment eerste, Thuisvraag vraag, LocalDate datum, LocalDate einde, Instant nu) {
        var tijd = Tijdzone.lokaal(eerste.tijdvak().van()).toLocalTime();
        var begin = Tijdzone.instant(datum, tijd);
        if (!begin.isAfter(nu)) {
            return new Dag(datum, List.of(), Optional.of(Reden.VOORBIJ));
        }
        if (datum.isAfter(einde)) {
            return new Dag(datum, List.of(), Optional.of(Reden.CONTRACT));
        }
        var kandidaten = bezoeken.kandidaten(handle, eerste, vraag, datum, begin);
        if (kandidaten.isEmpty()) {
            return new Dag(datum, kandidaten, Optional.of(feestdagen.isFeestdag(datum) ? Reden.FEESTDAG : Reden.BEZET));
        }
        return new Dag(datum, kandidaten, Optional.empty());
    }

    private static List<Niet> niet(List<Dag> dagen) {
        return dagen.stream()
                .filter(dag -> dag.kandidaten().isEmpty())
                .map(dag -> new Niet(dag.datum(), reden(dag).woord()))
                .toList();
    }

    private static Reden reden(Dag dag) {
        return dag.waarom().orElse(Reden.BEZET);
    }
}
