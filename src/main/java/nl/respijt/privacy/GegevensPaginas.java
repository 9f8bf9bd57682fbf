package nl.respijt.privacy;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.NotFoundException;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.respijt.database.Transacties;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.mantelzorger.Voorkeuren;
import nl.respijt.mantelzorger.Voorkeuren.Leeftijdsgroep;
import nl.respijt.mantelzorger.Voorkeuren.Voorkeur;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Fout;
import nl.respijt.web.Kader;
import nl.respijt.web.Paginas;
import nl.respijt.web.Velden;

/** The page with everything about the carer who is signed in, which all of its forms come back to. */
@Singleton
final class GegevensPaginas {
    static final String PAD = "/mijn/gegevens";

    private final Uitvoer uitvoer;
    private final Correctie correctie;
    private final Adreswijzigingen adreswijzigingen;
    private final Herinneringen herinneringen;
    private final Hulpwensen hulpwensen;
    private final Voorkeuren voorkeuren;
    private final Transacties transacties;
    private final Toegang toegang;
    private final Paginas paginas;

    GegevensPaginas(
            Uitvoer uitvoer,
            Correctie correctie,
            Adreswijzigingen adreswijzigingen,
            Herinneringen herinneringen,
            Hulpwensen hulpwensen,
            Voorkeuren voorkeuren,
            Transacties transacties,
            Toegang toegang,
            Paginas paginas) {
        this.uitvoer = uitvoer;
        this.correctie = correctie;
        this.adreswijzigingen = adreswijzigingen;
        this.herinneringen = herinneringen;
        this.hulpwensen = hulpwensen;
        this.voorkeuren = voorkeuren;
        this.transacties = transacties;
        this.toegang = toegang;
        this.paginas = paginas;
    }

    /** Who asks; everybody who gets here is a mantelzorger. */
    MantelzorgerId wie(HttpRequest<?> verzoek) {
        return toegang.wie(verzoek).persoonId().map(MantelzorgerId::new).orElseThrow(NotFoundException::new);
    }

    HttpResponse<?> toon(HttpRequest<?> verzoek) {
        var klaar = verzoek.getParameters().contains("klaar");
        return paginas.ok(verzoek, "privacy/gegevens", pagina(wie(verzoek), klaar, List.of(), Map.of()));
    }

    /** After a form that was right. */
    static HttpResponse<?> klaar() {
        return HttpResponse.seeOther(URI.create(PAD + "?klaar=ja"));
    }

    /** A form that was refused, as it was typed. */
    HttpResponse<?> opnieuw(HttpRequest<?> verzoek, Kader kader, HttpStatus status, Velden velden, List<Fout> fouten) {
        return paginas.toon(
                status,
                verzoek,
                kader.opPad(PAD),
                "privacy/gegevens",
                pagina(wie(verzoek), false, fouten, velden.zoalsGetypt()));
    }

    HttpResponse<?> opnieuw(
            HttpRequest<?> verzoek, Kader kader, HttpStatus status, Velden velden, String veld, String sleutel) {
        return opnieuw(
                verzoek, kader, status, velden, List.of(new Fout(veld, kader.t().van(sleutel))));
    }

    private GegevensPagina pagina(MantelzorgerId wie, boolean klaar, List<Fout> fouten, Map<String, String> getypt) {
        return new GegevensPagina(
                correctie.find(wie),
                adreswijzigingen.wacht(wie),
                herinneringen.isGewenst(wie),
                voorkeur(wie),
                hulpwensen.lees(wie),
                uitvoer.van(wie),
                klaar,
                fouten,
                getypt);
    }

    private Voorkeur voorkeur(MantelzorgerId wie) {
        Optional<Voorkeur> gezegd = transacties.lees(handle -> voorkeuren.find(handle, wie));
        return gezegd.orElse(new Voorkeur(Leeftijdsgroep.ONBEKEND, false));
    }
}
