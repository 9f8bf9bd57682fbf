package nl.respijt.agenda;

/** How sure an entry is. */
public enum AgendaStatus {
    BEVESTIGD,
    VOORLOPIG,
    VERVALLEN
}
