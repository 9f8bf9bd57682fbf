package nl.respijt.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.serde.ObjectMapper;
import io.netty.handler.codec.http.QueryStringDecoder;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens what somebody sent, as fields that are read by name. */
@Singleton
public final class Invoer {
    private static final String UUID_VORM = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private final ObjectMapper json;

    Invoer(ObjectMapper json) {
        this.json = json;
    }

    /** The fields of a JSON object; text that is no JSON object gives fields with that one fault. */
    public Velden json(byte @Nullable [] inhoud) {
        var t = Teksten.in(Taal.NL);
        try {
            if (inhoud != null && json.readValue(inhoud, Object.class) instanceof Map<?, ?> object) {
                @SuppressWarnings("unchecked") // the keys of a JSON object are strings
                var velden = (Map<String, @Nullable Object>) object;
                return Velden.json(velden, t);
            }
        } catch (IOException | RuntimeException e) {
            return geenObject(t);
        }
        return geenObject(t);
    }

    /** The query parameters of a call to the API. */
    public Velden vraag(HttpRequest<?> verzoek) {
        return Velden.tekst(verzoek.getParameters().asMap(), Teksten.in(Taal.NL));
    }

    /**
     * The fields of a form, faults in the reader's language; the token is the filter's business.
     *
     * @throws HttpStatusException 400 when this is no form: no browser sends such a thing
     */
    public static Velden formulier(byte @Nullable [] inhoud, Teksten t) {
        var tekst = inhoud == null ? "" : new String(inhoud, StandardCharsets.UTF_8);
        try {
            var velden = Velden.tekst(new QueryStringDecoder(tekst, false).parameters(), t);
            velden.negeer("csrf");
            return velden;
        } catch (IllegalArgumentException e) { // a percent sign that no two digits follow
            throw new HttpStatusException(HttpStatus.BAD_REQUEST, "no form");
        }
    }

    /** UUID.fromString also takes shortened forms, which would give one thing two names. */
    public static Optional<UUID> uuid(String tekst) {
        return tekst.matches(UUID_VORM) ? Optional.of(UUID.fromString(tekst)) : Optional.empty();
    }

    private static Velden geenObject(Teksten t) {
        var leeg = Velden.json(Map.of(), t);
        leeg.fout("", "fout.geen-json");
        return leeg;
    }
}
