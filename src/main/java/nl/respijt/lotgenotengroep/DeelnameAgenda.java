package nl.respijt.lotgenotengroep;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.agenda.Agenda;
import nl.respijt.agenda.AgendaBron;
import nl.respijt.agenda.AgendaVoor;
import nl.respijt.agenda.Bereik;
import nl.respijt.boeking.BoekingAgenda;
import nl.respijt.boeking.Reeksen;
import nl.respijt.toegang.Sleutels;
import nl.respijt.toegang.Sleutels.Doel;
import nl.respijt.web.Teksten;

/** All meetings that somebody has a place at, as one calendar by its key; each is "an appointment", and no more. */
@Singleton
final class DeelnameAgenda implements AgendaBron {
    private final Deelnames deelnames;
    private final Reeksen reeksen;
    private final BoekingAgenda afspraken;
    private final Sleutels sleutels;

    DeelnameAgenda(Deelnames deelnames, Reeksen reeksen, BoekingAgenda afspraken, Sleutels sleutels) {
        this.deelnames = deelnames;
        this.reeksen = reeksen;
        this.afspraken = afspraken;
        this.sleutels = sleutels;
    }

    @Override
    public Optional<AgendaVoor> herken(String sleutel) {
        return sleutels.lees(Doel.AGENDA, sleutel)
                .flatMap(deelnames::find)
                .map(deelname -> new Keren(deelname.id(), Teksten.in(deelname.taal())));
    }

    /** The meetings of one deelname, looked up when asked for. */
    private final class Keren implements AgendaVoor {
        private final UUID id;
        private final Teksten t;

        private Keren(UUID id, Teksten t) {
            this.id = id;
            this.t = t;
        }

        @Override
        public Bereik bereik() {
            return Bereik.PERSOONLIJK;
        }

        @Override
        public String vervallen() {
            return t.van("agenda.vervallen") + " ";
        }

        @Override
        public Optional<String> stand() {
            return Optional.of(reeksen.stand(id));
        }

        @Override
        public Optional<Agenda> agenda() {
            return Optional.of(new Agenda(
                    t.van("agenda.afspraak-naam"),
                    "",
                    reeksen.agenda(id).stream().map(afspraken::item).toList()));
        }
    }
}
