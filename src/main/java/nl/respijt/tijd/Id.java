package nl.respijt.tijd;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes ids that sort by when they were made (UUIDv7, RFC 9562), so that an index grows at its end. They tell when, and
 * are no secret.
 */
public final class Id {
    /** The twelve bits after the milliseconds count on, so that ids of one millisecond keep their order too. */
    private static final int TELLER_BITS = 12;

    /** How far the count may run ahead of the clock; further back than this the clock itself was moved. */
    private static final long SPELING = 1000L << TELLER_BITS;

    private static final long VERSIE_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final SecureRandom TOEVAL = new SecureRandom();
    private static final AtomicLong LAATSTE = new AtomicLong();

    private Id() {}

    public static UUID nieuw(Instant nu) {
        var stempel = nu.toEpochMilli() << TELLER_BITS;
        var volgnummer = LAATSTE.updateAndGet(
                laatste -> laatste >= stempel && laatste - stempel < SPELING ? laatste + 1 : stempel);
        var hoog = (volgnummer >>> TELLER_BITS) << 16 | VERSIE_7 | (volgnummer & 0xFFF);
        return new UUID(hoog, TOEVAL.nextLong() >>> 2 | VARIANT);
    }
}
