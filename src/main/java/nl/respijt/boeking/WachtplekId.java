package nl.respijt.boeking;

import java.util.UUID;

/** Which place in a line; what comes of it (a boeking, a membership) has this id too, and so the same key. */
public record WachtplekId(UUID waarde) {
    @Override
    public String toString() {
        return waarde.toString();
    }
}
