package nl.respijt.tijd;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Makes ids: UUIDv7 (RFC 9562 section 5.7), so that new rows stand together in an index. */
public final class Id {
    private static final SecureRandom TOEVAL = new SecureRandom();

    private Id() {}

    public static UUID nieuw(Instant nu) {
        var hoog = (nu.toEpochMilli() << 16) | 0x7000L | (TOEVAL.nextInt() & 0x0FFFL);
        var laag = (TOEVAL.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(hoog, laag);
    }
}
