package nl.respijt.toegang;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.server.exceptions.NotFoundException;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.web.Bezoeker;
import nl.respijt.web.Bezoeker.MenuKeuze;
import nl.respijt.web.BezoekerBron;
import nl.respijt.web.Invoer;
import nl.respijt.web.Teksten;
import nl.respijt.web.Velden;
import org.jspecify.annotations.Nullable;

/** Asks of a request who sends it and whether they may. Looks in the database, so not on an event loop. */
@Singleton
public final class Toegang implements BezoekerBron {
    private static final String ATTRIBUUT = "nl.respijt.aanmelding";

    private final Sessies sessies;
    private final boolean https;

    Toegang(Sessies sessies, Instellingen instellingen) {
        this.sessies = sessies;
        https = "https".equals(instellingen.baseUrl().getScheme());
    }

    /** Browsers hold a __Host- cookie to this host and to https; a demo on plain http has to do without. */
    private String koeknaam() {
        return https ? "__Host-respijt" : "respijt";
    }

    public Cookie koek(String waarde) {
        return Cookie.of(koeknaam(), waarde)
                .path("/")
                .httpOnly(true)
                .secure(https)
                .sameSite(SameSite.Lax);
    }

    public Cookie geenKoek() {
        return koek("").maxAge(0);
    }

    public Optional<String> koekVan(HttpRequest<?> verzoek) {
        return verzoek.getCookies().findCookie(koeknaam()).map(Cookie::getValue);
    }

    public Optional<Aanmelding> van(HttpRequest<?> verzoek) {
        var eerder = verzoek.getAttribute(ATTRIBUUT, Optional.class);
        if (eerder.isPresent()) {
            @SuppressWarnings("unchecked") // only set four lines down
            var aanmelding = (Optional<Aanmelding>) eerder.get();
            return aanmelding;
        }
        var gevonden = koekVan(verzoek).flatMap(sessies::find);
        verzoek.setAttribute(ATTRIBUUT, gevonden);
        return gevonden;
    }

    /** The makelaar who asks; empty when somebody else does. */
    public Optional<Aanmelding> makelaar(HttpRequest<?> verzoek) {
        return van(verzoek).filter(aanmelding -> aanmelding.rol() == Rol.MAKELAAR);
    }

    /**
     * The person, when they have one of these roles.
     *
     * @throws HttpStatusException 401 when nobody is signed in
     * @throws NotFoundException with another role: not yours answers as not existing
     */
    public Aanmelding eis(HttpRequest<?> verzoek, Rol... rollen) {
        var aanmelding = van(verzoek).orElseThrow(() -> new HttpStatusException(HttpStatus.UNAUTHORIZED, "sign in"));
        if (!Set.of(rollen).contains(aanmelding.rol())) {
            throw new NotFoundException();
        }
        return aanmelding;
    }

    /**
     * The fields of a form that a signed-in person sends.
     *
     * @throws HttpStatusException 403 when it does not carry this session's token
     */
    public Velden formulier(HttpRequest<?> verzoek, byte @Nullable [] inhoud, Teksten t) {
        var velden = Invoer.formulier(inhoud, t);
        var verwacht = van(verzoek).map(Aanmelding::csrf).orElse("");
        if (verwacht.isEmpty() || !gelijk(verwacht, velden.zoals("csrf"))) {
            throw new HttpStatusException(HttpStatus.FORBIDDEN, "no token");
        }
        return velden;
    }

    private static boolean gelijk(String verwacht, String gegeven) {
        return MessageDigest.isEqual(
                verwacht.getBytes(StandardCharsets.UTF_8), gegeven.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<Bezoeker> bezoeker(HttpRequest<?> verzoek) {
        return van(verzoek)
                .map(aanmelding -> new Bezoeker(aanmelding.naam(), aanmelding.csrf(), menu(aanmelding.rol())));
    }

    /** Where somebody of this role starts. */
    public static String beginVan(Rol rol) {
        return menu(rol).getFirst().pad();
    }

    private static List<MenuKeuze> menu(Rol rol) {
        return switch (rol) {
            case MAKELAAR ->
                List.of(
                        new MenuKeuze("/makelaar/week", "menu.week"),
                        new MenuKeuze("/makelaar/huizen", "menu.huizen"),
                        new MenuKeuze("/makelaar/belijst", "menu.belijst"),
                        new MenuKeuze("/makelaar/nieuw", "menu.nieuw"));
            case GASTHEER -> List.of(new MenuKeuze("/rooster", "menu.rooster"));
            case MANTELZORGER -> List.of(new MenuKeuze("/momenten", "menu.momenten"));
            case GROEPSCOORDINATOR, AANBIEDER, VERWIJZER, GEMEENTE, BEHEERDER ->
                List.of(new MenuKeuze("/werkplek", "menu.werkplek"));
        };
    }
}
