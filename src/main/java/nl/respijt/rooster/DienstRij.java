package nl.respijt.rooster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.respijt.boeking.MomentRij;
import nl.respijt.tijd.Dagdeel;
import nl.respijt.tijd.Tijdvak;
import org.jdbi.v3.core.mapper.Nested;

/** The shape of a row of dienst, with its moment and its gastheer beside it. */
public record DienstRij(
        UUID dienstId,
        String dienstStatus,
        LocalDate dienstDatum,
        String dienstDagdeel,
        Instant dienstBegin,
        Instant dienstEind,
        int dienstVersie,
        Instant dienstGewijzigdOp,
        @Nested MomentRij moment,
        @Nested("g") GastheerRij gastheer) {

    Dienst dienst() {
        return new Dienst(
                new DienstId(dienstId),
                moment.moment(),
                gastheer.gastheer(),
                Dienst.Status.van(dienstStatus),
                dienstDatum,
                Dagdeel.van(dienstDagdeel),
                new Tijdvak(dienstBegin, dienstEind),
                dienstVersie,
                dienstGewijzigdOp);
    }
}
