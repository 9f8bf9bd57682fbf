package nl.respijt.reis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.respijt.boeking.BoekResultaat;
import nl.respijt.boeking.BoekVerzoek;
import nl.respijt.boeking.BoekingService;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.MomentVraag;
import nl.respijt.boeking.MomentVraag.Blad;
import nl.respijt.boeking.Soort;
import nl.respijt.database.Proefdienst;
import nl.respijt.mantelzorger.Contact;
import nl.respijt.tijd.Klok;
import nl.respijt.web.Taal;

/** Utrecht as a newcomer finds it, and what other people do while a visitor looks: take the last places. */
final class Proefwereld implements AutoCloseable {
    private final Proefdienst dienst = Proefdienst.start();
    private final Set<MomentId> vergeven = new HashSet<>();
    private int anderen;

    Proefdienst dienst() {
        return dienst;
    }

    /** A moment with places that no other journey gets, some days ahead, so that all can still be done with it. */
    Moment eigenMoment() {
        var nu = dienst.bean(Klok.class).instant();
        var vraag = MomentVraag.tussen(nu.plus(Duration.ofDays(3)), nu.plus(Duration.ofDays(50)))
                .soort(Soort.HUIS)
                .vrijVoor(4)
                .vraag();
        var moment = dienst.bean(MomentService.class).zoek(vraag, new Blad(1, 200)).momenten().stream()
                .filter(een -> !vergeven.contains(een.id()))
                .findFirst()
                .orElseThrow();
        vergeven.add(moment.id());
        return moment;
    }

    /** Others take all places that are left. */
    void maakVol(Moment moment) {
        var momenten = dienst.bean(MomentService.class);
        for (var vrij = momenten.find(moment.id()).orElseThrow().vrij(); vrij > 0; ) {
            var personen = Math.min(vrij, BoekVerzoek.MAX_PERSONEN);
            boekAnder(moment, personen);
            vrij -= personen;
        }
        assertThat(momenten.find(moment.id()).orElseThrow().vrij()).isZero();
    }

    private void boekAnder(Moment moment, int personen) {
        anderen++;
        var uitkomst = dienst.bean(BoekingService.class)
                .boek(new BoekVerzoek(
                        "reis:" + UUID.randomUUID(),
                        moment.id(),
                        "Iemand Anders",
                        new Contact(Optional.of("ander-%d@voorbeeld.example".formatted(anderen)), Optional.empty()),
                        personen,
                        Taal.NL,
                        false,
                        BoekVerzoek.DOOR_MANTELZORGER));
        assertThat(uitkomst).isInstanceOf(BoekResultaat.Geboekt.class);
    }

    @Override
    public void close() {
        dienst.close();
    }
}
