package nl.respijt.agenda;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.tijd.Tijdvak;
import nl.respijt.tijd.Tijdzone;

/** Valid calendars to start from; a test sets what its claim is about. */
final class AgendaVoorbeeld {
    static final AgendaInstelling INSTELLING = new AgendaInstelling(
            "respijt.example", "Respijt Utrecht", "agenda@respijt.example", URI.create("https://respijt.example"));
    static final ICalSchrijver SCHRIJVER = new ICalSchrijver(INSTELLING);
    static final Instant GEWIJZIGD = Instant.parse("2026-03-01T10:11:12.345678Z");
    static final String VERVALLEN = "Vervallen: ";

    private UUID id = UUID.randomUUID();
    private int volgnummer;
    private Tijdvak tijdvak = op("2026-05-12", "09:00", "12:30");
    private String titel = "Ochtend in Hoograven";
    private String omschrijving = "";
    private String plaats = "";
    private Optional<URI> url = Optional.empty();
    private AgendaStatus status = AgendaStatus.BEVESTIGD;
    private Instant gewijzigdOp = GEWIJZIGD;

    static AgendaVoorbeeld item() {
        return new AgendaVoorbeeld();
    }

    static Agenda agenda(AgendaItem... items) {
        return new Agenda("Mijn rooster", "", List.of(items));
    }

    static Tijdvak op(String dag, String van, String tot) {
        var datum = LocalDate.parse(dag);
        return new Tijdvak(
                Tijdzone.instant(datum, LocalTime.parse(van)), Tijdzone.instant(datum, LocalTime.parse(tot)));
    }

    AgendaVoorbeeld id(UUID waarde) {
        id = waarde;
        return this;
    }

    AgendaVoorbeeld volgnummer(int waarde) {
        volgnummer = waarde;
        return this;
    }

    AgendaVoorbeeld tijdvak(Tijdvak waarde) {
        tijdvak = waarde;
        return this;
    }

    AgendaVoorbeeld titel(String waarde) {
        titel = waarde;
        return this;
    }

    AgendaVoorbeeld omschrijving(String waarde) {
        omschrijving = waarde;
        return this;
    }

    AgendaVoorbeeld plaats(String waarde) {
        plaats = waarde;
        return this;
    }

    AgendaVoorbeeld url(String waarde) {
        url = Optional.of(URI.create(waarde));
        return this;
    }

    AgendaVoorbeeld status(AgendaStatus waarde) {
        status = waarde;
        return this;
    }

    AgendaVoorbeeld gewijzigdOp(Instant waarde) {
        gewijzigdOp = waarde;
        return this;
    }

    AgendaItem maak() {
        return new AgendaItem(id, volgnummer, tijdvak, titel, omschrijving, plaats, url, status, gewijzigdOp);
    }
}
