package nl.respijt.boeking;

import static java.util.Comparator.comparing;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
        if (bekenden.size() > 1 && isEenVanHenBezet(handle, bekenden, verzoek)) {
            return Optional.empty(); // two people share these contacts; the constraints see only one of them
        }
        var persoon = persoon(bekenden, verzoek, nu);
        return momenten.neemPlaatsen(handle, verzoek.moment(), verzoek.personen(), nu)
                .map(moment -> {
                    var antwoord = new BoekAntwoord(
                            Id.nieuw(nu), Code.nieuw(), Boeking.Status.BEVESTIGD.woord(), MomentJson.van(moment, nu));
                    var berichten = BoekingBerichten.bijBoeken(antwoord.id(), verzoek, moment, nu);
                    boekingen.boek(handle, verzoek, persoon, moment, antwoord, schrijf(antwoord), berichten, nu);
                    return new Geboekt(new BoekingId(antwoord.id()), antwoord);
                });
    }

    /**
     * Who this is: the person of the e-mail address, else of the phone number, else somebody new. A contact that we do
     * not know yet is then theirs as well.
     */
    private static BoekingRepository.Persoon persoon(List<Bekende> bekenden, BoekVerzoek verzoek, Instant nu) {
        var waarden = verzoek.contact().waarden();
        var nieuwe = waarden.keySet().stream()
                .filter(soort ->
                        bekenden.stream().noneMatch(bekende -> bekende.soort().equals(soort)))
                .toList();
        return new BoekingRepository.Persoon(
                bekenden.stream()
                        .min(comparing(Bekende::soort)) // email before telefoon
                        .map(bekende -> new MantelzorgerId(bekende.mantelzorgerId()))
                        .orElseGet(() -> new MantelzorgerId(Id.nieuw(nu))),
                bekenden.isEmpty(),
                nieuwe,
                nieuwe.stream().map(waarden::get).toList());
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
                && boekingen.meesteOpen(handle, ongezien, nu) >= MAX_OPEN;
    }

    private boolean isEenVanHenBezet(Handle handle, List<Bekende> bekenden, BoekVerzoek verzoek) {
        return momenten.find(handle, verzoek.moment())
                .filter(moment -> bekenden.stream()
                        .anyMatch(bekende -> boekingen.isBezet(handle, bekende.mantelzorgerId(), moment)))
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
