package nl.respijt.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.respijt.instellingen.Instellingen;

/**
 * Answers of the API that say what is wrong, as RFC 9457 writes them. Each kind of problem has a name; its title and
 * detail are texts {@code probleem.<naam>} and {@code probleem.<naam>.uitleg}, and its type is a page that explains it.
 */
@Singleton
public final class Probleem {
    public static final MediaType TYPE = MediaType.of("application/problem+json");

    private final String basis;

    Probleem(Instellingen instellingen) {
        basis = instellingen.baseUrl() + "/problemen/";
    }

    public MutableHttpResponse<Map<String, Object>> van(HttpStatus status, String naam) {
        return van(status, naam, Map.of());
    }

    public MutableHttpResponse<Map<String, Object>> van(HttpStatus status, String naam, Map<String, ?> erbij) {
        var t = Teksten.in(Taal.NL);
        Map<String, Object> inhoud = new LinkedHashMap<>();
        inhoud.put("type", basis + naam);
        inhoud.put("title", t.van("probleem." + naam));
        inhoud.put("status", status.getCode());
        inhoud.put("detail", t.van("probleem." + naam + ".uitleg"));
        inhoud.putAll(erbij);
        return HttpResponse.<Map<String, Object>>status(status).body(inhoud).contentType(TYPE);
    }

    public MutableHttpResponse<Map<String, Object>> ongeldig(List<Fout> fouten) {
        return van(HttpStatus.BAD_REQUEST, "ongeldige-invoer", Map.of("fouten", fouten));
    }

    public MutableHttpResponse<Map<String, Object>> nietGevonden() {
        return van(HttpStatus.NOT_FOUND, "niet-gevonden");
    }
}
