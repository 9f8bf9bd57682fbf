package nl.respijt.lotgenotengroep;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.agenda.Agenda;
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
import nl.respijt.recht.Handeling;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.toegang.Aanmelding;
import nl.respijt.toegang.AgendaEigenaar;
import nl.respijt.web.Taal;
import nl.respijt.web.Teksten;

/**
 * The meetings of a group as a calendar by a secret address, for who leads it. Calendars are shared and shown on screens
 * that others see, so it says "your group": no name and nothing of for whom it is.
 */
@Singleton
final class GroepAgenda implements AgendaInhoud, AgendaEigenaar {
    /** design.md section 5: sixty days back and all that is ahead. */
    private static final Duration TERUG = Duration.ofDays(60);

    private static final Duration VOORUIT = Duration.ofDays(2 * 365);
    private static final MomentVraag.Blad ALLES = new MomentVraag.Blad(1, 10_000);

    private final GroepService groepen;
    private final MomentService momenten;
    private final Klok klok;
    private final URI mijnGroepen;

    GroepAgenda(GroepService groepen, MomentService momenten, Klok klok, Instellingen instellingen) {
        this.groepen = groepen;
        this.momenten = momenten;
        this.klok = klok;
        mijnGroepen = URI.create(instellingen.baseUrl() + "/groep");
    }

    @Override
    public AgendaSoort soort() {
        return AgendaSoort.GROEP;
    }

    @Override
    public boolean bestaat(Optional<UUID> voor) {
        return voor.flatMap(groepen::find).isPresent();
    }

    @Override
    public boolean isVan(Aanmelding wie, Optional<UUID> voor) {
        return voor.flatMap(groep -> groepen.find(groep, wie, Handeling.EIGEN_GROEPSAGENDA_BEHEREN))
                .isPresent();
    }

    @Override
    public Optional<AgendaVoor> voor(Optional<UUID> wie) {
        return wie.flatMap(groepen::find).map(groep -> new Bijeenkomstagenda(groep.id()));
    }

    /** The meetings of one group, looked up when asked for. */
    private final class Bijeenkomstagenda implements AgendaVoor {
        private final UUID groep;

        private Bijeenkomstagenda(UUID groep) {
            this.groep = groep;
        }

        @Override
        public Bereik bereik() {
            return Bereik.PERSOONLIJK;
        }

        @Override
        public String vervallen() {
            return t().van("agenda.vervallen") + " ";
        }

        @Override
        public Optional<String> stand() {
            // The day is in it: a cancelled meeting leaves the calendar the day after.
            return groepen.find(groep).map(_ -> klok.vandaag() + "/" + momenten.stand(groep, begin()));
        }

        @Override
        public Optional<Agenda> agenda() {
            var vraag = MomentVraag.tussen(begin(), klok.instant().plus(VOORUIT))
                    .soort(Soort.GROEP)
                    .bron(groep)
                    .ookVervallen()
                    .ookBesloten()
                    .vraag();
            var vandaag = Tijdzone.beginVan(klok.vandaag());
            return groepen.find(groep)
                    .map(_ -> new Agenda(
                            t().van("groepsagenda.naam"),
                            "",
                            momenten.zoek(vraag, ALLES).momenten().stream()
                                    .filter(moment -> !moment.vervallen()
                                            || moment.tijdvak()
                                                    .tot()
                                                    .plus(Duration.ofDays(1))
                                                    .isAfter(vandaag))
                                    .map(this::item)
                                    .toList()));
        }

        private AgendaItem item(Moment moment) {
            return new AgendaItem(
                    moment.id().waarde(),
                    moment.versie(),
                    moment.tijdvak(),
                    t().van("mail.uw-groep"),
                    "",
                    moment.plaats(),
                    Optional.of(mijnGroepen),
                    moment.vervallen() ? AgendaStatus.VERVALLEN : AgendaStatus.BEVESTIGD,
                    moment.versieOp());
        }

        private Instant begin() {
            return Tijdzone.beginVan(klok.vandaag()).minus(TERUG);
        }

        private static Teksten t() {
            return Teksten.in(Taal.NL);
        }
    }
}
