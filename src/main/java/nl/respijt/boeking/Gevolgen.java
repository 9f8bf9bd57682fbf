package nl.respijt.boeking;

import jakarta.inject.Singleton;
import nl.respijt.agenda.AgendaStand;
import nl.respijt.bericht.Verzender;

/** What follows once a change is in the database: calendars are looked at again, and the mail goes out. */
@Singleton
public final class Gevolgen {
    private final AgendaStand agendas;
    private final Verzender verzender;

    Gevolgen(AgendaStand agendas, Verzender verzender) {
        this.agendas = agendas;
        this.verzender = verzender;
    }

    public void na() {
        agendas.gewijzigd();
        verzender.wek();
    }
}
