package nl.respijt.boeking;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Sleutels;
import nl.respijt.toegang.Sleutels.Doel;
import nl.respijt.web.Velden;

/**
 * Keeps programs off the booking page without asking anything of people: a field that nobody sees and a program fills,
 * and the time between showing the form and sending it. Whom it doubts presses once more and loses nothing. Somebody
 * quick, with a browser that fills in all by itself, is let through; only when many are that quick in one minute are
 * they asked. There is no such thing in the API: what holds there is {@link BoekingService#MAX_OPEN}, and a makelaar who
 * undoes a batch.
 */
@Singleton
public final class Formulierwacht {
    /** The field that stays empty, and the one that says when the form was shown. */
    public static final String LOKVELD = "onderwerp";

    public static final String STEMPEL = "formulier";

    private static final Duration LEESTIJD = Duration.ofSeconds(3);
    private static final int VLUGGE_PER_MINUUT = 30;

    private final Sleutels sleutels;
    private final Klok klok;
    private Instant minuut = Instant.MIN;
    private int vlugge;

    Formulierwacht(Sleutels sleutels, Klok klok) {
        this.sleutels = sleutels;
        this.klok = klok;
    }

    /** For a form that is shown now. */
    public String stempel() {
        return sleutels.maak(Doel.FORMULIER, Id.nieuw(klok.instant()));
    }

    /** The stamp that came back, so that somebody who presses again has taken longer; a new one when there is none. */
    public String stempel(Velden velden) {
        var gekregen = velden.zoals(STEMPEL);
        return sleutels.lees(Doel.FORMULIER, gekregen).isPresent() ? gekregen : stempel();
    }

    public boolean vraagtNogEens(Velden velden) {
        var gelokt = !velden.isLeeg(LOKVELD);
        return (isVlug(velden) && zijnErTeVeel()) || gelokt;
    }

    private boolean isVlug(Velden velden) {
        return sleutels.lees(Doel.FORMULIER, velden.zoals(STEMPEL))
                .map(id -> Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16))
                .filter(getoond -> !getoond.plus(LEESTIJD).isAfter(klok.instant()))
                .isEmpty();
    }

    /** Counted by each instance for itself: it slows a program down, and guards nothing. */
    private synchronized boolean zijnErTeVeel() {
        var nu = klok.instant().truncatedTo(ChronoUnit.MINUTES);
        if (!nu.equals(minuut)) {
            minuut = nu;
            vlugge = 0;
        }
        return ++vlugge > VLUGGE_PER_MINUUT;
    }
}
