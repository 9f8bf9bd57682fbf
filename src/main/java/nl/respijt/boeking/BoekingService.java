package nl.respijt.boeking;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.boeking.BoekResultaat.AlBegonnen;
import nl.respijt.boeking.BoekResultaat.AlGeboekt;
import nl.respijt.boeking.BoekResultaat.AndereInhoud;
import nl.respijt.boeking.BoekResultaat.Geboekt;
import nl.respijt.boeking.BoekResultaat.NogBezig;
import nl.respijt.boeking.BoekResultaat.Onbekend;
import nl.respijt.boeking.BoekResultaat.TeVeelOpen;
import nl.respijt.boeking.BoekResultaat.Vervallen;
import nl.respijt.boeking.BoekResultaat.Vol;
import nl.respijt.boeking.BoekingRepository.Bekende;
import nl.respijt.database.Schending;
import nl.respijt.database.Transacties;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * The booking rule: nobody gets a place that is not there, nobody is at two places at once, asking twice is asking
 * once. What people contend for is decided by one guarded statement and by constraints, never by a read before them;
 * so a booking is that statement, one insert of all that belongs to it, and a commit.
 */
@Singleton
public final class BoekingService {
    /** How often a booking is tried when somebody else's changed what we had read (a contact, a code). */
    private static final int POGINGEN = 5;

    /** Places to come for one person whose contact is not verified: enough for a carer, too few to fill a house with. */
    static final int MAX_OPEN = 4;

    private final Transacties transacties;
    private final MomentRepository momenten;
    private final BoekingRepository boekingen;
    private final IdempotentieRepository antwoorden;
    private final ObjectMapper json;
    private final Klok klok;
    private final Gevolgen gevolgen;

    BoekingService(
            Transacties transacties,
            MomentRepository momenten,
            BoekingRepository boekingen,
            IdempotentieRepository antwoorden,
            ObjectMapper json,
            Klok klok,
            Gevolgen gevolgen) {
        this.transacties = transacties;
        this.momenten = momenten;
        this.boekingen = boekingen;
        this.antwoorden = antwoorden;
        this.json = json;
        this.klok = klok;
        this.gevolgen = gevolgen;
    }

    public BoekResultaat boek(BoekVerzoek verzoek) {
        for (var poging = 1; poging <= POGINGEN; poging++) {
            var nu = klok.instant();
            try {
                var uitkomst = transacties.schrijf(handle -> neem(handle, verzoek, nu));
                if (uitkomst.filter(Geboekt.class::isInstance).isPresent()) {
                    gevolgen.na();
                    return uitkomst.get();
                }
                return eerder(verzoek, nu).orElseGet(() -> waarom(verzoek, nu, uitkomst));
            } catch (JdbiException fout) {
                var uitkomst = betekenis(fout, verzoek, nu);
                if (uitkomst.isPresent()) {
                    return uitkomst.get();
                }
            }
        }
        throw new IllegalStateException("a booking lost %d races".formatted(POGINGEN));
    }

    /** Empty when there is no place to take. Somebody at two places at once breaks a constraint and all of this with it. */
    private Optional<BoekResultaat> neem(Handle handle, BoekVerzoek verzoek, Instant nu) {
        var bekenden = boekingen.bekendenMetSlot(handle, verzoek.contact());
        if (heeftTeVeelOpen(handle, bekenden, verzoek, nu)) {
            return Optional.of(new TeVeelOpen());
        }
        var persoon = persoon(bekenden, verzoek, nu);
        if (zietDeDatabaseNietAllen(bekenden, persoon) && isEenVanHenBezet(handle, bekenden, verzoek)) {
            return Optional.empty();
        }
        return momenten.neemPlaatsen(handle, verzoek.moment(), verzoek.personen(), nu)
                .map(moment -> {
                    if (persoon.nieuw() && verzoek.contact().email().isEmpty()) {
                        var telefoon = verzoek.contact().telefoon().orElseThrow();
                        bekenden.forEach(bekende -> boekingen.geefVrij(handle, bekende, telefoon));
                    }
                    var antwoord = new BoekAntwoord(
                            Id.nieuw(nu), Code.nieuw(), Boeking.Status.BEVESTIGD.woord(), MomentJson.van(moment, nu));
                    var berichten = BoekingBerichten.bijBoeken(antwoord.id(), verzoek, moment, nu);
                    boekingen.boek(handle, verzoek, persoon, moment, antwoord, schrijf(antwoord), berichten, nu);
                    return new Geboekt(new BoekingId(antwoord.id()), antwoord);
                });
    }

    /**
     * Who this is: the person of the e-mail address, known or new; without one, of the phone number. A number that is
     * somebody's does not make a new address theirs, and the number alone is not the person of an address: who reads an
     * address signs in with it, and a number is easily known. A number that nobody has becomes that of the person.
     */
    private static BoekingRepository.Persoon persoon(List<Bekende> bekenden, BoekVerzoek verzoek, Instant nu) {
        var waarden = verzoek.contact().waarden();
        var alleenTelefoon = verzoek.contact().email().isEmpty();
        var bekend = new HashMap<String, UUID>();
        bekenden.stream()
                .filter(bekende -> !(alleenTelefoon && bekende.metAdres()))
                .forEach(bekende -> bekend.put(bekende.soort(), bekende.mantelzorgerId()));
        var wie = Optional.ofNullable(bekend.get(waarden.keySet().iterator().next())); // the address where there is one
        var nieuwe = waarden.keySet().stream()
                .filter(soort -> !bekend.containsKey(soort))
                .toList();
        return new BoekingRepository.Persoon(
                new MantelzorgerId(wie.orElseGet(() -> Id.nieuw(nu))),
                wie.isEmpty(),
                nieuwe,
                nieuwe.stream().map(waarden::get).toList());
    }

