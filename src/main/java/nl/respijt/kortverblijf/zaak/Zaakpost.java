package nl.respijt.kortverblijf.zaak;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.respijt.bericht.Kanaal;
import nl.respijt.bericht.NieuwBericht;
import nl.respijt.bericht.Postvak;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.instellingen.StartFout;
import nl.respijt.kortverblijf.Stapgevolg;
import nl.respijt.kortverblijf.Verblijfsaanmelding.Status;
import org.jdbi.v3.core.Handle;

/**
 * Places what the gemeente is to hear of a step. The first step is told also when it has no status there: it makes the
 * zaak. Made at the start, so that a step that does not exist is said then.
 */
@Context
@Requires(property = "respijt.zaken", value = "true")
final class Zaakpost implements Stapgevolg {
    /** The kind of message. */
    static final String SOORT = "zaak";

    /** In the message: which step, and when it was. */
    static final String STAP = "stap";

    static final String OP = "op";

    private static final String ONTVANGER = "gemeente";

    private final Map<String, URI> statustypen;
    private final ZaakRepository zaken;
    private final Postvak postvak;

    Zaakpost(Instellingen instellingen, ZaakRepository zaken, Postvak postvak) {
        this.statustypen = instellingen.zaken().orElseThrow().statustypen();
        this.zaken = zaken;
        this.postvak = postvak;
        weigerOnbekende();
    }

    private void weigerOnbekende() {
        var onbekend = statustypen.keySet().stream()
                .filter(stap -> Status.van(stap).isEmpty())
                .sorted()
                .toList();
        if (!onbekend.isEmpty()) {
            throw new StartFout(
                    "deze instellingen kloppen niet: RESPIJT_ZAKEN_STATUSTYPEN (%s is geen stap; kies uit %s)"
                            .formatted(
                                    String.join(", ", onbekend),
                                    Stream.of(Status.values())
                                            .map(Status::woord)
                                            .collect(Collectors.joining(", "))));
        }
    }

    @Override
    public void na(Handle handle, UUID aanmelding, Status stap, Instant op) {
        if (stap != Status.INGEDIEND && !statustypen.containsKey(stap.woord())) {
            return;
        }
        zaken.stap(handle, aanmelding, stap.woord(), op)
                .ifPresent(gezet -> postvak.plaats(
                        handle,
                        List.of(new NieuwBericht(
                                SOORT,
                                Kanaal.ZAAK,
                                aanmelding,
                                gezet.hoeveelste(),
                                ONTVANGER,
                                Map.of(STAP, stap.woord(), OP, gezet.op().toString()),
                                op)),
                        op));
    }
}
