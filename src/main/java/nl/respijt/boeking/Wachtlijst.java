package nl.respijt.boeking;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.respijt.bericht.Postvak;
import nl.respijt.boeking.Antwoorden.Eerder;
import nl.respijt.boeking.Wachtbaar.Toelating;
import nl.respijt.boeking.Wachtplek.Status;
import nl.respijt.database.Schending;
import nl.respijt.database.Transacties;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * The waiting list of every kind of thing with places, for who wants in: to stand in line, to take what is offered, to
 * say no, to leave. First come, first served (domain.md, "Booking"); what happens to a line when its thing changes is
 * {@link Wachtrij}'s.
 */
@Singleton
public final class Wachtlijst {
    /** In so many lines at once somebody may stand of whom we never saw that the contact is theirs. */
    static final int MAX_RIJEN = 4;

    /** What can come of wanting to stand in line. */
    public sealed interface WachtResultaat {
        /** They do; asked again with the same key, this same answer comes back. */
        record InRij(WachtplekId id, int plaatsInRij) implements WachtResultaat {}

        /** There is room: they need not wait. */
        record ErIsPlek() implements WachtResultaat {}

        /** They stand in this line already. */
        record AlInRij() implements WachtResultaat {}

        /** They have what they would wait for. */
        record IsErAl() implements WachtResultaat {}

        /** It lapsed, ended or has begun. */
        record Dicht() implements WachtResultaat {}

        record TeVeelRijen() implements WachtResultaat {}

        record Onbekend() implements WachtResultaat {}

        /** The key was used for another wish. */
        record AndereInhoud() implements WachtResultaat {}

        record NogBezig() implements WachtResultaat {}
    }

    /** What can come of taking an offer; twice is the same as once. */
    public sealed interface AanvaardResultaat {
        /** The place is theirs; what came of it has the same id. */
        record Aanvaard(Wachtplek plek) implements AanvaardResultaat {}

        /** It was theirs until a moment ago, or they gave it up. */
        record Verlopen(Wachtplek plek) implements AanvaardResultaat {}

        record NogGeenAanbod(Wachtplek plek) implements AanvaardResultaat {}

        /** They are somewhere else at that time; the offer stands until it ends. */
        record EldersGeboekt(Wachtplek plek) implements AanvaardResultaat {}

        record Onbekend() implements AanvaardResultaat {}
    }

    /** What can come of saying no, or of leaving the line; twice is the same as once. */
    public sealed interface AfwijsResultaat {
        record Afgewezen(Wachtplek plek) implements AfwijsResultaat {}

        /** The place is theirs already; giving it back is cancelling. */
        record AlAanvaard(Wachtplek plek) implements AfwijsResultaat {}

        record Onbekend() implements AfwijsResultaat {}
    }

    /** The answer as it was given, kept beside the key of the request. */
    @Serdeable
    public record WachtAntwoord(UUID id, int plaatsInRij) {}

    private final Transacties transacties;
    private final WachtplekRepository plekken;
    private final BoekingRepository boekingen;
    private final Wachtrij rij;
    private final Antwoorden antwoorden;
    private final Geschiedenis geschiedenis;
    private final Postvak postvak;
    private final Gevolgen gevolgen;
    private final Klok klok;

    Wachtlijst(
            Transacties transacties,
            WachtplekRepository plekken,
            BoekingRepository boekingen,
            Wachtrij rij,
            Antwoorden antwoorden,
            Geschiedenis geschiedenis,
            Postvak postvak,
            Gevolgen gevolgen,
            Klok klok) {
        this.transacties = transacties;
        this.plekken = plekken;
        this.boekingen = boekingen;
        this.rij = rij;
        this.antwoorden = antwoorden;
        this.geschiedenis = geschiedenis;
        this.postvak = postvak;
        this.gevolgen = gevolgen;
        this.klok = klok;
    }

    public Optional<Wachtplek> find(WachtplekId id) {
        return transacties.lees(handle -> plekken.find(handle, id));
    }

    /** One for who is first; who is no longer in line has none. */
    public Optional<Integer> plaatsInRij(Wachtplek plek) {
        return plek.isActief()
                ? Optional.of(transacties.lees(handle -> plekken.plaatsInRij(handle, plek.dingId(), plek.volgnummer())))
                : Optional.empty();
    }

    /** Where somebody is in line, the first they asked for first. */
    public List<Wachtplek> van(MantelzorgerId wie) {
        return transacties.lees(handle -> plekken.vanMantelzorger(handle, wie));
    }