    /** The constraints see one person: not another one whom these contacts are known as, nor others with the number. */
    private static boolean zietDeDatabaseNietAllen(List<Bekende> bekenden, BoekingRepository.Persoon persoon) {
        return bekenden.stream()
                .anyMatch(bekende -> bekende.soort().equals("telefoon")
                        || !bekende.mantelzorgerId().equals(persoon.id().waarde()));
    }

    /**
     * Whoever can be reached for sure, or has the makelaar on the line, may keep more: this is against filling houses
     * under an address that is nobody's. Somebody new has no bookings, and is not asked about.
     */
    private boolean heeftTeVeelOpen(Handle handle, List<Bekende> bekenden, BoekVerzoek verzoek, Instant nu) {
        var ongezien = bekenden.stream()
                .filter(bekende -> !bekende.geverifieerd())
                .map(Bekende::mantelzorgerId)
                .toList();
        return verzoek.isVanDeMantelzorger()
                && !ongezien.isEmpty()
                && boekingen.meesteOpen(handle, ongezien, verzoek.contact().telefoon(), nu) >= MAX_OPEN;
    }

    private boolean isEenVanHenBezet(Handle handle, List<Bekende> bekenden, BoekVerzoek verzoek) {
        var wie = bekenden.stream().map(Bekende::mantelzorgerId).toList();
        return momenten.find(handle, verzoek.moment())
                .filter(moment ->
                        boekingen.isBezet(handle, wie, verzoek.contact().telefoon(), moment))
                .isPresent();
    }

    /** What a refusal of the database means; empty when it only says that we have to look again. */
    private Optional<BoekResultaat> betekenis(JdbiException fout, BoekVerzoek verzoek, Instant nu) {
        var schending = Schending.van(fout).orElseThrow(() -> fout);
        if (schending.isWachttijdVoorbij()) {
            return Optional.of(new NogBezig());
        }
        var eerder = eerder(verzoek, nu);
        if (eerder.isPresent()) {
            return eerder;
        }
        if (schending.schendt("boeking_een_per_mantelzorger") || schending.schendt("boeking_niet_op_twee_plaatsen")) {
            return Optional.of(waaromNietDezePersoon(verzoek, nu));
        }
        if (schending.schendt("contact_pkey")
                || schending.schendt("boeking_code_uniek")
                || schending.schendt("idempotentie_pkey")) {
            return Optional.empty();
        }
        throw fout;
    }

    /** The answer that this key was given before; a key that is too old is forgotten and counts for nothing. */
    private Optional<BoekResultaat> eerder(BoekVerzoek verzoek, Instant nu) {
        return transacties
                .lees(handle -> antwoorden.find(handle, verzoek.sleutel()))
                .flatMap(rij -> {
                    if (rij.isVerlopen(nu)) {
                        transacties.schrijf(handle -> antwoorden.wisVerlopen(handle, nu));
                        return Optional.empty();
                    }
                    return Optional.of(
                            rij.vingerafdruk().equals(HexFormat.of().formatHex(verzoek.vingerafdruk()))
                                    ? new Geboekt(new BoekingId(rij.boekingId()), lees(rij.antwoord()))
                                    : new AndereInhoud());
                });
    }

    private BoekResultaat waarom(BoekVerzoek verzoek, Instant nu, Optional<BoekResultaat> geweigerd) {
        return transacties.lees(handle -> momenten.find(handle, verzoek.moment())
                .map(moment -> waarom(handle, moment, verzoek, nu, geweigerd))
                .orElseGet(() -> new Onbekend(verzoek.moment())));
    }

    private BoekResultaat waarom(
            Handle handle, Moment moment, BoekVerzoek verzoek, Instant nu, Optional<BoekResultaat> geweigerd) {
        var alternatieven = momenten.alternatieven(handle, moment, verzoek.personen(), nu);
        if (moment.vervallen()) {
            return new Vervallen(moment, alternatieven);
        }
        if (moment.isBegonnen(nu)) {
            return new AlBegonnen(moment, alternatieven);
        }
        // Somebody with a place in a full house hears that they have one, not that it is full.
        return isEenVanHenBezet(handle, boekingen.bekenden(handle, verzoek.contact()), verzoek)
                ? new AlGeboekt(moment, alternatieven)
                : geweigerd.orElseGet(() -> new Vol(moment, alternatieven));
    }

    private BoekResultaat waaromNietDezePersoon(BoekVerzoek verzoek, Instant nu) {
        return transacties.lees(handle -> momenten.find(handle, verzoek.moment())
                .<BoekResultaat>map(
                        moment -> new AlGeboekt(moment, momenten.alternatieven(handle, moment, verzoek.personen(), nu)))
                .orElseGet(() -> new Onbekend(verzoek.moment())));
    }

    private String schrijf(BoekAntwoord antwoord) {
        try {
            return json.writeValueAsString(antwoord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BoekAntwoord lees(String antwoord) {
        try {
            return Objects.requireNonNull(json.readValue(antwoord, BoekAntwoord.class), "an answer we kept");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
