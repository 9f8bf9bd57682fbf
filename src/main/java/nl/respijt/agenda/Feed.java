package nl.respijt.agenda;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** A calendar ready to be handed out, plain and compressed, with the headers that go with it. */
final class Feed {
    private static final DateTimeFormatter DATUM = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final int LANGSTE_NAAM = 60;

    /**
     * The bytes and tag of one coding. The tags differ, since a strong tag stands for exact bytes and a coding is a
     * property of the representation (RFC 9110 8.8.3.3).
     */
    static final class Vorm {
        private final Codering codering;
        private final byte[] bytes;
        private final String etag;

        private Vorm(Codering codering, byte[] bytes, String etag) {
            this.codering = codering;
            this.bytes = bytes;
            this.etag = etag;
        }

        Codering codering() {
            return codering;
        }

        byte[] bytes() {
            return bytes;
        }

        String etag() {
            return etag;
        }
    }

    private final Vorm gewoon;
    private final Vorm gzip;
    private final Bereik bereik;
    private final Optional<Instant> gewijzigdOp;
    private final Optional<String> lastModified;
    private final String contentDisposition;

    private Feed(byte[] bytes, Agenda agenda, Bereik bereik) {
        var hash = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Vingerafdruk.van(bytes).bytes());
        this.gewoon = new Vorm(Codering.GEWOON, bytes, '"' + hash + '"');
        this.gzip = new Vorm(Codering.GZIP, gzip(bytes), '"' + hash + "-gzip\"");
        this.bereik = bereik;
        this.gewijzigdOp = agenda.gewijzigdOp();
        this.lastModified = gewijzigdOp.map(DATUM::format);
        this.contentDisposition = "inline; filename=\"" + bestandsnaam(agenda.naam()) + '"';
    }

    static Feed van(Agenda agenda, Bereik bereik, byte[] bytes) {
        return new Feed(bytes, agenda, bereik);
    }

    Vorm vorm(Codering codering) {
        return switch (codering) {
            case GEWOON -> gewoon;
            case GZIP -> gzip;
        };
    }

    Optional<Instant> gewijzigdOp() {
        return gewijzigdOp;
    }

    Optional<String> lastModified() {
        return lastModified;
    }

    String contentDisposition() {
        return contentDisposition;
    }

    String cacheControl() {
        return switch (bereik) {
            case OPENBAAR -> "public, max-age=300";
            case PERSOONLIJK -> "private, max-age=300";
        };
    }

    long gewicht() {
        return (long) gewoon.bytes.length + gzip.bytes.length;
    }

    static String bestandsnaam(String naam) {
        var kaal = Normalizer.normalize(naam, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        var kort = kaal.length() > LANGSTE_NAAM ? kaal.substring(0, LANGSTE_NAAM) : kaal;
        return (kort.isEmpty() ? "agenda" : kort) + ".ics";
    }

    private static byte[] gzip(byte[] bytes) {
        var uit = new ByteArrayOutputStream(bytes.length / 4 + 64);
        try (var stroom = new GZIPOutputStream(uit)) {
            stroom.write(bytes);
        } catch (IOException fout) {
            throw new UncheckedIOException(fout);
        }
        return uit.toByteArray();
    }
}
