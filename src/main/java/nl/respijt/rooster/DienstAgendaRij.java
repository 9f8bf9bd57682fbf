package nl.respijt.rooster;

import java.time.Instant;
import java.util.UUID;

/** A dienst as the calendar of its gastheer shows it. */
public record DienstAgendaRij(
        UUID id,
        int versie,
        Instant begin,
        Instant eind,
        boolean actief,
        String titel,
        String plaats,
        int bezet,
        int plaatsen,
        Instant gewijzigdOp) {}
