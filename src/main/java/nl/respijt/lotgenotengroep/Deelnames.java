package nl.respijt.lotgenotengroep;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.respijt.bericht.Postvak;
import nl.respijt.boeking.Antwoorden;
import nl.respijt.boeking.Antwoorden.Eerder;
import nl.respijt.boeking.Geschiedenis;
import nl.respijt.boeking.Gevolgen;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.Reeksen;
import nl.respijt.boeking.Wachtlijst;
import nl.respijt.boeking.Wachtlijst.WachtResultaat;
import nl.respijt.boeking.Wachtrij;
import nl.respijt.database.Transacties;
import nl.respijt.lotgenotengroep.DeelnameResultaat.Aangemeld;
import nl.respijt.lotgenotengroep.DeelnameResultaat.Antwoord;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Handle;

/**
 * Who is in which group. Joining takes a place in the group by one guarded statement, and with it a place at each
 * meeting to come; a meeting that visitors filled is waited for. People are locked before groups, groups before moments.
 */
@Singleton
public final class Deelnames {
    /**
     * In so many groups at once somebody may be, or wait for, of whom we never saw that the contact is theirs: each takes
     * a place at all meetings of half a year.
     */
    static final int MAX_GROEPEN = 4;

    private final Transacties transacties;
    private final DeelnameRepository deelnames;
    private final Reeksen reeksen;
    private final Wachtlijst wachtlijst;
    private final Wachtrij rij;
    private final Antwoorden antwoorden;
    private final Geschiedenis geschiedenis;
    private final Postvak postvak;
    private final Gevolgen gevolgen;
    private final Klok klok;

    Deelnames(
            Transacties transacties,
            DeelnameRepository deelnames,
            Reeksen reeksen,
            Wachtlijst wachtlijst,
            Wachtrij rij,
            Antwoorden antwoorden,
            Geschiedenis geschiedenis,
            Postvak postvak,
            Gevolgen gevolgen,
            Klok klok) {
        this.transacties = transacties;
        this.deelnames = deelnames;
        this.reeksen = reeksen;
        this.wachtlijst = wachtlijst;
        this.rij = rij;
        this.antwoorden = antwoorden;
        this.geschiedenis = geschiedenis;
        this.postvak = postvak;
        this.gevolgen = gevolgen;
        this.klok = klok;
    }

    public Optional<Deelname> find(UUID id) {
        return transacties.lees(handle -> deelnames.find(handle, id));
    }

    /** Who is in a group, or will be after a first talk; by name. */
    public List<Deelname> inGroep(UUID groep) {
        return transacties.lees(handle -> deelnames.inGroep(handle, groep));
    }

    public List<Deelname> van(MantelzorgerId wie) {
        return transacties.lees(handle -> deelnames.van(handle, wie));
    }

    public DeelnameResultaat meldAan(DeelnameVerzoek verzoek) {
        return antwoorden.eenKeer(
                verzoek,
                Antwoord.class,
                Deelnames::eerder,
                (handle, nu) -> meldAan(handle, verzoek, nu),
                Set.of("deelname_een_per_groep", "wachtplek_een_per_mantelzorger", "boeking_niet_op_twee_plaatsen"),
                new DeelnameResultaat.NogBezig());
    }

    private static DeelnameResultaat eerder(Eerder<Antwoord> eerder) {
        return switch (eerder) {
            case Eerder.Gegeven<Antwoord>(var _, var antwoord) -> new Aangemeld(antwoord);
            case Eerder.AndereInhoud<Antwoord> _ -> new DeelnameResultaat.AndereInhoud();
        };
    }

