package nl.respijt.rooster;

import java.time.Instant;
import java.util.UUID;

/** An openstelling as the calendar of the makelaar shows it; {@code versie} counts its diensten and their changes too. */
public record OpenstellingAgendaRij(
        UUID id,
        int versie,
        Instant begin,
        Instant eind,
        boolean open,
        String titel,
        String plaats,
        int bezet,
        int plaatsen,
        boolean geregeld,
        Instant gewijzigdOp) {}
