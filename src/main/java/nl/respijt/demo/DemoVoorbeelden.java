package nl.respijt.demo;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.respijt.boeking.Aanvragen;
import nl.respijt.boeking.BoekResultaat;
import nl.respijt.boeking.BoekVerzoek;
import nl.respijt.boeking.BoekingBeheer;
import nl.respijt.boeking.BoekingId;
import nl.respijt.boeking.BoekingService;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.MomentVraag;
import nl.respijt.boeking.Soort;
import nl.respijt.boeking.Thuisregel;
import nl.respijt.boeking.Thuisvraag;
import nl.respijt.database.Transacties;
import nl.respijt.mantelzorger.Contact;
import nl.respijt.rooster.DienstVraag;
import nl.respijt.rooster.GastheerBeheer;
import nl.respijt.rooster.Gastheerkaart;
import nl.respijt.rooster.Kandidaat;
import nl.respijt.rooster.RoosterService;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.PersoonBron;
import nl.respijt.web.Taal;

/**
 * Made-up bookings, marked as examples, an openstelling that lost its host and a VOG that ends, so that no page of the demo is empty;
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
    private final Aanvragen aanvragen;
    private final Thuisregel thuisregel;
    private final MomentService momenten;
    private final RoosterService rooster;
    private final GastheerBeheer gastheren;
    private final List<PersoonBron> personen;
    private final Transacties transacties;
    private final Klok klok;

    DemoVoorbeelden(
            BoekingService boekingen,
            BoekingBeheer beheer,
            Aanvragen aanvragen,
            Thuisregel thuisregel,
            MomentService momenten,
            RoosterService rooster,
            GastheerBeheer gastheren,
            List<PersoonBron> personen,
            Transacties transacties,
            Klok klok) {
        this.boekingen = boekingen;
        this.beheer = beheer;
        this.aanvragen = aanvragen;
        this.thuisregel = thuisregel;
        this.momenten = momenten;
        this.rooster = rooster;
        this.gastheren = gastheren;
        this.personen = List.copyOf(personen);
        this.transacties = transacties;
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
        DemoMantelzorger.ALLE.forEach(this::logdeEerderIn);
        bezoeken();
        laatVogAflopen();
        zonderGastheer(komende).ifPresent(this::haalGastherenEraf);
    }

    /** Somebody whom a provider visits already, and somebody who asked for the first time: their answer is still to come. */
    private void bezoeken() {
        var nu = klok.instant();
        var vrij = momenten.zoek(
                        MomentVraag.tussen(nu.plus(Duration.ofDays(2)), nu.plus(WEKEN))
                                .soort(Soort.THUIS)
                                .vrijVoor(1)
                                .vraag(),
                        new MomentVraag.Blad(1, 2))
                .momenten();
        vrij.stream()
                .findFirst()
                .flatMap(moment -> boek(bezoek(DemoMantelzorger.ALLE.getFirst(), moment)))
                .ifPresent(boeking -> aanvragen.bevestig(boeking, "systeem"));
        vrij.stream().skip(1).forEach(moment -> boek(bezoek(DemoMantelzorger.ALLE.getLast(), moment)));
    }

    private BoekVerzoek bezoek(DemoMantelzorger wie, Moment moment) {
        var voor = thuisregel.voorWie(moment).stream().sorted().findFirst().orElseThrow();
        return verzoek(wie, moment).met(new Thuisvraag(voor, "Voorbeeldstraat 1", "3582 AB", ""));
    }

    /** One for which somebody else can be asked, if there is one. */
    private Optional<Moment> zonderGastheer(List<Moment> komende) {
        var later = komende.stream().skip(ZONDER_GASTHEER).toList();
        return later.stream()
                .filter(moment -> rooster.kandidaten(moment.id()).stream().anyMatch(Kandidaat::kan))
                .findFirst()
                .or(() -> later.stream().findFirst());
    }

    /** So that one sees how that is told. */
    private void laatVogAflopen() {
        var vandaag = klok.vandaag();
        rooster.gastheren().stream()
                .filter(gastheer -> gastheer.isGetraindOp(vandaag))
                .reduce((_, laatste) -> laatste)
                .ifPresent(gastheer -> gastheren
                        .find(gastheer.id())
                        .ifPresent(was -> gastheren.wijzig(
                                gastheer.id(),
                                new Gastheerkaart(
                                        was.naam(),
                                        was.email(),
                                        was.huizen(),
                                        was.talen(),
                                        was.scholing(),
                                        Optional.of(vandaag.minusYears(2)),
                                        Optional.of(vandaag.plusMonths(1)),
                                        was.maxPerMaand(),
                                        was.maatje()),
                                "systeem")));
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

    /** With a mail, as everybody does who is not in a demo: the address is theirs. */
    private void logdeEerderIn(DemoMantelzorger wie) {
        transacties.schrijf(handle -> {
            personen.forEach(bron -> bron.bewezen(handle, wie.email(), klok.instant()));
            return wie;
        });
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
