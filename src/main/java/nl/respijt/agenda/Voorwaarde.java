package nl.respijt.agenda;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a reader already has, RFC 9110 13: tags it knows, or else the date of its copy. As soon as it names tags the
 * date does not count.
 */
record Voorwaarde(List<String> ifNoneMatch, Optional<Instant> ifModifiedSince) {
    private static final Pattern TAG = Pattern.compile("\\G[\\s,]*(?:W/)?(?<tag>\"[!#-~\\x80-\\xff]*\")\\s*(?=,|$)");
    /** The form of today and the one of C, RFC 9110 5.6.7; what has a year of two digits is older than calendars. */
    private static final List<DateTimeFormatter> DATUMS = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC));

    Voorwaarde {
        ifNoneMatch = List.copyOf(ifNoneMatch);
    }

    static Voorwaarde van(List<String> ifNoneMatch, Optional<String> ifModifiedSince) {
        return new Voorwaarde(ifNoneMatch, ifModifiedSince.flatMap(Voorwaarde::datum));
    }

    /** Whether the reader has exactly this already. */
    boolean isVoldaan(String etag, Optional<Instant> gewijzigdOp) {
        if (!ifNoneMatch.isEmpty()) {
            return ifNoneMatch.stream().anyMatch(kop -> noemt(kop, etag));
        }
        return ifModifiedSince.isPresent()
                && gewijzigdOp.isPresent()
                && gewijzigdOp.get().getEpochSecond() <= ifModifiedSince.get().getEpochSecond();
    }

    /** Compares weakly, as If-None-Match asks: proxies that compress make our tags weak. */
    private static boolean noemt(String kop, String etag) {
        if (kop.equals(etag) || kop.strip().equals("*")) { // the usual two, without a search
            return true;
        }
        var tags = TAG.matcher(kop);
        while (tags.find()) {
            if (tags.group("tag").equals(etag)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Instant> datum(String tekst) {
        for (var vorm : DATUMS) {
            try {
                return Optional.of(ZonedDateTime.parse(tekst.strip(), vorm).toInstant());
            } catch (DateTimeException geenDatum) {
                // the next form, else the header does not count
            }
        }
        return Optional.empty();
    }
}
