package nl.respijt.bericht;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What a person is to be told. Told once for each thing, version of it, recipient and kind: placing it again changes
 * nothing.
 *
 * @param soort the kind, as its {@link BerichtMaker} names it: "boeking-bevestiging"
 * @param ontvanger who, as a role and an id ("boeking:…", "gastheer:…", "makelaar"); never an address
 * @param gegevens what the message needs and the thing itself no longer knows; no names, no addresses
 * @param nietVoor when it may leave at the earliest
 */
public record NieuwBericht(
        String soort,
        Kanaal kanaal,
        UUID dingId,
        int dingVersie,
        String ontvanger,
        Map<String, String> gegevens,
        Instant nietVoor) {
    public NieuwBericht {
        gegevens = Map.copyOf(gegevens);
        if (soort.isBlank() || ontvanger.isBlank()) {
            throw new IllegalArgumentException(
                    "a bericht has a soort and an ontvanger: '%s', '%s'".formatted(soort, ontvanger));
        }
        if (ontvanger.indexOf('@') >= 0) {
            throw new IllegalArgumentException(
                    "an ontvanger is a role and an id, never an address (soort %s)".formatted(soort));
        }
    }
}
