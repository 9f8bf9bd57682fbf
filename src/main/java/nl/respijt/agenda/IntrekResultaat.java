package nl.respijt.agenda;

import java.util.UUID;

/** What can come of revoking a secret address. In each case it opens nothing any more. */
public sealed interface IntrekResultaat {
    record Ingetrokken(AgendaSleutel sleutel) implements IntrekResultaat {}

    record AlIngetrokken(AgendaSleutel sleutel) implements IntrekResultaat {}

    record Onbekend(UUID id) implements IntrekResultaat {}
}
