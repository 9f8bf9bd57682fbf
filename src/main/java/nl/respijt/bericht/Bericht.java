package nl.respijt.bericht;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.kluis.Sha256;
import nl.respijt.web.Teksten;

/** A message in the outbox: who is to be told what of which version of a thing, and how far that has come. */
public record Bericht(
        UUID id,
        String soort,
        Kanaal kanaal,
        UUID dingId,
        int dingVersie,
        String ontvanger,
        Map<String, String> gegevens,
        Instant nietVoor,
        int pogingen,
        Optional<String> laatsteFout,
        Instant aangemaaktOp) {
    public Bericht {
        gegevens = Map.copyOf(gegevens);
    }

    /** What kind of message it is, for the makelaar; also of a kind that this version does not make any more. */
    public String naam(Teksten teksten) {
        var sleutel = "berichtsoort." + soort;
        return teksten.van(teksten.sleutels().contains(sleutel) ? sleutel : "bericht.onbekende-soort");
    }

    /** Why it did not go, for the makelaar. */
    public Optional<String> uitleg(Teksten teksten) {
        return laatsteFout.map(fout -> {
            var delen = fout.split(" ", 2);
            return teksten.van("bericht.hapering." + delen[0], delen.length > 1 ? delen[1] : "");
        });
    }

    /** The same for every attempt, on every instance, so that a mail program shows a repeat once. */
    String messageId(String domein) {
        var sleutel = "%s:%d:%s:%s".formatted(dingId, dingVersie, ontvanger, soort);
        return "<%s@%s>".formatted(Sha256.hex(sleutel).substring(0, 32), domein);
    }
}
