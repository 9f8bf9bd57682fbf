package nl.respijt.mantelzorghuis;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.agenda.Agenda;
import nl.respijt.agenda.AgendaBron;
import nl.respijt.agenda.AgendaInhoud;
import nl.respijt.agenda.AgendaItem;
import nl.respijt.agenda.AgendaSoort;
import nl.respijt.agenda.AgendaStatus;
import nl.respijt.agenda.AgendaVoor;
import nl.respijt.agenda.Bereik;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.MomentVraag;
import nl.respijt.boeking.Soort;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.web.Taal;
import nl.respijt.web.Teksten;

/** The openings of a house as a calendar that everybody may follow, by the name of the house. */
@Singleton
final class HuisAgenda implements AgendaBron, AgendaInhoud {
    /** design.md section 5: sixty days back and all that is ahead. */
    private static final Duration TERUG = Duration.ofDays(60);

    private static final Duration VOORUIT = Duration.ofDays(2 * 365);
    private static final MomentVraag.Blad ALLES = new MomentVraag.Blad(1, 10_000);

    private final HuisService huizen;
    private final MomentService momenten;
    private final Klok klok;
    private final String basis;

    HuisAgenda(HuisService huizen, MomentService momenten, Klok klok, Instellingen instellingen) {
        this.huizen = huizen;
        this.momenten = momenten;
        this.klok = klok;
        basis = instellingen.baseUrl().toString();
    }

    @Override
    public Optional<AgendaVoor> herken(String slug) {
        return huizen.find(slug).map(Openingen::new);
    }

    @Override
    public AgendaSoort soort() {
        return AgendaSoort.HUIS;
    }

    @Override
    public Optional<AgendaVoor> voor(Optional<UUID> wie) {
        return wie.flatMap(huizen::find).map(Openingen::new);
    }

    /** The openings of one house. */
    private final class Openingen implements AgendaVoor {
        private final Mantelzorghuis huis;

        private Openingen(Mantelzorghuis huis) {
            this.huis = huis;
        }

        @Override
        public Bereik bereik() {
            return Bereik.OPENBAAR;
        }

        @Override
        public String vervallen() {
            return Teksten.in(Taal.NL).van("agenda.vervallen") + " ";
        }

        @Override
        public Optional<String> stand() {
            // The day is in it: a cancelled opening leaves the calendar the day after.
            return Optional.of(klok.vandaag() + "/" + momenten.stand(huis.id(), begin()));
        }

        @Override
        public Optional<Agenda> agenda() {
            var nu = klok.instant();
            var vraag = MomentVraag.tussen(begin(), nu.plus(VOORUIT))
                    .soort(Soort.HUIS)
                    .bron(huis.id())
                    .ookVervallen()
                    .vraag();
            var vandaag = Tijdzone.beginVan(klok.vandaag());
            return Optional.of(new Agenda(
                    huis.naam(),
                    Teksten.in(Taal.NL).van("huis.agenda-omschrijving"),
                    momenten.zoek(vraag, ALLES).momenten().stream()
                            .filter(moment -> !moment.vervallen()
                                    || moment.tijdvak()
                                            .tot()
                                            .plus(Duration.ofDays(1))
                                            .isAfter(vandaag))
                            .map(this::item)
                            .toList()));
        }

        private Instant begin() {
            return Tijdzone.beginVan(klok.vandaag()).minus(TERUG);
        }

        private AgendaItem item(Moment moment) {
            return new AgendaItem(
                    moment.id().waarde(),
                    moment.versie(),
                    moment.tijdvak(),
                    Teksten.in(Taal.NL).van("huis.agenda-open", huis.naam()),
                    Teksten.in(Taal.NL).van("huis.agenda-binnenlopen"),
                    moment.plaats().isBlank() ? huis.naam() : huis.naam() + ", " + moment.plaats(),
                    Optional.of(URI.create(basis + huis.pad())),
                    moment.vervallen() ? AgendaStatus.VERVALLEN : AgendaStatus.BEVESTIGD,
                    moment.versieOp());
        }
    }
}
