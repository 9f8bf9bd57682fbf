package nl.respijt.beheer;

import java.util.Optional;
import nl.respijt.toegang.Rol;

/** A role, and for whom somebody has it. */
record Toekenning(Rol rol, Optional<String> organisatie) {
    /** As it stands in the history. */
    String inWoorden() {
        return organisatie.map(naam -> rol.woord() + ", " + naam).orElseGet(rol::woord);
    }
}
