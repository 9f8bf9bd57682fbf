package nl.respijt.lotgenotengroep;

import java.time.LocalDate;
import java.util.UUID;
import nl.respijt.tijd.Dagdelen.Uren;
import nl.respijt.tijd.Tijdvak;
import nl.respijt.tijd.Tijdzone;

/** One line of when a group meets: on which days, at which local hours, and whether it skips the school holidays. */
public record Ritmelijn(UUID id, UUID groepId, Ritme ritme, Uren uren, boolean zonderSchoolvakanties) {
    public Tijdvak op(LocalDate dag) {
        return new Tijdvak(Tijdzone.instant(dag, uren.begin()), Tijdzone.instant(dag, uren.eind()));
    }
}
