package nl.respijt.demo;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.respijt.boeking.BoekResultaat;
import nl.respijt.boeking.BoekVerzoek;
import nl.respijt.boeking.BoekingBeheer;
import nl.respijt.boeking.BoekingId;
import nl.respijt.boeking.BoekingService;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.MomentVraag;
import nl.respijt.boeking.Soort;
import nl.respijt.mantelzorger.Contact;
import nl.respijt.rooster.DienstVraag;
import nl.respijt.rooster.RoosterService;
import nl.respijt.tijd.Klok;
import nl.respijt.web.Taal;

/**
 * Made-up bookings, marked as examples, and an openstelling that lost its host, so that no page of the demo is empty;
 * once, in an empty database.
 */
@Singleton
@Requires(property = "respijt.demo", value = "true")
public final class DemoVoorbeelden {
    private static final List<String> NAMEN = List.of(
            "Ans", "Mehmet", "Fatima", "Joke", "Yusuf", "Wil", "Zeynep", "Henk", "Samira", "Truus", "Ali", "Gerda");
    private static final Duration WEKEN = Duration.ofDays(16);

    /** Of the openstellingen to come: the one that is full, so that one sees what Respijt offers instead. */
    private static final int VOL = 4;

    /** And the one that asks for the makelaar's attention. */
    private static final int ZONDER_GASTHEER = 7;

    private final BoekingService boekingen;
    private final BoekingBeheer beheer;
    private final MomentService momenten;
    private final RoosterService rooster;
    private final Klok klok;

    DemoVoorbeelden(
            BoekingService boekingen, BoekingBeheer beheer, MomentService momenten, RoosterService rooster, Klok klok) {
        this.boekingen = boekingen;
        this.beheer = beheer;
        this.momenten = momenten;
        this.rooster = rooster;
        this.klok = klok;
    }

    public void maak() {
        if (!beheer.isLeeg()) {
            return;
        }
        var nu = klok.instant();
        var komende = momenten.zoek(
                        MomentVraag.tussen(nu, nu.plus(WEKEN))
                                .soort(Soort.HUIS)
                                .vrijVoor(1)
                                .vraag(),
                        new MomentVraag.Blad(1, 60))
                .momenten();
        for (var n = 0; n < komende.size(); n++) {
            if (n == VOL) {
                vul(komende.get(n), n);
            } else {
                for (var wie = 0; wie < (n * 3 + 2) % 5; wie++) {
                    boek(komende.get(n), n, wie, 1);
                }
            }
        }
        DemoMantelzorger.ALLE.forEach(een -> boekVoor(een, komende));
        komende.stream().skip(ZONDER_GASTHEER).findFirst().ifPresent(this::haalGastherenEraf);
    }

    private void haalGastherenEraf(Moment moment) {
        rooster
                .diensten(
                        DienstVraag.van(moment.tijdvak().van(), moment.tijdvak().tot()))
                .stream()
                .filter(dienst -> dienst.moment().id().equals(moment.id()))
                .forEach(dienst -> rooster.meldAf(dienst.id(), Optional.empty(), "makelaar"));
    }

    private void vul(Moment moment, int n) {
        for (var rest = moment.vrij(); rest > 0; rest -= 2) {
            boek(moment, n, rest, Math.min(2, rest));
        }
    }

    private void boek(Moment moment, int n, int wie, int personen) {
        var naam = NAMEN.get((n * 5 + wie) % NAMEN.size());
        var contact = wie % 4 == 3
                ? new Contact(Optional.empty(), Optional.of("+3161234%04d".formatted(n * 20 + wie)))
                : new Contact(
                        Optional.of("voorbeeld-%s-%d-%d@voorbeeld.example"
                                .formatted(naam.toLowerCase(java.util.Locale.ROOT), n, wie)),
                        Optional.empty());
        boek(new BoekVerzoek(
                "demo:%d:%d".formatted(n, wie),
                moment.id(),
                "Voorbeeld " + naam,
                contact,
                personen,
                Taal.NL,
                n == 2 && wie == 0,
                wie % 3 == 2 ? "makelaar" : BoekVerzoek.DOOR_MANTELZORGER));
    }

    private void boekVoor(DemoMantelzorger wie, List<Moment> komende) {
        for (var n = 0; n < komende.size(); n++) {
            if (wie.afspraken().contains(n)) {
                boek(verzoek(wie, komende.get(n)));
            }
            if (wie.afgezegd() == n) {
                boek(verzoek(wie, komende.get(n)))
                        .ifPresent(boeking -> beheer.annuleer(boeking, BoekVerzoek.DOOR_MANTELZORGER));
            }
        }
    }

    private static BoekVerzoek verzoek(DemoMantelzorger wie, Moment moment) {
        return new BoekVerzoek(
                "demo:%s:%s".formatted(wie.roepnaam(), moment.id().waarde()),
                moment.id(),
                wie.naam(),
                new Contact(Optional.of(wie.email()), Optional.empty()),
                1,
                Taal.NL,
                false,
                BoekVerzoek.DOOR_MANTELZORGER);
    }

    private Optional<BoekingId> boek(BoekVerzoek verzoek) {
        if (boekingen.boek(verzoek) instanceof BoekResultaat.Geboekt(var id, var _)) {
            beheer.merkAlsVoorbeeld(id);
            return Optional.of(id);
        }
        return Optional.empty();
    }
}
