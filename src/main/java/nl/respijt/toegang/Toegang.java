package nl.respijt.toegang;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.exceptions.HttpStatusException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import nl.respijt.recht.Handeling;
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
    private static final String SESSIEKOEK = "respijt";
    private static final String BEARER = "Bearer ";
    private static final List<MenuKeuze> ZONDER_WERK = List.of(new MenuKeuze("/werkplek", "menu.werkplek"));

    private final Sessies sessies;
    private final Optional<OidcToelating> medewerkers;
    private final Aanbiedermenu aanbiedermenu;
    private final Koeken koeken;

    Toegang(Sessies sessies, Optional<OidcToelating> medewerkers, Aanbiedermenu aanbiedermenu, Koeken koeken) {
        this.sessies = sessies;
        this.medewerkers = medewerkers;
        this.aanbiedermenu = aanbiedermenu;
        this.koeken = koeken;
    }

    public Cookie koek(String waarde) {
        return koeken.maak(SESSIEKOEK, waarde);
    }

    public Cookie geenKoek() {
        return koeken.weg(SESSIEKOEK);
    }

    public Optional<String> koekVan(HttpRequest<?> verzoek) {
        return koeken.van(verzoek, SESSIEKOEK);
    }

    public Optional<Aanmelding> van(HttpRequest<?> verzoek) {
        var eerder = verzoek.getAttribute(ATTRIBUUT, Optional.class);
        if (eerder.isPresent()) {
            @SuppressWarnings("unchecked") // only set four lines down
            var aanmelding = (Optional<Aanmelding>) eerder.get();
            return aanmelding;
        }
        var token = toegangstoken(verzoek);
        var gevonden = token.isPresent()
                ? medewerkers.flatMap(wie -> wie.metToegangstoken(token.get()))
                : koekVan(verzoek).flatMap(sessies::find);
        verzoek.setAttribute(ATTRIBUUT, gevonden);
        return gevonden;
    }

    /** A token of the identity provider, at the API; it has dots, which a beheersleutel in the same header never has. */
    private static Optional<String> toegangstoken(HttpRequest<?> verzoek) {
        return verzoek.getHeaders()
                .findFirst(HttpHeaders.AUTHORIZATION)
                .filter(kop ->
                        verzoek.getPath().startsWith("/api/") && kop.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(kop -> kop.substring(BEARER.length()).strip())
                .filter(token -> token.indexOf('.') >= 0);
    }

    /** Who asks, when they may book and change for somebody else; empty for anybody else, signed in or not. */
    public Optional<Aanmelding> makelaar(HttpRequest<?> verzoek) {
        return van(verzoek).filter(wie -> Rechten.mag(wie.rol(), Handeling.VOOR_ANDER_BOEKEN));
    }

    /**
     * Who asks, on a route that only who is signed in can reach ({@link RechtenFilter}).
     *
     * @throws HttpStatusException 401 when the session ended meanwhile
     */
    public Aanmelding wie(HttpRequest<?> verzoek) {
        return van(verzoek).orElseThrow(() -> new HttpStatusException(HttpStatus.UNAUTHORIZED, "sign in"));
    }

    /**
     * The fields of a form that a signed-in person sends.
     *
     * @throws HttpStatusException 403 when it does not carry this session's token
     */
    public Velden formulier(HttpRequest<?> verzoek, byte @Nullable [] inhoud, Teksten t) {
        return Koeken.eisCsrf(Invoer.formulier(inhoud, t), van(verzoek).map(Aanmelding::csrf));
    }

    @Override
    public Optional<Bezoeker> bezoeker(HttpRequest<?> verzoek) {
        return van(verzoek).map(aanmelding -> new Bezoeker(aanmelding.naam(), aanmelding.csrf(), menu(aanmelding)));
    }

    /** Where somebody starts. */
    public String beginVan(Aanmelding wie) {
        return menu(wie).getFirst().pad();
    }

    private List<MenuKeuze> menu(Aanmelding wie) {
        return switch (wie.rol()) {
            case MAKELAAR ->
                List.of(
                        new MenuKeuze("/makelaar/week", "menu.week"),
                        new MenuKeuze("/makelaar/gastheren", "menu.gastheren"),
                        new MenuKeuze("/makelaar/voorstellen", "menu.voorstellen"),
                        new MenuKeuze("/makelaar/huizen", "menu.huizen"),
                        new MenuKeuze("/makelaar/groepen", "menu.groepen"),
                        new MenuKeuze("/makelaar/aanbieders", "menu.aanbieders"),
                        new MenuKeuze("/makelaar/aanmeldingen", "menu.logeren"),
                        new MenuKeuze("/makelaar/belijst", "menu.belijst"),
                        new MenuKeuze("/makelaar/nieuw", "menu.nieuw"),
                        new MenuKeuze("/makelaar/mantelzorgers", "menu.mantelzorgers"),
                        new MenuKeuze("/makelaar/inzage", "menu.inzage-controle"));
            case GASTHEER ->
                List.of(
                        new MenuKeuze("/rooster", "menu.rooster"),
                        new MenuKeuze("/rooster/open", "menu.rooster-open"),
                        new MenuKeuze("/rooster/wanneer", "menu.rooster-wanneer"));
            case MANTELZORGER ->
                List.of(
                        new MenuKeuze("/mijn", "menu.mijn"),
                        new MenuKeuze("/mijn/gegevens", "menu.gegevens"),
                        new MenuKeuze("/mijn/plan-b", "menu.plan-b"),
                        new MenuKeuze("/mijn/inzage", "menu.inzage"),
                        new MenuKeuze("/momenten", "menu.momenten"),
                        new MenuKeuze("/ik-val-uit", "menu.val-uit", true));
            case BEHEERDER ->
                List.of(
                        new MenuKeuze("/beheer/toegang", "menu.toegang"),
                        new MenuKeuze("/beheer/bewaartermijnen", "menu.bewaartermijnen"));
            case GROEPSCOORDINATOR ->
                List.of(new MenuKeuze("/groep", "menu.groep"), new MenuKeuze("/groep/agenda", "menu.groepsagenda"));
            case AANBIEDER -> {
                var eigen = aanbiedermenu.van(wie);
                yield eigen.isEmpty() ? ZONDER_WERK : eigen;
            }
            case GEMEENTE -> List.of(new MenuKeuze("/doorlooptijd", "menu.doorlooptijd"));
            case VERWIJZER -> ZONDER_WERK;
        };
    }
}
