package nl.respijt.toegang;

import java.util.UUID;

/** What can come of making an account or changing what it is. */
public sealed interface AccountResultaat {
    record Gedaan(Account account) implements AccountResultaat {}

    /** There is one with this address in this role. */
    record AdresInGebruik() implements AccountResultaat {}

    /** Another account is this person to the sign-in of their organisation. */
    record IdentiteitInGebruik() implements AccountResultaat {}

    record Onbekend(UUID id) implements AccountResultaat {}
}
