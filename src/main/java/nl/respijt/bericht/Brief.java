package nl.respijt.bericht;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import nl.respijt.web.Taal;

/**
 * The words of one message, laid out by {@link Opmaak} as plain text and as HTML. The salutation and the footer with
 * the telephone number are added there.
 *
 * <p>Subject and words hold time, place and a link; never a diagnosis, the naaste, a group's name or a form of care.
 *
 * @param alineas what it is about
 * @param feiten when, where: names and values under each other
 * @param knoppen what the reader can do
 * @param slot what comes after that
 * @param afmelden where one click ends messages like this; for reminders only
 * @param uitnodiging the same as a calendar program reads it, with its buttons
 */
public record Brief(
        Taal taal,
        Bestemming bestemming,
        String onderwerp,
        List<String> alineas,
        List<Feit> feiten,
        List<Knop> knoppen,
        List<String> slot,
        List<Bijlage> bijlagen,
        Optional<URI> afmelden,
        Optional<Uitnodiging> uitnodiging) {

    /** Where it goes; known at the moment of sending, never kept with the message. */
    public sealed interface Bestemming {
        String naam();

        record PerMail(String naam, String adres) implements Bestemming {}

        record PerTelefoon(String naam, String nummer) implements Bestemming {}
    }

    public record Feit(String naam, String waarde) {}

    public record Knop(String tekst, URI adres) {
        public Knop {
            eisWebadres(adres);
        }
    }

    /** @param type the MIME type, with parameters where it has them */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody; copied on the way in and out
    public record Bijlage(String naam, String type, byte[] inhoud) {
        public Bijlage {
            inhoud = inhoud.clone();
        }

        @Override
        public byte[] inhoud() {
            return inhoud.clone();
        }
    }

    /**
     * An invitation (iTIP), or its end.
     *
     * @param type the MIME type with its method, as the calendar itself says it
     * @param antwoordAdres where a calendar program sends the answer, and so does who just answers the mail
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody; copied on the way in and out
    public record Uitnodiging(String type, byte[] inhoud, Optional<String> antwoordAdres) {
        public Uitnodiging {
            inhoud = inhoud.clone();
        }

        @Override
        public byte[] inhoud() {
            return inhoud.clone();
        }
    }

    public Brief {
        alineas = List.copyOf(alineas);
        feiten = List.copyOf(feiten);
        knoppen = List.copyOf(knoppen);
        slot = List.copyOf(slot);
        bijlagen = List.copyOf(bijlagen);
        afmelden.ifPresent(Brief::eisWebadres);
        if (onderwerp.isBlank()) {
            throw new IllegalArgumentException("a brief has an onderwerp");
        }
    }

    private static void eisWebadres(URI adres) {
        if (!"https".equals(adres.getScheme()) && !"http".equals(adres.getScheme())) {
            throw new IllegalArgumentException("a link in a message is a web address, not " + adres.getScheme());
        }
    }

    /** A message of paragraphs; the {@code met…} methods add the rest. */
    public static Brief van(Taal taal, Bestemming bestemming, String onderwerp, List<String> alineas) {
        return new Brief(
                taal,
                bestemming,
                onderwerp,
                alineas,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    public Brief metFeiten(List<Feit> feiten) {
        return new Brief(taal, bestemming, onderwerp, alineas, feiten, knoppen, slot, bijlagen, afmelden, uitnodiging);
    }

    public Brief metKnoppen(List<Knop> knoppen) {
        return new Brief(taal, bestemming, onderwerp, alineas, feiten, knoppen, slot, bijlagen, afmelden, uitnodiging);
    }

    public Brief metSlot(List<String> slot) {
        return new Brief(taal, bestemming, onderwerp, alineas, feiten, knoppen, slot, bijlagen, afmelden, uitnodiging);
    }

    public Brief metBijlagen(List<Bijlage> bijlagen) {
        return new Brief(taal, bestemming, onderwerp, alineas, feiten, knoppen, slot, bijlagen, afmelden, uitnodiging);
    }

    public Brief metAfmelden(URI afmelden) {
        return new Brief(
                taal,
                bestemming,
                onderwerp,
                alineas,
                feiten,
                knoppen,
                slot,
                bijlagen,
                Optional.of(afmelden),
                uitnodiging);
    }

    public Brief metUitnodiging(Optional<Uitnodiging> uitnodiging) {
        return new Brief(taal, bestemming, onderwerp, alineas, feiten, knoppen, slot, bijlagen, afmelden, uitnodiging);
    }
}