    /** Everybody in line for a thing, first one first. */
    public List<Wachtplek> voor(UUID dingId) {
        return transacties.lees(handle -> plekken.rij(handle, dingId));
    }

    public WachtResultaat zetInRij(WachtVerzoek verzoek) {
        return antwoorden.eenKeer(
                verzoek,
                WachtAntwoord.class,
                Wachtlijst::eerder,
                (handle, nu) -> zetInRij(handle, verzoek, nu),
                Set.of("wachtplek_een_per_mantelzorger"),
                new WachtResultaat.NogBezig());
    }

    private static WachtResultaat eerder(Eerder<WachtAntwoord> eerder) {
        return switch (eerder) {
            case Eerder.Gegeven<WachtAntwoord>(var id, var antwoord) ->
                new WachtResultaat.InRij(new WachtplekId(id), antwoord.plaatsInRij());
            case Eerder.AndereInhoud<WachtAntwoord> _ -> new WachtResultaat.AndereInhoud();
        };
    }

    private WachtResultaat zetInRij(Handle handle, WachtVerzoek verzoek, Instant nu) {
        var wie = Herkenning.van(boekingen.bekendenMetSlot(handle, verzoek.contact()), verzoek.contact(), nu);
        var telefoon = verzoek.contact().telefoon();
        if (verzoek.isVanDeMantelzorger()
                && !wie.ongezien().isEmpty()
                && plekken.meesteWachtend(handle, wie.ongezien(), telefoon) >= MAX_RIJEN) {
            return new WachtResultaat.TeVeelRijen();
        }
        var resultaat = zetInRijMetBericht(handle, verzoek, wie, nu);
        if (resultaat instanceof WachtResultaat.InRij(var id, var plaats)) {
            var antwoord = new WachtAntwoord(id.waarde(), plaats);
            antwoorden.bewaar(handle, verzoek.sleutel(), verzoek.vingerafdruk(), id.waarde(), antwoord, nu);
        }
        return resultaat;
    }

    /** As part of joining a group or a series, whose own words say that they wait. */
    WachtResultaat zetInRij(Handle handle, WachtVerzoek verzoek, Herkenning wie, UUID reeks, Instant nu) {
        return zetInRij(handle, verzoek, wie, Optional.of(reeks), nu);
    }

    /** In line for a thing of another kind, in the transaction of who asks for it and keeps the answer. */
    public WachtResultaat zetInRij(Handle handle, WachtVerzoek verzoek, Reeksen.Gegadigde wie, Instant nu) {
        return zetInRijMetBericht(handle, verzoek, wie.herkenning(), nu);
    }

    private WachtResultaat zetInRijMetBericht(Handle handle, WachtVerzoek verzoek, Herkenning wie, Instant nu) {
        var resultaat = zetInRij(handle, verzoek, wie, Optional.empty(), nu);
        if (resultaat instanceof WachtResultaat.InRij(var id, var plaats)) {
            var plek = plekken.find(handle, id).orElseThrow();
            postvak.plaats(handle, WachtBerichten.bijAansluiten(plek, plaats, nu), nu);
        }
        return resultaat;
    }

    private WachtResultaat zetInRij(
            Handle handle, WachtVerzoek verzoek, Herkenning wie, Optional<UUID> reeks, Instant nu) {
        var telefoon = verzoek.contact().telefoon();
        var wachtbaar = rij.soort(verzoek.ding());
        var ruimte = wachtbaar.metSlot(handle, verzoek.dingId());
        if (ruimte.isEmpty()) {
            return new WachtResultaat.Onbekend();
        }
        if (!ruimte.get().open()) {
            return new WachtResultaat.Dicht();
        }
        if (wachtbaar.isErAl(handle, verzoek.dingId(), wie.wieAllemaal(), telefoon)) {
            return new WachtResultaat.IsErAl();
        }
        if (plekken.rij(handle, verzoek.dingId()).stream().anyMatch(plek -> isVan(plek, wie, telefoon))) {
            return new WachtResultaat.AlInRij();
        }
        // Nobody in line fits in what is free, else it would be theirs already.
        if (verzoek.personen() <= ruimte.get().vrij()) {
            return new WachtResultaat.ErIsPlek();
        }
        boekingen.legVast(handle, wie, nu);
        var id = new WachtplekId(Id.nieuw(nu));
        plekken.insert(handle, verzoek, id, wie.id(), reeks, nu);
        var plek = plekken.find(handle, id).orElseThrow();
        schrijf(handle, plek, "in-rij", verzoek.door(), nu);
        return new WachtResultaat.InRij(id, plekken.plaatsInRij(handle, plek.dingId(), plek.volgnummer()));
    }