    private DeelnameResultaat meldAan(Handle handle, DeelnameVerzoek verzoek, Instant nu) {
        var wie = reeksen.herken(handle, verzoek.contact(), nu);
        var ruimte = deelnames.metSlot(handle, verzoek.groep());
        if (ruimte.isEmpty()) {
            return new DeelnameResultaat.Onbekend();
        }
        if (!ruimte.get().openVoorNieuwe() || Groepsstatus.van(ruimte.get().status()) == Groepsstatus.GESTOPT) {
            return new DeelnameResultaat.Dicht();
        }
        if (doetMee(handle, verzoek.groep(), wie.allen(), verzoek.contact().telefoon())) {
            return new DeelnameResultaat.DoetAlMee();
        }
        if (heeftTeVeelGroepen(handle, wie, verzoek)) {
            return new DeelnameResultaat.TeVeelGroepen();
        }
        reeksen.legVast(handle, wie, nu);
        if (deelnames.neemPlaatsen(handle, verzoek.groep(), verzoek.personen())) {
            var deelname = begin(
                    handle,
                    new Deelname(
                            Id.nieuw(nu),
                            verzoek.groep(),
                            wie.id(),
                            verzoek.naam(),
                            verzoek.contact(),
                            verzoek.taal(),
                            verzoek.personen(),
                            verzoek.samenMet(),
                            verzoek.iemandMee(),
                            Optional.empty(),
                            verzoek.door(),
                            begin(ruimte.get()),
                            0,
                            nu),
                    nu);
            return antwoord(
                    handle,
                    verzoek,
                    new Antwoord(deelname.id(), deelname.status().woord(), 0),
                    nu);
        }
        return switch (wachtlijst.zetInRij(handle, verzoek.inRij(), wie, nu)) {
            case WachtResultaat.InRij(var id, var plaats) ->
                antwoord(handle, verzoek, new Antwoord(id.waarde(), Antwoord.WACHTLIJST, plaats), nu);
            case WachtResultaat.AlInRij _ -> new DeelnameResultaat.DoetAlMee();
            default -> throw new IllegalStateException("no place and no line in group " + verzoek.groep());
        };
    }

    /** As with bookings: whoever can be reached for sure, or has the makelaar on the line, may be in more. */
    private boolean heeftTeVeelGroepen(Handle handle, Reeksen.Gegadigde wie, DeelnameVerzoek verzoek) {
        return verzoek.isVanDeMantelzorger()
                && !wie.ongezien().isEmpty()
                && deelnames.andereGroepen(
                                handle,
                                verzoek.groep(),
                                wie.ongezien(),
                                verzoek.contact().telefoon())
                        >= MAX_GROEPEN;
    }

    private DeelnameResultaat antwoord(Handle handle, DeelnameVerzoek verzoek, Antwoord antwoord, Instant nu) {
        antwoorden.bewaar(handle, verzoek.sleutel(), verzoek.vingerafdruk(), antwoord.id(), antwoord, nu);
        return new Aangemeld(antwoord);
    }

    boolean doetMee(Handle handle, UUID groep, List<UUID> mensen, Optional<String> telefoon) {
        return deelnames.inGroep(handle, groep).stream()
                .anyMatch(deelname -> mensen.contains(deelname.mantelzorger().waarde())
                        || (telefoon.isPresent()
                                && deelname.contact().telefoon().equals(telefoon)));
    }

    static Deelname.Status begin(DeelnameRepository.Ruimte ruimte) {
        return ruimte.kennismaking() ? Deelname.Status.KENNISMAKING : Deelname.Status.DEELNEMER;
    }

    /** Their place in the group is taken; now they are in it, and at each meeting unless they are called first. */
    Deelname begin(Handle handle, Deelname deelname, Instant nu) {
        deelnames.insert(handle, deelname, nu);
        schrijf(handle, deelname, deelname.status().woord(), deelname.gemaaktDoor(), nu);
        if (deelname.status() == Deelname.Status.DEELNEMER) {
            boekAlles(handle, deelname, nu);
        }
        postvak.plaats(
                handle,
                DeelnameBerichten.bijBegin(deelname, deelnames.coordinatoren(handle, deelname.groepId()), nu),
                nu);
        return deelname;
    }

    private void boekAlles(Handle handle, Deelname deelname, Instant nu) {
        deelnames
                .komende(handle, deelname.groepId(), nu)
                .forEach(moment -> reeksen.boek(handle, deelname.reeks(), moment, nu));
    }

    /** A meeting that was just planned: all who are in the group have a place there. */
    void bijNieuweBijeenkomst(Handle handle, UUID groep, MomentId moment, Instant nu) {
        deelnames.inGroep(handle, groep).stream()
                .filter(deelname -> deelname.status() == Deelname.Status.DEELNEMER)
                .forEach(deelname -> reeksen.boek(handle, deelname.reeks(), moment, nu));
    }

