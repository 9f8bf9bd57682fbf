package nl.respijt.aanbieder;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a contract is about: respite at home, or a stay elsewhere for some nights. */
public enum Contractdienst {
    THUIS,
    VERBLIJF;

    /** As the database, the API and the texts write it. */
    public String woord() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Contractdienst> van(String woord) {
        return Arrays.stream(values())
                .filter(dienst -> dienst.woord().equals(woord))
                .findFirst();
    }
}