    private static boolean isVan(Wachtplek plek, Herkenning wie, Optional<String> telefoon) {
        return wie.wieAllemaal().contains(plek.mantelzorger().waarde())
                || (telefoon.isPresent() && plek.contact().telefoon().equals(telefoon));
    }

    public AanvaardResultaat aanvaard(WachtplekId id, String door) {
        try {
            var resultaat = transacties.schrijf(handle -> aanvaard(handle, id, door));
            gevolgen.na();
            return resultaat;
        } catch (JdbiException fout) {
            if (Schending.van(fout)
                    .filter(schending -> schending.schendt("boeking_een_per_mantelzorger")
                            || schending.schendt("boeking_niet_op_twee_plaatsen"))
                    .isEmpty()) {
                throw fout;
            }
            return new AanvaardResultaat.EldersGeboekt(find(id).orElseThrow());
        }
    }

    private AanvaardResultaat aanvaard(Handle handle, WachtplekId id, String door) {
        var nu = klok.instant();
        var gevonden = metSlot(handle, id);
        if (gevonden.isEmpty()) {
            return new AanvaardResultaat.Onbekend();
        }
        var plek = gevonden.get();
        if (plek.status() == Status.AANVAARD) {
            return new AanvaardResultaat.Aanvaard(plek);
        }
        if (plek.status() == Status.WACHT) {
            return new AanvaardResultaat.NogGeenAanbod(plek);
        }
        if (!plek.isAangeboden(nu)) {
            rij.laatVerlopen(handle, plek.ding(), plek.dingId(), nu);
            return new AanvaardResultaat.Verlopen(plek);
        }
        return switch (rij.soort(plek.ding()).laatToe(handle, plek, nu)) {
            case Toelating.Bezet _ -> new AanvaardResultaat.EldersGeboekt(plek);
            case Toelating.Toegelaten _ -> {
                plekken.wordt(handle, id, Status.AANVAARD, plek.aangebodenTot(), nu);
                schrijf(handle, plek, Status.AANVAARD.woord(), door, nu);
                yield new AanvaardResultaat.Aanvaard(plekken.find(handle, id).orElseThrow());
            }
        };
    }

    public AfwijsResultaat wijsAf(WachtplekId id, String door) {
        var resultaat = transacties.schrijf(handle -> wijsAf(handle, id, door));
        gevolgen.na();
        return resultaat;
    }

    private AfwijsResultaat wijsAf(Handle handle, WachtplekId id, String door) {
        var nu = klok.instant();
        var gevonden = metSlot(handle, id);
        if (gevonden.isEmpty()) {
            return new AfwijsResultaat.Onbekend();
        }
        var plek = gevonden.get();
        if (plek.status() == Status.AANVAARD) {
            return new AfwijsResultaat.AlAanvaard(plek);
        }
        rij.trekIn(handle, plek, door, nu);
        return new AfwijsResultaat.Afgewezen(plekken.find(handle, id).orElseThrow());
    }

    /** Gives up every offer that ended, and every line for what has begun; each line in its own transaction. */
    public void laatVerlopen() {
        var nu = klok.instant();
        var aanDeBeurt = transacties.lees(handle -> plekken.aanDeBeurt(handle, nu));
        for (var lijn : aanDeBeurt) {
            transacties.schrijf(handle -> {
                rij.laatVerlopen(handle, lijn.ding(), lijn.dingId(), nu);
                return lijn;
            });
        }
        if (!aanDeBeurt.isEmpty()) {
            gevolgen.na();
        }
    }

    /** The wachtplek as it is while nobody else can change its line. */
    private Optional<Wachtplek> metSlot(Handle handle, WachtplekId id) {
        return plekken.find(handle, id).flatMap(plek -> {
            rij.soort(plek.ding()).metSlot(handle, plek.dingId());
            return plekken.find(handle, id);
        });
    }

    private void schrijf(Handle handle, Wachtplek plek, String wat, String door, Instant nu) {
        geschiedenis.schrijf(handle, WachtBerichten.DING, plek.id().waarde(), wat, door, Optional.empty(), nu);
    }
}