    /** The group became larger: whoever waits for it, or for one of its meetings, has the new places first. */
    void bijMeerRuimte(Handle handle, UUID groep, Instant nu) {
        rij.schuifDoor(handle, GroepWachtbaar.DING, groep, nu);
        deelnames.komende(handle, groep, nu).forEach(moment -> rij.schuifDoor(handle, moment, nu));
    }

    /** After the first talk they are in; twice is the same as once. */
    public Optional<Deelname> laatToe(UUID id, String door) {
        var resultaat = transacties.schrijf(handle -> {
            var nu = klok.instant();
            deelnames.find(handle, id).ifPresent(wie -> reeksen.houd(handle, wie.mantelzorger()));
            return metSlot(handle, id).map(deelname -> {
                if (deelname.status() != Deelname.Status.KENNISMAKING) {
                    return deelname;
                }
                deelnames.wordt(handle, id, Deelname.Status.DEELNEMER, nu);
                schrijf(handle, deelname, Deelname.Status.DEELNEMER.woord(), door, nu);
                var wordt = deelnames.find(handle, id).orElseThrow();
                boekAlles(handle, wordt, nu);
                postvak.plaats(handle, DeelnameBerichten.bijToelating(wordt, nu), nu);
                return wordt;
            });
        });
        gevolgen.na();
        return resultaat;
    }

    /** Somebody comes along, and this is where they meet. */
    public Optional<Deelname> spreekAf(UUID id, String trefpunt, String door) {
        var resultaat = transacties.schrijf(handle -> {
            var nu = klok.instant();
            return metSlot(handle, id).filter(Deelname::isActief).map(deelname -> {
                deelnames.spreekAf(handle, id, trefpunt, nu);
                schrijf(handle, deelname, "trefpunt", door, nu);
                var wordt = deelnames.find(handle, id).orElseThrow();
                postvak.plaats(handle, DeelnameBerichten.bijTrefpunt(wordt, nu), nu);
                return wordt;
            });
        });
        gevolgen.na();
        return resultaat;
    }

    /** They stop: all places to come are free, and their place in the group; twice is the same as once. */
    public Optional<Deelname> stop(UUID id, String door) {
        var resultaat = transacties.schrijf(
                handle -> metSlot(handle, id).map(deelname -> stop(handle, deelname, door, klok.instant())));
        gevolgen.na();
        return resultaat;
    }

    private Deelname stop(Handle handle, Deelname deelname, String door, Instant nu) {
        if (!deelname.isActief()) {
            return deelname;
        }
        var wordt = stop(handle, deelname, nu, door, nu);
        postvak.plaats(handle, DeelnameBerichten.bijStoppen(wordt, nu), nu);
        return wordt;
    }

    /** Gives back the places at meetings from {@code vanaf} on, and the place in the group. */
    private Deelname stop(Handle handle, Deelname deelname, Instant vanaf, String door, Instant nu) {
        deelnames.wordt(handle, deelname.id(), Deelname.Status.GESTOPT, nu);
        schrijf(handle, deelname, Deelname.Status.GESTOPT.woord(), door, nu);
        reeksen.geefTerug(handle, deelname.id(), vanaf, door, nu);
        rij.geefTerug(handle, GroepWachtbaar.DING, deelname.groepId(), deelname.personen(), nu);
        return deelnames.find(handle, deelname.id()).orElseThrow();
    }

    /** The group stops, and so does everybody in it, with one message each; nobody waits for it any longer. */
    void bijStoppenVanGroep(Handle handle, UUID groep, Optional<Instant> vanaf, String door) {
        var nu = klok.instant();
        deelnames.metSlot(handle, groep);
        rij.vervalt(handle, GroepWachtbaar.DING, groep, nu);
        for (var deelname : deelnames.inGroep(handle, groep)) {
            var wordt = stop(handle, deelname, vanaf.orElse(nu), door, nu);
            postvak.plaats(handle, DeelnameBerichten.bijStoppenVanGroep(wordt, nu), nu);
        }
    }

    private Optional<Deelname> metSlot(Handle handle, UUID id) {
        return deelnames.find(handle, id).flatMap(deelname -> {
            deelnames.metSlot(handle, deelname.groepId());
            return deelnames.find(handle, id);
        });
    }

    private void schrijf(Handle handle, Deelname deelname, String wat, String door, Instant nu) {
        geschiedenis.schrijf(handle, "deelname", deelname.id(), wat, door, Optional.empty(), nu);
    }
}
